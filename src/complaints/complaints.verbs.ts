import { nameReader } from '../access/index.ts'
import { addDays } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { newPublicId } from '../platform/open-work.ts'
import type { Work } from '../platform/work.ts'
import { answerByFrom, mustBeOpen, numberFrom, outcomesFor, type Complaint, type Kind, type Subject } from './complaint.ts'
import { addAnswer, addComplaint, addTakenBack, answerTerms, coordinatorsFor, endOf, findComplaint, noteForwarded, personWithNumber, setTerm } from './complaints.queries.ts'
import type { Answering, Forwarding, Raising, SettingTerm, TakingBack, WritingDown } from './complaints.input.ts'

/** How long ago something may have been told that is written down today. */
const daysTold = 60

export type Raised = { publicId: string } & Pick<Complaint, 'number' | 'answerBy'>

/** The person says it themselves. They get a number and the day of the answer at once. */
export async function raise(work: Work, said: Raising): Promise<Raised> {
  if (work.actor.kind !== 'participant') throw refuse('not-found')
  return raised(work, said, { participantId: work.actor.id, raisedOn: work.today, way: 'own-page' })
}

/** The rights officer writes down what somebody told them. The days run from the day it was told, not from the day it was typed. */
export async function writeDown(work: Work, { number, toldOn, ...said }: WritingDown): Promise<Raised> {
  if (!writesForOthers(work)) throw refuse('not-found')
  if (toldOn > work.today) throw refuse('complaint-told-ahead')
  if (toldOn < addDays(work.today, -daysTold)) throw refuse('complaint-told-long-ago', { count: daysTold })
  const participantId = await personWithNumber(work, number.trim())
  if (participantId === undefined) throw refuse('complaint-person-unknown')
  work.saw(participantId)
  return raised(work, said, { participantId, raisedOn: toldOn, way: 'told' })
}

/** Whoever raised it needs no reason to let it go. */
export async function takeBack(work: Work, { complaintId, words }: TakingBack): Promise<void> {
  const complaint = await findComplaint(work, complaintId)
  if (work.actor.kind !== 'participant' && !writesForOthers(work)) throw refuse('not-found')
  mustBeOpen(complaint)
  await addTakenBack(work, complaint, words ?? '')
}

/** Answers once, in words for the person. Only the rights officer does: whoever works with the person cannot close what is said of their work. */
export async function answerComplaint(work: Work, { complaintId, outcome, words }: Answering): Promise<void> {
  const complaint = await toHandle(work, complaintId)
  if (!outcomesFor(complaint.kind).includes(outcome)) throw refuse('complaint-outcome-other-kind')
  await addAnswer(work, complaint, { outcome, words })
}

/** Lets one coordinator read one complaint, by name, for a reason and until a day. Nobody else of the team learns of it. */
export async function forwardComplaint(work: Work, { complaintId, to, why, until }: Forwarding): Promise<void> {
  const complaint = await toHandle(work, complaintId)
  if (complaint.forwarded) throw refuse('complaint-forwarded-before', { name: complaint.forwarded.to })
  if (until < work.today) throw refuse('complaint-reading-ends-before')
  const reader = (await coordinatorsFor(work, complaintId)).find(({ public_id: publicId }) => publicId === to)
  if (!reader) throw refuse('complaint-nobody-to-forward-to')
  await noteForwarded(work, complaint, reader.colleague_id, why)
  work.discloses(reader.name)
  await nameReader(work, { readerId: reader.colleague_id, participantId: complaint.participantId, record: 'complaint', role: 'coordinator', reason: why, until: endOf(work, until) })
}

/** The administrator writes down within how many days this service answers, and which law or rule says so. What was raised before keeps its day. */
export async function setAnswerDays(work: Work, term: SettingTerm): Promise<void> {
  await setTerm(work, term)
}

async function raised(work: Work, said: Raising, whose: Pick<Complaint, 'participantId' | 'raisedOn' | 'way'>): Promise<Raised> {
  const term = (await answerTerms(work)).find(({ kind }) => kind === said.kind)!
  // A number made apart from the name in addresses: who knows one does not know the other.
  const [number, answerBy] = [numberFrom(newPublicId()), answerByFrom(whose.raisedOn, term)]
  const publicId = await addComplaint(work, { ...whose, number, answerBy, kind: said.kind, subject: subjectOf(said.kind, said.subject), words: said.words, reach: said.reach ?? '' })
  return { publicId, number, answerBy }
}

function subjectOf(kind: Kind, subject: Subject | undefined): Subject {
  if (kind === 'file') return 'file'
  if (subject === undefined) throw refuse('complaint-subject-missing')
  return subject
}

/** Whoever may only read gets the answer that a stranger gets. */
async function toHandle(work: Work, publicId: string): Promise<Complaint> {
  const complaint = await findComplaint(work, publicId)
  if (!writesForOthers(work)) throw refuse('not-found')
  mustBeOpen(complaint)
  return complaint
}

export function writesForOthers(work: Work): boolean {
  return work.actor.roles.includes('rights_officer')
}
