import { wordsOf } from '../platform/words/index.ts'
import en from './records.words.en.json' with { type: 'json' }

const t = wordsOf(en)

/** The records of access.yaml that have a name for people; `nothing` is a door that touches none. */
export const recordNames = Object.keys(en).map((key) => key.slice('record.'.length))

/** What the reader calls a record: "agreements". */
export function recordName(record: string): string {
  return t(`record.${record}` as keyof typeof en)
}
