import { type Profiles, readProfiles } from '../../src/dating/profile.ts'
import { ingestBytes, ingestFile } from '../../src/ingest/ingest.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import type { GivenProfile } from '../../src/model/report.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { normalizeCharacters } from '../../src/text/normalize.ts'
import { type Paragraph, readParagraphs } from '../../src/text/paragraphs.ts'
import { readText } from '../../src/text/reading.ts'
import { findRepairs } from '../../src/text/repair.ts'

const LONGEST_CHROME = 600

/** A text as a document of that name, and what dating reads out of it. */
export async function profilesOf(
  text: string,
  name = 'report.txt',
  given: GivenProfile = {},
): Promise<Profiles & { readonly document: SourceDocument }> {
  return readDocument(await ingestBytes(new TextEncoder().encode(text), name), given)
}

/** What dating reads out of a document that was read from a file. */
export async function profilesOfFile(path: string): Promise<Profiles & { readonly document: SourceDocument }> {
  return readDocument(await ingestFile(path, {}), {})
}

function readDocument(document: SourceDocument, given: GivenProfile): Profiles & { readonly document: SourceDocument } {
  const rulebook = loadRuleBook()
  const base = normalizeCharacters(document.source)
  const reading = readText(base, findRepairs(base, document.blocks))
  const paragraphs = readParagraphs(reading, document.blocks)
  const chrome = ({ start, end }: Paragraph): boolean =>
    end - start <= LONGEST_CHROME &&
    rulebook.chrome.find(reading.text, start, end).some(({ row }) => row.strength === 'strong')
  return { document, ...readProfiles(document, reading, paragraphs, chrome, rulebook, given) }
}

/** A summary's body that says nothing of years, places or bodies: what stands around a title in the tables. */
export const BODY = `
一、主要工作
全年举办群众文化活动120场，参与群众3.2万人次；新增图书2000册，开展培训18期，各项工作稳步推进，群众满意度不断提升。
送戏下乡60场，放映公益电影480场，观众6万余人次。
`
