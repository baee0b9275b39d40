import type { Instant } from './day.ts'

/** What somebody tried to send: their own values, kept, and what has to be mended. Also how a stored draft comes back. */
export type Attempt = { values: Record<string, string>, problems: Problem[], savedAt?: Instant }

/** One thing to mend. `field` is the name in the form ("clauses.0.text"), or '' where it is about the whole. */
export type Problem = { field: string, sentence: string }
