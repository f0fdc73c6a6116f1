/** A text that a reader could stumble over, at any length. */
export interface HostileText {
  readonly name: string
  readonly write: (characters: number) => string
}

const repeated =
  (piece: string) =>
  (characters: number): string =>
    piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters)

/** Repetitive texts, one line each unless the name says otherwise: every one must cost no more a character when long. */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  { name: 'figures in one line', write: repeated('共12场，') },
  { name: 'figures without a mark', write: repeated('演出12场') },
  { name: 'figures in one list', write: repeated('3册、') },
  { name: 'figures in lines', write: repeated('举办活动12场，同比增长5.2%。\n') },
  { name: 'digits', write: repeated('1234567890') },
  { name: 'Chinese digits', write: repeated('一二三四五六七八九十') },
  { name: 'tens of thousands', write: repeated('万亿') },
  { name: 'opening quotes', write: repeated('“') },
  { name: 'nested quotes', write: (characters) => '“'.repeat(characters / 2) + '”'.repeat(characters / 2) },
  { name: 'opening brackets', write: repeated('（') },
  { name: 'titles in marks', write: repeated('《12》') },
  { name: 'list marks', write: repeated('、') },
  { name: 'commas', write: repeated('，') },
  { name: 'full stops', write: repeated('。') },
  { name: 'spaces', write: (characters) => `12${' '.repeat(characters)}场` },
  { name: 'empty lines', write: (characters) => `共12场。${'\n'.repeat(characters)}` },
  { name: 'lines of one figure', write: repeated('12场\n') },
  { name: 'one character', write: repeated('的') },
  { name: 'years', write: repeated('2023年') },
  { name: 'masks', write: repeated('X') },
  { name: 'parts of totals', write: repeated('其中12场，') },
  { name: 'headings', write: repeated('一、工作\n') },
  { name: 'labels', write: repeated('1、') },
  { name: 'cells', write: repeated('12 | ') },
  { name: 'percent signs', write: repeated('%') },
  { name: 'ranges', write: repeated('12-') },
  { name: 'decimal points', write: repeated('1.') },
  { name: 'digits with spaces', write: repeated('1 2 3 ') },
  { name: 'digits with strokes', write: repeated('|12') },
  { name: 'ten thousands', write: repeated('12万') },
  { name: 'opening brackets behind units', write: repeated('3册（') },
  {
    name: 'closing marks of another kind',
    write: (characters) => '“'.repeat(characters / 2) + '》'.repeat(characters / 2),
  },
]
