import { expect, test } from 'vitest'
import { createProgress } from '../../src/cli/progress.ts'
import { fakeCli } from './fakeCli.ts'

test('progress tells files done, facts, failures, rate and time left, and is not redrawn without end', () => {
  let now = 0
  const { cli, said } = fakeCli({ elapsed: () => now })
  const progress = createProgress(cli)
  progress.start(4)
  now = 1000
  progress.file('new', 1200)
  now = 1001
  progress.file('failed', 0)
  now = 3000
  progress.file('unchanged', 0)
  now = 3001
  progress.file('new', 1)
  expect(said.progress).toEqual([
    '0/4 files · 0 facts · 0 failed',
    '1/4 files · 1,200 facts · 0 failed · 1.0 files/s · 0:03 left',
    '3/4 files · 1,200 facts · 1 failed · 1.0 files/s · 0:01 left',
    '4/4 files · 1,201 facts · 1 failed · 1.3 files/s',
  ])
})
