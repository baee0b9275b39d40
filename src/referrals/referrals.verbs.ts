import { refuse } from '../platform/refusals.ts'
import { languagesIn } from '../participants/index.ts'
import type { Day } from '../platform/day.ts'
import { violates } from '../platform/violation.ts'
import { pseudoCode } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { sql } from 'kysely'
import { programmesOnOffer } from '../programmes/index.ts'
import { eraseOn, expiryOf, officerWordsEnd, receiptFrom, receiptOfSlip, seenAtTheDesk, type Answer, type Ground } from './referral.ts'
import { findReferral, mayReferTo, officerReferral, openUnits, readingsOf, referralsOfPerson, whereIAm, type ReferralRow } from './referrals.queries.ts'
import { sources, type Asking, type Filtering, type Referring, type SecurityWords } from './referrals.input.ts'
import { sourceSaid } from './said.ts'

export type Sent = { publicId: string, receipt: string }

/** Asks for a person to be considered. A case manager asks any unit, a coordinator their own. */
export async function refer(work: Work, input: Referring): Promise<Sent> {
  const unitId = await unitNamed(work, input.unit)
  if (!await mayReferTo(work, unitId)) throw refuse('not-found')
  const referredOn = input.referredOn ?? work.today
  checkDays(work, { ...input, referredOn })
  checkGround(work, input)
  if (input.programme && !programmesOnOffer().some(({ definition }) => definition.id === input.programme)) throw refuse('referral-programme-unknown')
  const source = (await sourcesOfTheService(work)).find(({ value, isOffered }) => value === input.source && isOffered)
  if (!source) throw refuse('referral-source-unknown')
  return write(work, {
    ...input, ...namedSource(source), unitId, referredOn, referred_by: work.actor.id, recorded_by: work.actor.id, legal_status: input.legalStatus ?? null, release_on: input.releaseOn ?? null,
    programme: input.programme ?? null, needs_interpreter: input.needsInterpreter, needs: input.needs ?? '',
  })
}

/** The person asks for themself, from their own account. Whoever is in a programme already has somebody to talk to. */
export async function askForMyself(work: Work, { why, languages }: Asking): Promise<Sent> {
  const me = await whereIAm(work)
  if (!me || me.unit_id === null) throw refuse('not-found')
  if (me.state !== 'ended' || (await referralsOfPerson(work, me.participant_id)).some(({ state }) => state === 'received' || state === 'waiting')) throw refuse('referral-asked-already')
  return write(work, { unitId: me.unit_id, participant_id: me.participant_id, name: me.name, why, languages: namedOrRead(languages, work.actor.language), source: 'self', ground: 'own-wish', answer: 'yes', referredOn: work.today })
}

/** A source of the service's own keeps the name it had on that day. */
function namedSource({ value, label }: { value: string, label: string }): { source: string, source_as_sent?: string } {
  return (sources as readonly string[]).includes(value) ? { source: value } : { source: 'other', source_as_sent: label }
}

export type AskedAtTheDesk = { deskId: number, unitId: number, place: string, on: Day, name: string, why: string, languages?: string | undefined, needsInterpreter: boolean, /** In which language they read what happens with their words. */ readIn: string, /** What the form carried: the same form sent twice is one referral. */ slip: string }

/** Somebody without an account asks for themself, at a desk that a colleague has opened. All they get, and all that anybody learns here, is a receipt. */
export async function askAtTheDesk(work: Work, { deskId, on, slip, readIn, ...asked }: AskedAtTheDesk): Promise<string> {
  const receipt = receiptOfSlip(`${deskId} ${slip}`)
  await write(work, { ...asked, languages: namedOrRead(asked.languages, readIn), receipt, desk_id: deskId, needs_interpreter: asked.needsInterpreter, source: 'self', ground: 'own-wish', answer: 'yes', told: 'written', referredOn: on })
  return receipt
}

/** Whoever names no language is met in the one in which they read. English says nothing of them: every page begins in it. */
function namedOrRead(named: string | undefined, readIn: string): string | undefined {
  return named ?? (['en', pseudoCode].includes(readIn) ? undefined : readIn)
}

