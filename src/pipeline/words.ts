import type { GivenProfile } from '../model/report.ts'

/** What the user says in one run of the file under a path. */
export interface Word {
  readonly path: string
  readonly said: GivenProfile
}

/** Keeper of what was said in a run of each document: one document may lie under several paths. */
export interface Words {
  keep(document: string, word: Word): void
  /** The word that says something else of the document than `said` does; null where none does. */
  against(document: string, said: GivenProfile): Word | null
}

export function createWords(): Words {
  const kept = new Map<string, readonly Word[]>()
  return {
    keep(document, word) {
      if (Object.keys(word.said).length === 0) return
      const others = (kept.get(document) ?? []).filter(({ said }) => !contradict(said, word.said))
      kept.set(document, [...others, word])
    },
    against: (document, said) => kept.get(document)?.find((word) => contradict(word.said, said)) ?? null,
  }
}

function contradict(one: GivenProfile, other: GivenProfile): boolean {
  return (Object.keys(one) as (keyof GivenProfile)[]).some(
    (name) => one[name] !== undefined && other[name] !== undefined && one[name] !== other[name],
  )
}
