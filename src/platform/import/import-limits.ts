/**
 * How much one file may hold. A whole service's history fits many times; beyond it a mistake is likelier than a
 * need, and the sentence says how to go on (send it in parts).
 */
export const importLimits = {
  bytes: 100 * 1024 * 1024,
  /** By page; a command takes the whole. */
  uploadBytes: 32 * 1024 * 1024,
  rows: 250_000,
  columns: 200,
  /** Of one row, line breaks in its cells included. An unclosed quotation mark is searched for no further than this. */
  rowLetters: 1_000_000,
  /** Of one cell, as it is shown in a sentence about it. */
  shownLetters: 60,
} as const