/** What a receipt from a desk says: by the calendar alone, and of one that is nobody's the same as of one long gone. */
export async function receiptAtTheDesk(work: Work, receipt: string, today: Day): Promise<'received' | 'closed'> {
  const { rows } = await sql<{ asked_on: Day | null }>`select day_of_receipt(${receipt}) as asked_on`.execute(work.db)
  return seenAtTheDesk(rows[0]?.asked_on ?? null, today)
}

/** The second reader of a word about somebody: another coordinator of the unit than the one who wrote or filtered it. */
export async function readSecond(work: Work, publicId: string, opinion: string): Promise<void> {
  const referral = await theReferral(work, publicId)
  if (!await mayReferTo(work, referral.unit_id)) throw refuse('not-found')
  if (referral.referred_by === work.actor.id || referral.recorded_by === work.actor.id) throw refuse('referral-read-by-writer')
  if ((await readingsOf(work, referral.id)).some(({ reader_id }) => reader_id === work.actor.id)) throw refuse('referral-read-already')
  await work.db.insertInto('referral_readings').values({
    id: await work.newId(), public_id: work.newPublicId(), referral_id: referral.id, reader_id: work.actor.id, opinion, read_at: work.now }).execute()
}

export async function theReferral(work: Work, publicId: string): Promise<ReferralRow> {
  const referral = await findReferral(work, publicId)
  if (!referral) throw refuse('not-found')
  return referral
}

/** What a security officer saw or heard. They get a receipt, and from then on the calendar's answer alone. */
export async function referBySecurity(work: Work, input: SecurityWords): Promise<Sent> {
  const unitId = await unitNamed(work, input.unit)
  if (input.conductOn && input.conductOn > work.today) throw refuse('referral-conduct-ahead')
  const [publicId, receipt] = [work.newPublicId(), receiptFrom(work.newPublicId())]
  await work.db.insertInto('security_referrals').values({
    id: await work.newId(), public_id: publicId, receipt, unit_id: unitId, author_id: work.actor.id, about_whom: input.aboutWhom, number: input.number ?? null, words: input.words,
    conduct_on: input.conductOn ?? null, other_explanation: input.otherExplanation ?? '', written_on: work.today, written_at: work.now, erase_on: officerWordsEnd(work.today) }).execute()
  return { publicId, receipt }
}

/** The coordinator takes over what the team needs and may know, in words of their own. The officer's words stay where they are. */
export async function filterSecurityReferral(work: Work, publicId: string, input: Filtering): Promise<Sent> {
  const officers = await officerReferral(work, publicId)
  if (!officers || !await mayReferTo(work, officers.unit_id)) throw refuse('not-found')
  if (officers.filtered) throw refuse('security-referral-filtered-already')
  checkDays(work, { ...input, referredOn: officers.written_on })
  checkGround(work, input)
  // The form brings the officer's day along. Where nothing is said of what happened on it, it is the officer's word and no more, and stays with theirs.
  return write(work, { ...input, conductOn: input.conduct ? input.conductOn : undefined, unitId: officers.unit_id, referredOn: officers.written_on, source: 'security', security_receipt: officers.receipt, recorded_by: work.actor.id, answer: 'not-asked' })
}

export type Source = { value: string, label: string, isOffered: boolean }

/** From where this service takes referrals: what the program knows by name, and names of its own. */
export async function sourcesOfTheService(work: Work): Promise<Source[]> {
  const rows = await work.db.selectFrom('referral_sources').select(['public_id', 'code', 'name', 'is_offered']).orderBy(sql`lower(name)`).execute()
  const known = sources.map((code) => ({ value: code, label: sourceSaid({ source: code }), isOffered: rows.find((row) => row.code === code)?.is_offered ?? true }))
  return [...known, ...rows.filter(({ code }) => code === null).map(({ public_id, name, is_offered }) => ({ value: public_id, label: name, isOffered: is_offered }))]
}

/** Adds a name of the service's own. */
export async function addSource(work: Work, name: string): Promise<void> {
  if ((await sourcesOfTheService(work)).some(({ label }) => label.toLowerCase() === name.toLowerCase())) throw refuse('referral-source-there')
  try {
    await work.db.insertInto('referral_sources').values({ id: await work.newId(), public_id: work.newPublicId(), code: null, name, is_offered: true, changed_by: work.actor.id, changed_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'referral_sources_name_once')) throw refuse('referral-source-there')
    throw fault
  }
}

