import { createHash } from 'node:crypto'
import { lineStatement } from '../../src/audit/index.ts'
import type { Pool } from '../../src/platform/database/index.ts'
import { instant, type Instant } from '../../src/platform/day.ts'
import type { House } from '../../src/platform/open-work.ts'

/** The day on which tests live, so that none depends on the day on which it is run. */
export const testMoment = instant('2026-11-23T09:00:00Z')

/** A house over a pool, with a clock that a test can move by `clock.now`. */
export function houseOver(pool: Pool, rolePrefix: string, clock: { now: Instant } = { now: testMoment }, evaluation?: Pool): House {
  return { pool, evaluation, rolePrefix, lineStatement, clock: () => clock.now, ids: { next: 0, left: 0 }, formSecret: createHash('sha256').update('for tests').digest() }
}
