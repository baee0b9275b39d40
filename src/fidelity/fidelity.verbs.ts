import { nameReader } from '../access/index.ts'
import type { Erasers } from '../participants/index.ts'
import { refuse } from '../platform/refusals.ts'
import { violates } from '../platform/violation.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { partsOf, programmeOf, unitsOf, type Programme } from '../programmes/index.ts'
import { checklistFor, ratedFrom, type Item } from './fidelity.ts'
import type { Locking, Naming } from './fidelity.input.ts'
import { addObservation, addRating, sessionsToObserve, sessionsToRate, type ToRate } from './fidelity.queries.ts'

export type Asked = { session: ToRate, items: Item[] }

/** What is asked of a session: the units that were planned for it, the methods and the stance of the programme in the version of its plan, and the house's own items. */
export async function whatIsAsked(work: Work, sessionId: string): Promise<Asked> {
  const session = (await sessionsToRate(work)).find((one) => one.session === sessionId)
  if (!session) throw refuse('not-found')
  const units = session.unit_ids.map((id, place) => ({ id, name: session.unit_names[place] ?? id }))
  return { session, items: checklistFor({ units, ...broughtBy(await programmeOf(work, session.programme, session.version)) }) }
}

function broughtBy(definition: Programme | undefined): { methods: string[], leavesBeliefs: boolean } {
  return { methods: partsOf(definition?.methods ?? []).slice(0, 8).map(({ says }) => says), leavesBeliefs: definition?.stance.contests_beliefs === false }
}

/** The items of ratings that stand, named as the programme in that version names them. */
export async function itemsOf(work: Work, { programme, version, items }: { programme: string, version: number, items: readonly string[] }): Promise<Item[]> {
  const definition = await programmeOf(work, programme, version)
  const units = definition ? unitsOf(definition).map(({ id, title }) => ({ id, name: title })) : []
  const known = checklistFor({ units, ...broughtBy(definition), leavesBeliefs: true })
  return items.map((id) => known.find((item) => item.id === id) ?? { id, part: 'adherence', kind: 'unit', name: id.replace(/^\w+?-/, '') })
}

/** Locks how one saw a session: as its facilitator or as the observer named for it. Refuses 'integrity-rated-already'. */
export async function lockRating(work: Work, sessionId: string, { codes, restsOnAdherence = '', restsOnCompetence = '' }: Locking): Promise<void> {
  const { session, items } = await whatIsAsked(work, sessionId)
  if (session.is_rated) throw refuse('integrity-rated-already')
  try {
    await addRating(work, { ...session, ...ratedFrom(items, codes), restsOnAdherence, restsOnCompetence })
  } catch (fault) {
    if (violates(fault, 'integrity_ratings_each_once') || violates(fault, 'integrity_ratings_one_observer')) throw refuse('integrity-rated-already')
    throw fault
  }
}

/**
 * Names who sits in at a session, until a fortnight after it: the supervisor of its facilitator, or the coordinator of the person's unit. The observer reads, for as long, what
 * the person is called and what is done in their sessions. Refuses where the person was not asked, and where somebody is named already or has rated it: one observer rates a session.
 */
export async function nameObserver(work: Work, sessionId: string, { observer, reason, saidYes }: Naming): Promise<void> {
  if (!saidYes) throw refuse('integrity-not-asked', {}, 'saidYes')
  const session = (await sessionsToObserve(work)).find((one) => one.session === sessionId)
  if (session?.is_rated) throw refuse('integrity-observed-already')
  if (session && session.observers.length > 0) throw refuse('integrity-named-already', { names: say.list(session.observers) })
  const named = await addObservation(work, { session: sessionId, observer, reason })
  if (!named) throw refuse('integrity-not-to-observe')
  const reading = { readerId: named.observer_id, participantId: named.participant_id, role: 'observer', reason, until: named.until_at }
  for (const record of ['identity_name', 'session_content']) await nameReader(work, { ...reading, record })
}

/** What is said of how a session was held rests on what was done in it: it goes with the notes, as far as it was said before the answer. */
export const erasesOfFidelity: Erasers = [['notes', async (work, id, before) => {
  await work.db.deleteFrom('integrity_ratings').where('participant_id', '=', id).where('locked_at', '<=', before).execute()
  await work.db.deleteFrom('observations').where('participant_id', '=', id).where('named_at', '<=', before).execute()
}]]