/** Offers a source, or offers it no longer; what came from it keeps its name. The case manager's own referral can always be written. */
export async function offerSource(work: Work, value: string, isOffered: boolean): Promise<void> {
  const source = (await sourcesOfTheService(work)).find((one) => one.value === value)
  if (!source) throw refuse('not-found')
  if (value === 'case-manager') throw refuse('referral-source-always')
  const changed = { is_offered: isOffered, changed_by: work.actor.id, changed_at: work.now }
  const isKnown = (sources as readonly string[]).includes(value)
  const done = await work.db.updateTable('referral_sources').set(changed).where(isKnown ? 'code' : 'public_id', '=', value).executeTakeFirst()
  if (done.numUpdatedRows > 0n) return
  await work.db.insertInto('referral_sources').values({ id: await work.newId(), public_id: work.newPublicId(), code: value, name: '', ...changed }).execute()
}

type Written = Partial<Pick<ReferralRow, 'receipt' | 'desk_id' | 'place' | 'source_as_sent' | 'participant_id' | 'referred_by' | 'recorded_by' | 'security_receipt' | 'legal_status' | 'release_on' | 'programme' | 'needs_interpreter' | 'needs'>> & {
  unitId: number, told?: string | undefined, name: string, number?: string | undefined, bornOn?: Day | undefined, referredOn: Day, source: string, why: string, ground: Ground, answer: Answer, languages?: string | undefined,
  conductOn?: Day | undefined, conduct?: string | undefined, otherExplanation?: string | undefined,
}

async function write(work: Work, referral: Written): Promise<Sent> {
  const [publicId, receipt] = [work.newPublicId(), referral.receipt ?? receiptFrom(work.newPublicId())]
  const expires = expiryOf(referral.ground, referral.referredOn)
  await work.db.insertInto('referrals').values({
    id: await work.newId(), public_id: publicId, receipt, state: 'received', received_at: work.now, expires_on: expires,
    unit_id: referral.unitId, participant_id: referral.participant_id, source: referral.source, referred_by: referral.referred_by, recorded_by: referral.recorded_by, security_receipt: referral.security_receipt,
    referred_on: referral.referredOn, name: referral.name, number: referral.number, born_on: referral.bornOn, legal_status: referral.legal_status, why: referral.why, ground: referral.ground,
    conduct_on: referral.conductOn, conduct: referral.conduct, other_explanation: referral.otherExplanation, answer: referral.answer, programme: referral.programme, release_on: referral.release_on,
    languages: languagesIn(referral.languages ?? ''), needs_interpreter: referral.needs_interpreter, needs: referral.needs,
    desk_id: referral.desk_id, told: referral.told, place: referral.place, source_as_sent: referral.source_as_sent,
    erase_on: eraseOn({ state: 'received', answer: referral.answer, expiresOn: expires }, work.today) }).$if(referral.desk_id !== undefined, (query) => query.onConflict((conflict) => conflict.doNothing())).execute()
  work.saw(referral.participant_id ?? 0)
  return { publicId, receipt }
}

async function unitNamed(work: Work, publicId: string): Promise<number> {
  const unit = (await openUnits(work)).find(({ public_id }) => public_id === publicId)
  if (!unit) throw refuse('referral-unit-unknown')
  return unit.id
}

function checkDays(work: Work, { referredOn, bornOn, releaseOn }: { referredOn: Day, bornOn?: Day | undefined, releaseOn?: Day | undefined }): void {
  if (referredOn > work.today) throw refuse('referral-day-ahead')
  if (bornOn && bornOn > referredOn) throw refuse('referral-born-ahead')
  if (releaseOn && releaseOn < referredOn) throw refuse('referral-release-before')
}

/** "Vulnerable" alone is a suspicion: it takes conduct with its day, and another explanation that was considered. */
function checkGround(work: Work, { ground, conduct, conductOn, otherExplanation }: Pick<Filtering, 'ground' | 'conduct' | 'conductOn' | 'otherExplanation'>): void {
  if (conductOn && conductOn > work.today) throw refuse('referral-conduct-ahead')
  if (ground !== 'vulnerable') return
  if (!conductOn) throw refuse('referral-conduct-day-missing')
  if (!conduct) throw refuse('referral-conduct-missing')
  if (!otherExplanation) throw refuse('referral-explanation-missing')
}
