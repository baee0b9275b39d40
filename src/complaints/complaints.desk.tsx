import type { Due } from '../platform/due.ts'
import type { Work } from '../platform/work.ts'
import { answerPage, complaintPage } from './addresses.ts'
import type { Complaint } from './complaint.ts'
import { openComplaints, ownComplaints } from './complaints.queries.ts'
import { writesForOthers } from './complaints.verbs.ts'
import { whatSaid } from './said.ts'
import { t } from './words.ts'

/** What waits for an answer, by the day that was promised: whatever is late stands first on the day of those who answer. A coordinator finds what was forwarded to them. */
export async function complaintsDue(work: Work): Promise<Due[]> {
  if (work.actor.shape === 'oversight') return (await openComplaints(work)).map((one) => promised(one, writesForOthers(work)))
  if (work.actor.shape === 'casework' && work.actor.roles.includes('coordinator')) return (await openComplaints(work)).map(forwardedTo)
  return []
}

/** How many of the person's own wait for an answer. */
export async function ownComplaintsOpen(work: Work): Promise<number> {
  return (await ownComplaints(work)).filter(({ answer, takenBack }) => !answer && !takenBack).length
}

function promised(one: Complaint, mayAnswer: boolean): Due {
  return { on: one.answerBy, says: mayAnswer ? t('complaint.due.answer', { what: whatSaid(one) }) : whatSaid(one), href: mayAnswer ? answerPage(one.publicId) : complaintPage(one.publicId), because: t('complaint.due.because', { number: one.number }) }
}

/** A day's list is read with others in the room: that one awaits its answer and by when; why it came stands on its page. */
function forwardedTo(one: Complaint): Due {
  return { on: one.answerBy, says: t('complaint.due.read'), href: complaintPage(one.publicId), because: t('complaint.due.because', { number: one.number }) }
}
