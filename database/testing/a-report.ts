import { assign } from '../../src/access/index.ts'
import { newPublicId } from '../../src/platform/open-work.ts'
import { shareableOfPlans } from '../../src/plans/index.ts'
import { day } from '../../src/platform/day.ts'
import type { Actor, Work } from '../../src/platform/work.ts'
import { shareableOfSessions, strikeSession } from '../../src/sessions/index.ts'
import { decidePackage, handOver, preparePackage, recordComment, recordStatement, setRule, useShareable } from '../../src/sharing/index.ts'
import { anEndedPlan } from './a-closing.ts'
import { act, become, type Doing } from './become.ts'
import { freshId, put } from './superuser.ts'

export const asked = {
  kind: 'parole-board' as const, authority: 'Parole board', recipientFunction: 'Registrar', reference: '12/26', askedBy: 'Letter of the registrar', askedOn: day('2026-11-23'), purpose: 'Whether he is released on parole.',
  necessity: 'The act names taking part as one thing to look at.', items: ['taking-part' as const, 'meetings' as const, 'ending' as const] }

export const rule = { kind: 'parole-board' as const, asks: 'report-and-ending' as const, decision: 'Release on parole', basis: 'Prison act, section 38', usableDays: 90 }

/** What the rooms give, as they list it. */
export const lists = { plans: shareableOfPlans, sessions: shareableOfSessions }

/** Their meeting was somebody else's. */
export async function strikeTheMeeting(person: { id: number, publicId: string }): Promise<void> {
  await become('Amira', async (work) => {
    const session = await work.db.selectFrom('sessions').select(['participant_id', 'public_id']).where('participant_id', '=', person.id).executeTakeFirstOrThrow()
    await strikeSession(work, session.public_id, { reason: 'It was somebody else.' })
  }, { about: person.publicId })
}

/** As the application hands them in at start. */
export function handIn(): void {
  useShareable(shareableOfPlans, shareableOfSessions)
}

/** A second coordinator on the team of somebody. */
export async function aSecondCoordinator(person: { id: number }): Promise<Actor> {
  const id = await freshId()
  await put('colleagues', { id, public_id: newPublicId(), name: `Vera Holt ${id}`, title: 'Coordinator' })
  await put('appointments', { id: await freshId(), public_id: newPublicId(), colleague_id: id, role: 'coordinator', from_at: '2026-11-01T09:00:00Z' })
  await become('Kai', (work) => assign(work, { colleagueId: id, participantId: person.id, role: 'coordinator' }))
  return { kind: 'colleague', id, shape: 'casework', name: `Vera Holt ${id}`, roles: ['coordinator'], language: 'en' }
}

export type Reported = Awaited<ReturnType<typeof aStatement>>

/** Somebody whose plan ended today by own wish, about whom a parole board asks, under a rule that the law asks for it all; with a second coordinator. */
export async function aStatement({ said = asked, law = rule, alone = false }: { said?: Parameters<typeof recordStatement>[1], law?: Parameters<typeof setRule>[1], alone?: boolean } = {}) {
  handIn()
  const person = await anEndedPlan()
  const vera = alone ? undefined : await aSecondCoordinator(person)
  await become('Ravi', (work) => setRule(work, law))
  const about: Doing = { about: person.publicId, does: 'collect' }
  const statement = await become('Kai', (work) => recordStatement(work, said), about)
  const kai = <T>(what: (work: Work) => Promise<T>) => become('Kai', what, about)
  const second = <T>(what: (work: Work) => Promise<T>) => act(vera!, what, about)
  return { ...person, statement, about, kai, second, vera }
}

/** The same, commented and frozen by Kai. */
export async function aPackage(given: Parameters<typeof aStatement>[0] = {}): Promise<Reported> {
  const report = await aStatement(given)
  await report.kai((work) => recordComment(work, report.statement, { answer: 'comments', words: 'I came because I wanted to, and left because I wanted to.' }))
  await report.kai((work) => preparePackage(work, report.statement, { language: 'en' }))
  return report
}

/** The same, approved by the second and handed over. */
export async function aReport(given: Parameters<typeof aStatement>[0] = {}): Promise<Reported> {
  const report = await aPackage(given)
  const { number } = await report.kai((work) => work.db.selectFrom('disclosure_packages').select(['participant_id', 'number']).where('participant_id', '=', report.id).executeTakeFirstOrThrow())
  await report.second((work) => decidePackage(work, report.statement, { number, decision: 'approved', decisionWords: 'As little as will do.' }))
  await report.kai((work) => handOver(work, report.statement, 'By hand, in a closed envelope'))
  return report
}
