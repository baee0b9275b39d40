import { isDeepStrictEqual } from 'node:util'
import { mayFor, teamOf } from '../access/index.ts'
import { openPlaces } from '../community/index.ts'
import { thePerson } from '../participants/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { acknowledgeBy, type LeadTime } from './transition.ts'
import type { Acknowledging, Answering, Arranging, HandingOver } from './transitions.input.ts'
import { handOversOf, knownReleases, maintenanceOf, ownersOf, teamOutside } from './transitions.queries.ts'

/** Somebody outside is named: a colleague of the team who works outside the walls, or a place. Until they say that they know, it is on their day. */
export async function nameOwner(work: Work, owner: string): Promise<void> {
  const person = await mustArrange(work)
  const [kind, publicId = ''] = owner.split(':')
  const colleague = kind === 'colleague' ? (await teamOutside(work)).find((one) => one.public_id === publicId) : undefined
  const place = kind === 'place' ? (await openPlaces(work)).find((one) => one.publicId === publicId) : undefined
  if (!colleague && !place) throw refuse('owner-not-outside')
  const release = (await knownReleases(work, [person.participant_id])).get(person.participant_id)
  await work.db.insertInto('transition_owners').values({ ...await freshOf(work), participant_id: person.participant_id, colleague_id: colleague?.id ?? null, place_id: place?.id ?? null,
    acknowledge_by: acknowledgeBy(work.today, release?.releaseOn), named_by: work.actor.id, named_at: work.now }).execute()
}

/** The owner says for themself that they know; for a place, whoever arranges writes down with whom they spoke. Nobody says it for a colleague, and nobody of another than they were shown. */
export async function acknowledgeOwner(work: Work, { owner: shown, words = '' }: Acknowledging = {}): Promise<void> {
  const [owner] = await ownersOf(work, [work.about])
  if (!owner) throw refuse('not-found')
  if (shown !== undefined && shown !== owner.publicId) throw refuse('owner-changed', { name: owner.name })
  const isTheirs = owner.colleagueId === null ? await mayFor(work, 'write', 'plan_dates') : owner.colleagueId === work.actor.id
  if (!isTheirs) throw refuse('not-found')
  const added = await work.db.insertInto('transition_acknowledgements').values({ id: await work.newId(), owner_id: owner.id, by_id: work.actor.id, words, acknowledged_at: work.now })
    .onConflict((conflict) => conflict.column('owner_id').doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('owner-acknowledged')
}

/** What the person says of a place. Only what they agreed to is a link; a no is as good an answer. */
export async function answerLink(work: Work, { place, answer, words = '' }: Answering): Promise<void> {
  const person = await mustArrange(work)
  const known = (await openPlaces(work)).find(({ publicId }) => publicId === place)
  if (!known) throw refuse('link-place-unknown')
  await work.db.insertInto('transition_links').values({ ...await freshOf(work), participant_id: person.participant_id, place_id: known.id, answer, words, told_by: work.actor.id, told_at: work.now }).execute()
}

/** Meetings that go on after the end, so that a relation does not stop on the day that is hardest. */
export async function arrangeMaintenance(work: Work, { who, fromOn, everyWeeks, meetings }: Arranging): Promise<void> {
  const person = await mustArrange(work)
  const colleague = (await teamOf(work, person.participant_id)).find((one) => one.colleague_public_id === who)
  if (!colleague) throw refuse('maintenance-not-on-team')
  if (fromOn < work.today) throw refuse('maintenance-in-the-past')
  const [holds] = await maintenanceOf(work, person.participant_id)
  // Sent from two windows it is arranged once.
  if (holds && holds.colleagueId === colleague.colleague_id && holds.fromOn === fromOn && holds.everyWeeks === everyWeeks && holds.meetings === meetings) return
  await work.db.insertInto('transition_maintenance').values({ ...await freshOf(work), participant_id: person.participant_id, colleague_id: colleague.colleague_id, from_on: fromOn, every_weeks: everyWeeks, meetings,
    arranged_by: work.actor.id, arranged_at: work.now }).execute()
}

/** To the next worker goes what is named, and no state of the person unless it says what it is needed for: nobody stays who they were in a file. */
export async function handOver(work: Work, { to, items, statesNeededFor, words = '' }: HandingOver): Promise<void> {
  const person = await mustArrange(work)
  const next = (await teamOf(work, person.participant_id)).find((one) => one.colleague_public_id === to)
  if (!next || next.colleague_id === work.actor.id) throw refuse('hand-over-to-nobody')
  if (items.includes('states') !== (statesNeededFor !== undefined)) throw refuse('hand-over-states-without-need')
  const sent = { toId: next.colleague_id, items: [...new Set(items)], statesNeededFor: statesNeededFor ?? null, words, takenAt: null }
  const [last] = await handOversOf(work, person.participant_id)
  // What was handed over in another window, and not taken yet, is handed over once.
  if (last && isDeepStrictEqual(sent, { toId: last.toId, items: last.items, statesNeededFor: last.statesNeededFor, words: last.words, takenAt: last.takenAt })) return
  const release = (await knownReleases(work, [person.participant_id])).get(person.participant_id)
  await work.db.insertInto('transition_hand_overs').values({ ...await freshOf(work), participant_id: person.participant_id, to_id: next.colleague_id, items: [...new Set(items)], states_needed_for: statesNeededFor ?? null, words,
    acknowledge_by: acknowledgeBy(work.today, release?.releaseOn), handed_by: work.actor.id, handed_at: work.now }).execute()
}

/** The next worker says that they have it. */
export async function takeOver(work: Work, handOverId: string): Promise<void> {
  const found = (await handOversOf(work, work.about)).find(({ publicId }) => publicId === handOverId)
  if (!found || found.toId !== work.actor.id) throw refuse('not-found')
  const added = await work.db.insertInto('transition_hand_overs_taken').values({ id: await work.newId(), hand_over_id: found.id, by_id: work.actor.id, taken_at: work.now })
    .onConflict((conflict) => conflict.column('hand_over_id').doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('hand-over-taken')
}

/** How long before release, with the rule of the service that says so. */
export async function setLeadTime(work: Work, { days, rule }: LeadTime & { rule: string }): Promise<void> {
  await work.db.insertInto('transition_lead_times').values({ id: await work.newId(), days, rule, set_by: work.actor.id, set_at: work.now }).execute()
}

/** Whoever may not arrange gets the answer that a stranger gets. */
export async function mustArrange(work: Work) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'plan_dates')) throw refuse('not-found')
  return person
}

async function freshOf(work: Work) {
  return { id: await work.newId(), public_id: work.newPublicId() }
}
