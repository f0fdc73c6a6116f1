import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ingestFile } from '../../src/ingest/ingest.ts'
import { expectSoundBlocks } from './sound-blocks.ts'

const folder = fileURLToPath(new URL('../../fixtures/reports/', import.meta.url))
const files = readdirSync(`${folder}archive`).filter((name) => /\.(?:docx|pdf|txt)$/.test(name))

describe('the bundled reports, rendered as DOCX, PDF and TXT, read as the texts that they were rendered from', () => {
  it.each(files)('%s', async (name) => {
    const document = await ingestFile(`${folder}archive/${name}`)
    const truth = readFileSync(`${folder}gold/${name.replace(/\.\w+$/, '.txt')}`, 'utf8').replace(/^\ufeff/, '')
    expectSoundBlocks(document)
    expect(document.source.replace(/\s/g, '')).toBe(truth.replace(/\s/g, ''))
    // A paragraph of the truth is one line of the source; only titles set on two lines are put together.
    const lines = new Set(document.source.split('\n').map((line) => line.replace(/\s/g, '')))
    const paragraphs = truth.split('\n').filter((line) => line.length > 40)
    expect(paragraphs.filter((line) => !lines.has(line.replace(/\s/g, '')))).toEqual([])
  })
})
