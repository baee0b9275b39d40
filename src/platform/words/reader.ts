import { AsyncLocalStorage } from 'node:async_hooks'

/** Who reads: their language, its direction, and the time zone in which moments are told; and whether what they write may lie, sealed, on the device they sit at. */
export type Reader = { language: string, direction: 'ltr' | 'rtl', timeZone: string, keepsHere?: boolean }

/** Everything said inside `run`, also after waiting, is said in the language of this reader. */
export function reading<Answer>(reader: Reader, run: () => Answer): Answer {
  return readers.run(reader, run)
}

/** Outside any request (commands, tests) the reader reads English. */
export function currentReader(): Reader {
  return readers.getStore() ?? englishReader
}

const englishReader: Reader = { language: 'en', direction: 'ltr', timeZone: 'UTC' }

const readers = new AsyncLocalStorage<Reader>()
