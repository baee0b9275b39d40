import { setFlagsFromString } from 'node:v8'

/**
 * How much one file may hold. A whole service's history fits many times; beyond it a mistake is likelier than a
 * need, and the sentence says how to go on (send it in parts).
 */
export const importLimits = {
  bytes: 100 * 1024 * 1024,
  /** By page; a command takes the whole. */
  uploadBytes: 32_000_000,
  rows: 250_000,
  columns: 200,
  /** Of one row, line breaks in its cells included. An unclosed quotation mark is searched for no further than this. */
  rowLetters: 1_000_000,
  /** Of one cell, as it is shown in a sentence about it. */
  shownLetters: 60,
} as const

let running = 0

/**
 * Reads a long file without letting the machine keep what is done with. By itself the engine collects rarely where there is much room, and
 * a service beside others has not: 100,000 rows would hold 300 MB for nothing. These two are heuristics of when to collect, read each time
 * anew; afterwards everything is as before, for the pages are quicker so.
 */
export async function inLittleMemory<T>(run: () => Promise<T>): Promise<T> {
  running += 1
  if (running === 1) collectOften(true)
  try {
    return await run()
  } finally {
    running -= 1
    if (running === 0) collectOften(false)
  }
}

function collectOften(often: boolean): void {
  setFlagsFromString(`--semi-space-growth-factor=${often ? 1 : 2}`)
  setFlagsFromString(`--heap-growing-percent=${often ? 10 : 0}`)
}
