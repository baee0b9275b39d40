import type { runningAssignment } from './access.queries.ts'
import type { Work } from '../platform/work.ts'

/** The end of working together that is being thought of: who goes, from whom, in which role. */
export type Ending = NonNullable<Awaited<ReturnType<typeof runningAssignment>>>

type Leaves = (work: Work, ending: Ending) => Promise<string[]>

/** Port: what somebody has planned, or looks after, belongs to rooms above this one, so the application hands their questions in at start. */
export function whatAnEndLeaves(...leaves: Leaves[]): void {
  asked = leaves
}

/** What would be left without anybody, in sentences that are as true before the end as after it. */
export async function leftBehind(work: Work, ending: Ending): Promise<string[]> {
  const said: string[] = []
  for (const leaves of asked) said.push(...await leaves(work, ending))
  return said
}

let asked: readonly Leaves[] = []
