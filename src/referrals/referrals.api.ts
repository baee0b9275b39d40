import { z } from 'zod'
import { apiDoors, created, field } from '../platform/doors/index.ts'
import { decideReferral } from './decide-referral.ts'
import { answers, states, type Answer, type ReferralState } from './referral.ts'
import { Decide, Refer } from './referrals.input.ts'
import { decisionsOn, referralsCounted, referralsHappened, referralsIn, type ListedReferral, type ReferralRow } from './referrals.queries.ts'
import { refer, theReferral } from './referrals.verbs.ts'

const api = apiDoors()
export const referralApi = api

const InShort = z.object({
  id: z.string(), receipt: z.string(), name: z.string(), number: z.string().nullable(), state: z.enum(states), source: z.string(), answer: z.enum(answers), referredOn: z.string(), unit: z.string(),
  programme: z.string().nullable(), programmeAsSent: z.string(), eraseOn: z.string().nullable(),
}).meta({ id: 'ReferralInShort' })

const Whole = InShort.extend({
  bornOn: z.string().nullable(), place: z.string(), legalStatus: z.string().nullable(), why: z.string(), ground: z.string(), releaseOn: z.string().nullable(), languages: z.array(z.string()),
  needsInterpreter: z.boolean(), needs: z.string(), revision: z.number(),
  decisions: z.array(z.object({ decision: z.string(), reason: z.string(), by: z.string(), at: z.string() })),
}).meta({ id: 'Referral' })

function inShort(row: ListedReferral | ReferralRow): z.input<typeof InShort> {
  return {
    id: row.public_id, receipt: row.receipt, name: row.name, number: row.number, state: row.state as ReferralState, source: row.source, answer: row.answer as Answer, referredOn: row.referred_on, unit: row.unit,
    programme: row.programme, programmeAsSent: row.programme_as_sent, eraseOn: row.erase_on }
}

api.get('/referrals', {
  does: 'consult', shows: 'referral', summary: 'Referrals in some state, those who wait longest first; as far as they are yours to see.',
  takes: z.object({ state: field.choice('referral.field.decision', states).default('received'), after: field.id('referral.field.person').optional(), most: field.count('referral.field.decision', 1, 200).default(50) }),
  gives: z.object({ referrals: z.array(InShort), next: z.string().nullable() }),
}, async (work, { state, after, most }) => {
  const rows = await referralsIn(work, { states: [state], after, most: most + 1 })
  const shown = rows.slice(0, most)
  return { referrals: shown.map(inShort), next: rows.length > most ? shown.at(-1)?.public_id ?? null : null }
})

api.get('/referrals/counts', {
  does: 'consult', shows: 'referral', for: ['counts'], summary: 'How many referrals are in each state, rounded down to fives: no figure points at a person.',
  gives: z.object({ counts: z.array(z.object({ state: z.enum(states), atLeast: z.number() })) }),
}, async (work) => ({ counts: (await referralsCounted(work)).map(({ state, at_least }) => ({ state, atLeast: at_least })) }))

api.get('/referrals/happened', {
  does: 'consult', shows: 'referral', for: ['oversight'], summary: 'That referrals were made: the day, from where, how far. Neither of whom nor why.',
  takes: z.object({ from: field.day('referral.field.referred-on'), until: field.day('referral.field.referred-on') }),
  gives: z.object({ referrals: z.array(z.object({ on: z.string(), source: z.string(), state: z.enum(states) })) }),
}, async (work, { from, until }) => ({ referrals: (await referralsHappened(work, from, until)).map(({ received_on, source, state }) => ({ on: received_on, source, state })) }))

api.get('/referrals/{referralId}', { does: 'consult', shows: 'referral', summary: 'One referral with its decisions.', gives: Whole }, async (work, { referralId }) => {
  const row = await theReferral(work, referralId)
  const made = await decisionsOn(work, row.id)
  return {
    ...inShort(row), bornOn: row.born_on, place: row.place, legalStatus: row.legal_status, why: row.why, ground: row.ground, releaseOn: row.release_on, languages: row.languages,
    needsInterpreter: row.needs_interpreter, needs: row.needs, revision: row.revision,
    decisions: made.map(({ decision, reason, name, decided_at }) => ({ decision, reason, by: name, at: decided_at })) }
})

api.post('/referrals', { does: 'collect', shows: 'referral', summary: 'Asks for a person to be considered.', takes: Refer, gives: z.object({ id: z.string(), receipt: z.string() }) }, async (work, input) => {
  const { publicId, receipt } = await refer(work, input)
  return created({ id: publicId, receipt })
})

api.post('/referrals/{referralId}/decisions', {
  does: 'alter', shows: 'referral', summary: 'Decides about a referral, with a reason; accepting names the team. With a revision, a decision made meanwhile by somebody else is not passed over.',
  takes: Decide.extend({ revision: field.count('referral.field.decision', 1, 1_000_000).optional() }), gives: z.object({ participant: z.string().nullable() }),
}, async (work, { referralId, ...decision }) => {
  const { participant } = await decideReferral(work, referralId, decision)
  return created({ participant: participant?.publicId ?? null })
})
