import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import { isOffenceFocused, programmeOf, type Programme, type Unit } from '../../programmes/index.ts'
import { t } from '../words.ts'

type Moved = { id: number, programme: string, version: number }
type Part = { id: string, title: string }
type Asked<One extends Part> = { of: (definition: Programme) => One[], /** The ids that stand in this plan. */ written: string[] }

/**
 * The parts of the plan's version, and after them those that stand in this plan and that only an earlier version of it had: a plan that was moved keeps what was
 * decided, under the name it was decided by.
 */
export async function withEarlierParts<One extends Part>(work: Work, plan: Moved, { of, written }: Asked<One>): Promise<One[]> {
  const parts = await partsIn(work, plan, of)
  const missing = written.filter((id, place) => written.indexOf(id) === place && !parts.some((part) => part.id === id))
  return missing.length === 0 ? parts : [...parts, ...await partsBefore(work, plan, { of, written: missing })]
}

/** What a part is called; never its id, which says nothing to a person. */
export function calledIn(parts: Part[], id: string): string {
  return parts.find((part) => part.id === id)?.title ?? t('plan.part.nameless')
}

/** Whether a part is about the offence: by the version that the plan runs on now, or by the one it was decided under. Whichever says so protects. */
export function isAboutTheOffence(parts: readonly Unit[], { unit_id, about_the_offence }: { unit_id: string, about_the_offence: boolean }): boolean {
  return about_the_offence || parts.some((part) => part.id === unit_id && isOffenceFocused(part))
}

async function partsBefore<One extends Part>(work: Work, plan: Moved, { of, written }: Asked<One>): Promise<One[]> {
  const moves = await work.db.selectFrom('plan_moves').select(['participant_id', 'from_version']).where('plan_id', '=', plan.id).orderBy('id', 'desc').execute()
  const before = (await together(moves.map(({ from_version: version }) => partsIn(work, { ...plan, version }, of)))).flat()
  return written.flatMap((id) => before.find((part) => part.id === id) ?? [])
}

async function partsIn<One extends Part>(work: Work, { programme, version }: Moved, of: (definition: Programme) => One[]): Promise<One[]> {
  const definition = await programmeOf(work, programme, version)
  return definition ? of(definition) : []
}
