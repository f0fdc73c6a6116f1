import { describe, expect, test } from 'vitest'
import { displayWidth, fitted, onOneLine } from '../../src/cli/width.ts'

describe('displayWidth', () => {
  const cases: readonly [text: string, width: number][] = [
    ['', 0],
    ['abc', 3],
    ['图书', 4],
    ['3.5万册', 7],
    ['（二）', 6],
    ['“a”', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['\u{20000}', 2],
    ['１２', 4],
    ['≥ 1,000', 7],
    ['→', 1],
    ['㎡', 2],
  ]
  test.each(cases)('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('fitted', () => {
  const cases: readonly [text: string, width: number, align: 'left' | 'right', shown: string][] = [
    ['图书', 6, 'left', '图书  '],
    ['图书', 6, 'right', '  图书'],
    ['图书馆', 5, 'left', '图书…'],
    ['图书馆', 4, 'left', '图… '],
    ['图书馆', 6, 'left', '图书馆'],
    ['abcdef', 3, 'left', 'ab…'],
  ]
  test.each(cases)('%j in %i columns, %s', (text, width, align, shown) => {
    expect(fitted(text, width, align)).toBe(shown)
    expect(displayWidth(fitted(text, width, align))).toBe(width)
  })
})

describe('onOneLine', () => {
  test('a report cannot move the cursor or colour the screen', () => {
    expect(onOneLine('a\u001b[31mred\u001b[0m\r\nb\tc\u2028d\u009be')).toBe('a [31mred [0m b c d e')
  })
})
