import { sql } from 'kysely'
import type { Work } from '../work.ts'

/**
 * Forms and calls about one person are worked one after the other, in whatever windows or by whatever programs they were sent: what a verb has found of the person, that nothing of the kind is open
 * yet, is still so when it writes. Two about two people do not wait for each other.
 */
export async function oneAfterTheOther(work: Work): Promise<void> {
  const person = work.actor.kind === 'participant' ? work.actor.id : work.about
  if (person > 0) await sql`select pg_advisory_xact_lock(${formsAboutAPerson}, ${person})`.execute(work.db)
}

/** Two at the same moment, of whom the database took one: the other is worked once more from the beginning, finds what the first has done, and is told it in the verb's own words. */
export async function evenIfTwoAtOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (!cameSecond(fault)) throw fault
    return work()
  }
}

/** There already, at the same time as another, and of two that waited for each other the one that gave way. */
function cameSecond(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && ['23505', '23P01', '40P01', '40001'].includes(String(fault.code))
}

/** Chosen once; it stands for this kind of lock and for nothing else. */
const formsAboutAPerson = 470_611
