import { teamOf } from '../../access/index.ts'
import { peopleNamed } from '../../participants/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import { nameIn } from './names-in-a-place.ts'

type Said = { place: string, /** Whoever plans knows that it is no name: a street can be called like somebody. */ placeIsNoName?: boolean | undefined }

/** Refuses 'session-place-names-somebody': a place goes further than the meeting that it belongs to, and a name typed there would go with it. */
export async function checkPlaces(work: Work, participantId: number, places: readonly Said[]): Promise<void> {
  const said = [...new Set(places.filter(({ place, placeIsNoName = false }) => place !== '' && !placeIsNoName).map(({ place }) => place))]
  if (said.length === 0) return
  const [people, team] = await together([peopleNamed(work, [participantId]), teamOf(work, participantId)])
  const names = [...people, ...team].map(({ name }) => name)
  const found = said.map((place) => nameIn(place, names)).find((name) => name !== undefined)
  if (found !== undefined) throw refuse('session-place-names-somebody', { name: found })
}
