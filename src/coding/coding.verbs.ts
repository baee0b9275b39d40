import { sql } from 'kysely'
import { consentTo, type Erasers } from '../participants/index.ts'
import { refuse } from '../platform/refusals.ts'
import { violates } from '../platform/violation.ts'
import type { Work } from '../platform/work.ts'
import { mayAskAboutBeliefs, programmeOf } from '../programmes/index.ts'
import { theSession } from '../sessions/index.ts'
import { codedFrom, domainsFor, mustBeCodable, type Domain, type Frame } from './coding.ts'
import type { Locking, Proposing } from './coding.input.ts'
import { addCoding, addConsensus, codingsOf, confirm, consensusOf, keepFrame, keptFrame, mayCode, placeFor, programmeOfPlan, type Coding } from './coding.queries.ts'
import { frameOnOffer } from './frame-on-offer.ts'

export type ToAsk = { session: Awaited<ReturnType<typeof theSession>>, frame: Frame, domains: Domain[] }

/** What is asked of the note of a session: the domains of the frame, without belief where the programme's stance leaves it alone. */
export async function whatIsAsked(work: Work, sessionId: string): Promise<ToAsk> {
  const session = await theSession(work, sessionId)
  if (!await mayCode(work, session.participant_id)) throw refuse('coding-not-yours')
  mustBeCodable(session)
  const frame = frameOnOffer()
  if (!frame) throw refuse('coding-no-frame')
  await mustNotHaveSaidNo(work, session.participant_id)
  const plan = await programmeOfPlan(work, session.plan_id!)
  const definition = plan && await programmeOf(work, plan.programme, plan.version)
  return { session, frame, domains: domainsFor(frame, { mayAskAboutBeliefs: definition !== undefined && mayAskAboutBeliefs(definition) }) }
}

/** Locks one's own codes of a session's note, as the first coder or the second. Refuses 'coding-two-already'. */
export async function lockCodes(work: Work, sessionId: string, { codes }: Locking): Promise<void> {
  const { session, frame, domains } = await whatIsAsked(work, sessionId)
  const coded = codedFrom(domains, codes)
  await useFrame(work, frame)
  const place = await placeFor(work, session.id)
  if (place === null) throw refuse('coding-two-already')
  try {
    await addCoding(work, frame, { sessionId: session.id, participantId: session.participant_id, place, ...coded })
  } catch (fault) {
    if (violates(fault, 'codings_each_place_once')) throw refuse('coding-two-already')
    throw fault
  }
}

/** Proposes what both agree on. It counts once the other coder has confirmed it. Refuses 'coding-not-both' before both are locked. */
export async function proposeConsensus(work: Work, sessionId: string, { codes, reason }: Proposing): Promise<void> {
  const session = await theSession(work, sessionId)
  const both = await bothCodings(work, session.id)
  if ((await consensusOf(work, session.id))?.confirmed_at) throw refuse('coding-agreed-already')
  const asked = both[0].domains.map((id) => ({ id }))
  await addConsensus(work, { sessionId: session.id, participantId: session.participant_id, reason, ...codedFrom(asked, codes) })
}

/** Confirms what the other coder proposed. */
export async function confirmConsensus(work: Work, sessionId: string, consensusId: string): Promise<void> {
  const session = await theSession(work, sessionId)
  await bothCodings(work, session.id)
  const latest = await consensusOf(work, session.id)
  // A window that still shows an earlier proposal: its writer has said otherwise since.
  if (latest && !latest.confirmed_at && latest.public_id !== consensusId) throw refuse('coding-proposed-otherwise')
  try {
    if (!await confirm(work, consensusId)) throw refuse('coding-agreed-already')
  } catch (fault) {
    if (violates(fault, 'code_consensus_confirmed_once')) throw refuse('coding-agreed-already')
    throw fault
  }
}

/** Both codings, of which one is the actor's. */
async function bothCodings(work: Work, sessionId: number): Promise<[Coding, Coding]> {
  const [first, second] = await codingsOf(work, sessionId)
  if (!first || !second || ![first, second].some(({ author_id: author }) => author === work.actor.id)) throw refuse('coding-not-both')
  return [first, second]
}

/** Codes are for research; whoever said no to it, or took it back, is not coded. */
async function mustNotHaveSaidNo(work: Work, participantId: number): Promise<void> {
  const answers = [await consentTo(work, participantId, 'research'), await consentTo(work, participantId, 'data')]
  if (answers[0] === 'no' || answers.includes('withdrawn')) throw refuse('coding-said-no')
}

/** A frame that was changed under a version in use would make codes that cannot be compared. */
async function useFrame(work: Work, frame: Frame): Promise<void> {
  const kept = await keptFrame(work, frame)
  if (!kept) return keepFrame(work, frame)
  const isSame = kept.domains.join() === frame.domains.map(({ id }) => id).join() && kept.titles.join() === frame.domains.map(({ title }) => title).join()
  if (!isSame) throw refuse('coding-frame-changed', { title: frame.title, version: frame.version })
}

/** Codes are words about a note: they go with it, whenever they were read in it. Those of a note that was written after the answer stay with that note. */
export const erasesOfCodes: Erasers = [['notes', async (work, id) => {
  for (const table of ['code_consensus', 'codings'] as const) await sql`delete from ${sql.table(table)} c where c.participant_id = ${id}
    and not exists (select from facilitator_notes n where n.session_id = c.session_id) and not exists (select from mentor_notes n where n.session_id = c.session_id)`.execute(work.db)
}]]
