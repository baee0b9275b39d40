import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import type { Adding, Changing } from './community.input.ts'
import { addPlace, close, findPlace, tellAnew } from './community.queries.ts'
import { changedIn, tidied } from './place.ts'

/** A coordinator adds a place that they know of. Nothing in it says who goes there. */
export async function addToDirectory(work: Work, { kind, ...told }: Adding): Promise<string> {
  mustKeep(work)
  return addPlace(work, kind, tidied(told))
}

/** What is told of a place is told anew; what was told before stays. The second of two coordinators sees that the first has saved. */
export async function changeInDirectory(work: Work, placeId: string, told: Changing, shown: number | undefined): Promise<void> {
  mustKeep(work)
  const place = await findPlace(work, placeId)
  if (place.closed) throw refuse('place-closed')
  if (shown !== undefined && shown !== place.revision) throw refuse('place-changed-meanwhile')
  const facts = tidied(told)
  if (changedIn(place, facts).length === 0) throw refuse('place-nothing-changed')
  if (!await tellAnew(work, place, facts)) throw refuse('place-changed-meanwhile')
}

/** Nobody new is sent there; whoever agreed on it still reads what it was. */
export async function closeInDirectory(work: Work, placeId: string, why: string): Promise<void> {
  mustKeep(work)
  const place = await findPlace(work, placeId)
  if (place.closed || !await close(work, place.id, why)) throw refuse('place-closed')
}

/** Coordinators keep the directory. */
export function keepsDirectory(work: Work): boolean {
  return work.actor.shape === 'casework' && work.actor.roles.includes('coordinator')
}

function mustKeep(work: Work): void {
  if (!keepsDirectory(work)) throw refuse('not-found')
}
