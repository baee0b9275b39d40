import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import type { Facts, Kind, Place } from './place.ts'

/** Places that are open, by area and name; of one kind, in one area, where that was asked. */
export async function openPlaces(work: Work, { kind, area }: { kind?: Kind | undefined, area?: string | undefined } = {}): Promise<Place[]> {
  const rows = await places(work).where('community_places.closed_on', 'is', null)
    .$if(kind !== undefined, (query) => query.where('community_places.kind', '=', kind ?? '')).$if(!!area, (query) => query.where('facts.area', '=', area ?? ''))
    .orderBy('facts.area').orderBy('facts.name').limit(1000).execute()
  return rows.map(placeIn)
}

export async function findPlace(work: Work, publicId: string): Promise<Place> {
  const found = await places(work).where('community_places.public_id', '=', publicId).executeTakeFirst()
  if (!found) throw refuse('not-found')
  return placeIn(found)
}

/** Places by their ids, also closed ones: whoever agreed on one still reads what it was. */
export async function placesWithIds(work: Work, ids: readonly number[]): Promise<Place[]> {
  return ids.length === 0 ? [] : (await places(work).where('community_places.id', 'in', [...ids]).execute()).map(placeIn)
}

/** Everything that was ever told of a place, the latest first. */
export function toldOf(work: Work, placeId: number) {
  return work.db.selectFrom('community_place_facts').innerJoin('colleagues', 'colleagues.id', 'community_place_facts.told_by')
    .select(['community_place_facts.revision', 'community_place_facts.name', 'area', 'offers', 'reach', 'address', 'told_at', 'colleagues.name as teller'])
    .where('place_id', '=', placeId).orderBy('community_place_facts.revision', 'desc').execute()
}

export async function addPlace(work: Work, kind: Kind, facts: Facts): Promise<string> {
  const [id, publicId] = [await work.newId(), work.newPublicId()]
  await work.db.insertInto('community_places').values({ id, public_id: publicId, kind }).execute()
  await tell(work, id, 1, facts)
  return publicId
}

/** False where somebody told something else of it meanwhile, or closed it. */
export async function tellAnew(work: Work, { id, revision }: Pick<Place, 'id' | 'revision'>, facts: Facts): Promise<boolean> {
  const moved = await work.db.updateTable('community_places').set({ revision: revision + 1 }).where('id', '=', id).where('revision', '=', revision).where('closed_on', 'is', null).executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  await tell(work, id, revision + 1, facts)
  return true
}

export async function close(work: Work, id: number, why: string): Promise<boolean> {
  const closed = await work.db.updateTable('community_places').set({ closed_on: work.today, closed_why: why, closed_by: work.actor.id }).where('id', '=', id).where('closed_on', 'is', null).executeTakeFirst()
  return closed.numUpdatedRows === 1n
}

async function tell(work: Work, placeId: number, revision: number, facts: Facts): Promise<void> {
  await work.db.insertInto('community_place_facts').values({ id: await work.newId(), place_id: placeId, revision, ...facts, told_by: work.actor.id, told_at: work.now }).execute()
}

function places(work: Work) {
  return work.db.selectFrom('community_places').innerJoin('community_place_facts as facts', (join) => join.onRef('facts.place_id', '=', 'community_places.id').onRef('facts.revision', '=', 'community_places.revision'))
    .leftJoin('colleagues', 'colleagues.id', 'facts.told_by')
    .select(['community_places.id', 'community_places.public_id', 'community_places.kind', 'community_places.revision', 'community_places.closed_on', 'community_places.closed_why',
      'facts.name', 'facts.area', 'facts.offers', 'facts.reach', 'facts.address', 'facts.told_at', 'colleagues.name as teller'])
}

type Row = Awaited<ReturnType<ReturnType<typeof places>['execute']>>[number]

function placeIn(row: Row): Place {
  return { id: row.id, publicId: row.public_id, kind: row.kind as Kind, revision: row.revision, name: row.name, area: row.area, offers: row.offers, reach: row.reach, address: row.address, toldAt: row.told_at, toldBy: row.teller ?? '',
    ...(row.closed_on !== null && { closed: { on: row.closed_on, why: row.closed_why ?? '' } }) }
}
