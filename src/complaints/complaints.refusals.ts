import { refusals } from '../platform/refusals.ts'
import './words.ts'

export const complaintRefusals = refusals({
  'complaint-subject-missing': { status: 422, says: 'complaint.refused.subject', field: 'subject' },
  'complaint-person-unknown': { status: 422, says: 'complaint.refused.person', field: 'number' },
  'complaint-told-ahead': { status: 422, says: 'complaint.refused.told-ahead', field: 'toldOn' },
  'complaint-told-long-ago': { status: 422, says: 'complaint.refused.told-long-ago', field: 'toldOn' },
  'complaint-answered': { status: 409, says: 'complaint.refused.answered' },
  'complaint-taken-back': { status: 409, says: 'complaint.refused.taken-back' },
  'complaint-outcome-other-kind': { status: 422, says: 'complaint.refused.outcome', field: 'outcome' },
  'complaint-nobody-to-forward-to': { status: 422, says: 'complaint.refused.nobody', field: 'to' },
  'complaint-forwarded-before': { status: 409, says: 'complaint.refused.forwarded' },
  'complaint-reading-ends-before': { status: 422, says: 'complaint.refused.until', field: 'until' },
})
