import { expect, it } from 'vitest'
import { withoutOpening } from '../../src/extract/namedBodies.ts'

it.each([
  ['2023年末共有12个', '共有12个'],
  ['年度内完成', '完成'],
  ['全年共演出', '共演出'],
  ['今年以来新建', '新建'],
  ['今年新建', '新建'],
  ['目前有', '有'],
  ['年末有', '有'],
  ['其中有', '有'],
  ['同时新建', '新建'],
  ['此外还有', '还有'],
  ['同期有', '有'],
  ['截至6月底，有', '有'],
  ['据统计，有', '有'],
  ['三是新建', '新建'],
  ['（二）新建', '新建'],
  ['(3)新建', '新建'],
  ['12.新建', '新建'],
  ['，其中，新建', '新建'],
  ['\u3000 新建', '新建'],
  // What only begins with the same character, and what begins with another.
  ['全市共有', '全市共有'],
  ['年均有', '年均有'],
  ['一馆一品', '一馆一品'],
  ['图书馆今年新建', '图书馆今年新建'],
  ['', ''],
])('%s without its opening', (words, rest) => {
  expect(withoutOpening(words)).toBe(rest)
})
