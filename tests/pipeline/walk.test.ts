import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFiles } from '../../src/pipeline/walk.ts'
import { folderWith, writeInto } from '../folder.ts'

async function walked(folder: string, paths: readonly string[] = ['.'], own: readonly string[] = []) {
  const walk = await findFiles(
    paths.map((path) => join(folder, path)),
    own.map((path) => join(folder, path)),
  )
  return {
    files: walk.files.map((file) => relative(folder, file.path)),
    skipped: walk.skipped.map(({ path, reason }) => `${relative(folder, path)}: ${reason}`),
    unreadable: walk.unreadable.map(({ path, error }) => `${relative(folder, path)}: ${error.code}`),
  }
}

describe('findFiles', () => {
  test('walks nested folders and sorts by path', async () => {
    const folder = folderWith({ 'b.txt': '1', 'a/深/层/报告 1.txt': '2', 'a/c.txt': '3', 'Z.txt': '4' })
    expect((await walked(folder)).files).toEqual(['Z.txt', 'a/c.txt', 'a/深/层/报告 1.txt', 'b.txt'])
  })

  test('takes odd names as they are', async () => {
    const names = ["a 'quoted' $(x).txt", '100%.txt', '[draft] #1?.txt', '-rf.txt', '报告（终稿）.txt', 'line\nend.txt']
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, 'x'])))
    expect(new Set((await walked(folder)).files)).toEqual(new Set(names))
  })

  test('leaves hidden files, lock files and what systems leave aside, and says so', async () => {
    const folder = folderWith({
      '.DS_Store': '',
      '.git/config': 'x',
      '~$报告.docx': 'x',
      'Thumbs.db': 'x',
      '报告.docx': 'x',
    })
    expect(await walked(folder)).toEqual({
      files: ['报告.docx'],
      skipped: ['.DS_Store: hidden', '.git: hidden', 'Thumbs.db: system_file', '~$报告.docx: lock_file'],
      unreadable: [],
    })
  })

  test('takes a hidden file that the user names', async () => {
    const folder = folderWith({ '.notes.txt': 'x' })
    expect((await walked(folder, ['.notes.txt'])).files).toEqual(['.notes.txt'])
  })

  test('takes each file once, however often it is named', async () => {
    const folder = folderWith({ 'a/1.txt': 'x' })
    expect((await walked(folder, ['a', 'a/1.txt', '.', 'a/../a'])).files).toEqual(['a/1.txt'])
  })

  test('passes over its own files without a word', async () => {
    const folder = folderWith({ 'baoshu.data': 'x', 'a.txt': 'x' })
    expect(await walked(folder, ['.', 'baoshu.data'], ['baoshu.data'])).toEqual({
      files: ['a.txt'],
      skipped: [],
      unreadable: [],
    })
  })

  test('leaves data files in folders aside, and takes them where they are named', async () => {
    const folder = folderWith({ 'm.csv': 'x', 'x.JSON': 'x', 'other.db': 'x', 'other.db-wal': 'x', 'a.csv.txt': 'x' })
    expect(await walked(folder)).toEqual({
      files: ['a.csv.txt'],
      skipped: ['m.csv: data_file', 'other.db: data_file', 'other.db-wal: data_file', 'x.JSON: data_file'],
      unreadable: [],
    })
    expect((await walked(folder, ['m.csv'])).files).toEqual(['m.csv'])
  })

  test('does not follow links out of the folder', async () => {
    const outside = folderWith({ 'secret.txt': 'x', 'more/deep.txt': 'x' })
    const folder = folderWith({ 'a.txt': 'x' })
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'))
    symlinkSync(join(outside, 'more'), join(folder, 'links'))
    symlinkSync('/', join(folder, 'root'))
    expect(await walked(folder)).toEqual({
      files: ['a.txt'],
      skipped: ['link.txt: link_outside', 'links: link_outside', 'root: link_outside'],
      unreadable: [],
    })
  })

  test('follows a link that the user names', async () => {
    const outside = folderWith({ 'reports/1.txt': 'x' })
    const folder = folderWith()
    symlinkSync(join(outside, 'reports'), join(folder, 'link'))
    expect((await walked(folder, ['link'])).files).toEqual(['link/1.txt'])
  })

  test('takes a file that is only met through links once, and one that is met on its own under its name', async () => {
    const folder = folderWith({ '.annex/object': 'x', 'a.txt': 'y' })
    symlinkSync('.annex/object', join(folder, 'report 1.txt'))
    symlinkSync('.annex/object', join(folder, 'report 2.txt'))
    symlinkSync('a.txt', join(folder, '0.txt'))
    expect(await walked(folder)).toEqual({
      files: ['a.txt', 'report 1.txt'],
      skipped: ['.annex: hidden', '0.txt: link_again', 'report 2.txt: link_again'],
      unreadable: [],
    })
  })

  test('is not caught by links in a circle', async () => {
    const folder = folderWith({ 'a/1.txt': 'x' })
    symlinkSync('..', join(folder, 'a', 'up'))
    symlinkSync('loop', join(folder, 'loop'))
    const met = await walked(folder)
    expect(met.files).toEqual(['a/1.txt'])
    expect(met.skipped).toEqual(['a/up: link_again'])
    expect(met.unreadable).toEqual(['loop: file_unreadable'])
  })

  test('tells of a path that is not there and goes on', async () => {
    const folder = folderWith({ 'a.txt': 'x' })
    expect(await walked(folder, ['nothing', 'a.txt', 'a.txt/below'])).toEqual({
      files: ['a.txt'],
      skipped: [],
      unreadable: ['nothing: file_not_found', 'a.txt/below: file_not_found'],
    })
  })

  test('tells of a name that is not UTF-8', async () => {
    const folder = folderWith({ 'a.txt': 'x' })
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb1, 0xa8, 0xb8, 0xe6])]), 'x')
    const met = await walked(folder)
    expect(met.files).toEqual(['a.txt'])
    expect(met.unreadable).toHaveLength(1)
    expect(met.unreadable[0]).toMatch(/: file_unreadable$/)
  })

  test('finds nothing in an empty folder', async () => {
    const folder = folderWith()
    mkdirSync(join(folder, 'empty'))
    expect(await walked(folder)).toEqual({ files: [], skipped: [], unreadable: [] })
  })

  test('gives size and time of the file itself', async () => {
    const folder = folderWith()
    const path = writeInto(folder, 'a.txt', '报')
    const { files } = await findFiles([folder])
    expect(files).toEqual([{ path, size: 3, modified: expect.any(Number) }])
    expect(Number.isInteger(files[0]?.modified)).toBe(true)
  })
})
