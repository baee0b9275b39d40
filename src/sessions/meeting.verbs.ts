import { practicalHelpOn } from '../agreements/index.ts'
import { dayAt, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { checkTakingPart, mayMeetAs } from './session.ts'
import { meetingWith, sessionByPublicId, type Meeting, type SessionRow } from './sessions.queries.ts'

export async function theSession(work: Work, publicId: string): Promise<SessionRow> {
  const session = await sessionByPublicId(work, publicId)
  if (!session) throw refuse('not-found')
  return session
}

/** The person, whom only those record who meet them. */
export async function whomIMeet(work: Work, participantId: number): Promise<Meeting & { role: string }> {
  const meeting = await meetingWith(work, participantId)
  if (!meeting) throw refuse('not-found')
  if (!mayMeetAs(meeting.role)) throw refuse('session-not-yours')
  return { ...meeting, role: meeting.role! }
}

export type Rests = { role: string, participantId: number, planId: number | null, agreementId: number | null }

/**
 * What a meeting rests on: the plan, within a yes; or, where that has ended, a mentor's agreement for practical help. What was planned before the plan
 * ended is still written down, and so is what was held before a stop.
 */
export async function mayMeet(work: Work, participantId: number, startsAt: Instant, planned?: Pick<SessionRow, 'agreement_id'>): Promise<Rests> {
  const person = await whomIMeet(work, participantId)
  const on = dayAt(startsAt, work.timeZone)
  const rests = { role: person.role, participantId, planId: person.plan_id, agreementId: null }
  if (person.role === 'mentor' && person.state !== 'paused' && !restsOnThePlan(person, startsAt, planned !== undefined)) {
    const agreementId = await practicalHelpOn(work, participantId, on)
    if (agreementId !== undefined) return { ...rests, planId: null, agreementId }
    if (person.stopped_at !== null || person.state === 'ended') throw refuse('session-after-a-stop')
  }
  if (!planned || person.state !== 'ended') checkTakingPart(person.state)
  if (person.role !== 'circle_coordinator' && !isAgreed(person, startsAt)) throw refuse('session-no-consent')
  if (person.yes_since && on < person.yes_since) throw refuse('session-before-the-yes', {})
  return rests
}

function restsOnThePlan(person: Meeting, startsAt: Instant, wasPlanned: boolean): boolean {
  return (person.state === 'active' || (wasPlanned && person.state === 'ended')) && isAgreed(person, startsAt)
}

function isAgreed({ answer, stopped_at: stopped }: Meeting, startsAt: Instant): boolean {
  return answer === 'yes' && (stopped === null || startsAt < stopped)
}
