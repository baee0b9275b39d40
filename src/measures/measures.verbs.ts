import { mayFor } from '../access/index.ts'
import { answersOf, thePerson, type Erasers } from '../participants/index.ts'
import { dayAt, type Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { goalsInForce } from '../plans/index.ts'
import { heldMeetings, type HeldMeeting } from './held-meetings.ts'
import { checkDay, mayChange, ruler, saidOrMissing, type Measure } from './measure.ts'
import { addMeasures, changeMeasure, measureByPublicId, wordOnSession, type NewMeasure } from './measures.queries.ts'
import type { OwnWord, Rating, RulerAnswer } from './measures.input.ts'
import { t } from './words.ts'

/** Rates goals against their written levels, all at one time. A goal of which nothing was said stays as it is. */
export async function rateGoals(work: Work, { on, saidBy, ratings }: Rating): Promise<number> {
  const participantId = await whoseToWrite(work)
  checkDay(on, work.today)
  await mustNotHaveStopped(work, participantId, on)
  const goals = await goalsInForce(work, participantId, on)
  const said = ratings.flatMap(({ goal: publicId, level, missing, ownWords }, place): NewMeasure[] => {
    if (level === undefined && missing === undefined && ownWords === undefined) return []
    const goal = goals.find((one) => one.publicId === publicId)
    if (!goal) throw refuse('measure-no-goal-then')
    return [{ kind: 'goal', series: goal.title.slice(0, 100), goalId: goal.id, on, saidBy, ...saidOrMissing(level, missing, `ratings.${place}.level`), ...(ownWords && { ownWords }) }]
  })
  if (said.length === 0) throw refuse('measure-nothing-rated')
  await addMeasures(work, participantId, said)
  return said.length
}

/** Writes down the person's answer on a ruler of 0 to 10, with the question as it was asked. */
export async function askRuler(work: Work, { on, question, value, missing, ownWords }: RulerAnswer): Promise<void> {
  const participantId = await whoseToWrite(work)
  checkDay(on, work.today)
  await mustNotHaveStopped(work, participantId, on)
  await addMeasures(work, participantId, [{
    kind: 'ruler', series: question.slice(0, 100), question, on, saidBy: 'person', ...ruler, ...saidOrMissing(value, missing, 'value'), ...(ownWords && { ownWords }) }])
}

/** The person says how a meeting was, in a number, in words, or both. It stands under the day of the meeting; until the day of saying it is over they can say it anew. */
export async function sayHowItWas(work: Work, sessionId: string, { value, ownWords = '' }: OwnWord): Promise<void> {
  const meeting = await myMeeting(work, sessionId)
  if (value === undefined && ownWords === '') throw refuse('measure-nothing-said', {}, 'value')
  const said = { value: value ?? null, missing: value === undefined ? 'did-not-want' as const : null, ownWords }
  const before = await wordOnSession(work, work.actor.id, meeting.id)
  if (!before) return addMeasures(work, work.actor.id, [{ kind: 'session', series: 'session', question: t('measure.own.how.question'), sessionId: meeting.id, on: dayAt(meeting.startsAt, work.timeZone), saidBy: 'person', ...ruler, ...said }])
  mustBeMine(work, before)
  if (!await changeMeasure(work, before, said)) throw refuse('measure-changed-meanwhile')
}

/** Whoever wrote something takes it back on the same day: it is no longer shown, to anybody. */
export async function takeBack(work: Work, publicId: string): Promise<void> {
  const participantId = await whoseToWrite(work)
  const measure = await measureByPublicId(work, participantId, publicId)
  if (!measure) throw refuse('not-found')
  mustBeMine(work, measure)
  if (!await changeMeasure(work, measure, { takenBack: true })) throw refuse('measure-changed-meanwhile')
}

/** A held meeting of the person who is signed in. */
export async function myMeeting(work: Work, publicId: string): Promise<HeldMeeting> {
  const meeting = (await heldMeetings(work)).find((one) => one.publicId === publicId)
  if (!meeting) throw refuse('measure-session-not-held')
  return meeting
}

/** Whom this is about, where the actor may write it: the person themselves, or somebody of their team who works on it. */
async function whoseToWrite(work: Work): Promise<number> {
  if (work.actor.kind === 'participant') return work.actor.id
  const { participant_id } = await thePerson(work)
  if (!await mayFor(work, 'write', 'measure')) throw refuse('not-found')
  return participant_id
}

/** After a stop nothing more is asked of the person, for no day after it; what was said until then can still be written down. They themselves may say what they like. */
async function mustNotHaveStopped(work: Work, participantId: number, on: Day): Promise<void> {
  if (work.actor.kind === 'participant') return
  const standing = (await answersOf(work, participantId)).find(({ purpose }) => purpose === 'programme')
  if (standing?.withdrawn && on > dayAt(standing.withdrawn, work.timeZone)) throw refuse('measure-after-a-stop')
}

function mustBeMine(work: Work, measure: Measure): void {
  if (!mayChange(measure, work.actor, work)) throw refuse('measure-stands')
}

export const erasesOfMeasures: Erasers = [['measures', async (work, id, before) => {
  await work.db.deleteFrom('measures').where('participant_id', '=', id).where('recorded_at', '<=', before).execute()
}]]
