import type { SourceDocument } from '../../src/model/document.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import type { Fact } from '../../src/model/fact.ts'
import type { GivenProfile } from '../../src/model/report.ts'
import { identifyFile, readFile } from '../../src/pipeline/readFile.ts'
import type { ReportReader } from '../../src/pipeline/reportReader.ts'
import type { FileJob, Runner } from '../../src/pipeline/runner.ts'

/**
 * A runner over the real ingest and the simplest of cores: every run of digits is a fact of 场. `looks` lists the
 * files that were opened, `reads` those that were parsed; a text with the word BUG throws what no one foresaw.
 */
export function stubRunner(
  options: StubRules & { readonly onRead?: (path: string) => Promise<void> | void } = {},
): Runner & { readonly looks: string[]; readonly reads: string[] } {
  const looks: string[] = []
  const reads: string[] = []
  return {
    looks,
    reads,
    reference: stubReader(options).reference,
    ocr: false,
    identify(path) {
      looks.push(path)
      return identifyFile(path, {})
    },
    async read(job: FileJob) {
      reads.push(job.path)
      await options.onRead?.(job.path)
      return readFile(job, stubReader(options), {})
    },
    close: async () => {},
  }
}

export interface StubRules {
  readonly rulesVersion?: string
  /** What is a fact: every run of digits where nothing is said. */
  readonly facts?: RegExp
}

/** The core of the stub runner alone. */
export function stubReader({ rulesVersion = '1', facts = /\d+/g }: StubRules = {}): ReportReader {
  return {
    reference: { indicators: [], units: [], rulesVersion },
    read: async (document, given) => stubExtraction(document, given, facts),
  }
}

function stubExtraction(document: SourceDocument, given: GivenProfile, facts: RegExp): Extraction {
  if (document.source.includes('BUG')) throw new TypeError('the unforeseen')
  const year = given.year ?? null
  return {
    document: document.id,
    reports: [
      {
        start: 0,
        end: document.source.length,
        part: 0,
        title: document.name,
        issuer: given.issuer ?? '',
        region: given.region ?? '',
        kind: given.kind ?? 'other',
        year,
        yearBasis: year === null ? 'unknown' : 'given',
        yearConfidence: 1,
        published: null,
        evidence: [],
      },
    ],
    facts: [...document.source.matchAll(facts)].map((match) => stubFact(document, match.index, match[0], year)),
    mentions: [],
    findings: [],
  }
}

function stubFact(document: SourceDocument, start: number, quote: string, year: number | null): Fact {
  const value = Number(quote)
  return {
    id: `${document.id}:${start}-${start + quote.length}`,
    document: document.id,
    part: 0,
    start,
    end: start + quote.length,
    page: null,
    block: 0,
    quote,
    sentence: document.source,
    value,
    min: value,
    max: value,
    resolution: 1,
    unit: '场',
    modifier: 'exact',
    status: 'actual',
    basis: 'total',
    aspect: 'flow',
    indicator: 'other',
    of: null,
    subject: '',
    scope: '',
    year,
    year_offset: 0,
    as_of: null,
    part_of: null,
    confidence: 0.9,
    rules: ['stub'],
  }
}
