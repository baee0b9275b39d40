import type { Work } from '../platform/work.ts'

/** A person as rooms above `participants` may show them: by the name that this reader may see. */
export type NamedPerson = { participant_id: number, public_id: string, name: string }

type NamesOfPeople = (work: Work, participantIds?: readonly number[]) => Promise<NamedPerson[]>

type LanguagesSpoken = (work: Work, participantId: number) => Promise<string[]>

/** Port: names belong to `participants`, a room below this one, so the application hands the question in at start. */
export function useNamesOfPeople(question: NamesOfPeople, languages: LanguagesSpoken): void {
  asked = question
  spoken = languages
}

/** Those of these people whom the reader may know by name (of all whom they may know, when none are given), by name. */
export function namesOfPeople(work: Work, participantIds?: readonly number[]): Promise<NamedPerson[]> {
  if (!asked) throw new Error('Nobody has said how people are named.')
  return asked(work, participantIds)
}

/** The languages that somebody speaks, as they were written down; none where the reader may not know them. */
export function languagesSpokenBy(work: Work, participantId: number): Promise<string[]> {
  if (!spoken) throw new Error('Nobody has said which languages people speak.')
  return spoken(work, participantId)
}

let asked: NamesOfPeople | undefined
let spoken: LanguagesSpoken | undefined
