declare module 'word-extractor' {
  interface TextOptions {
    /** False keeps Chinese quotation marks and dashes as they are. */
    readonly filterUnicode: boolean
  }
  class Document {
    getBody(options: TextOptions): string
    getFootnotes(options: TextOptions): string
    getEndnotes(options: TextOptions): string
    getTextboxes(options: TextOptions & { readonly includeHeadersAndFooters: boolean }): string
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<Document>
  }
}
