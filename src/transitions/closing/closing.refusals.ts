import { refusals } from '../../platform/refusals.ts'
import './words.ts'

export const closingRefusals = refusals({
  'closing-plan-runs': { status: 409, says: 'closing.refused.plan-runs' },
  'closing-written-meanwhile': { status: 409, says: 'closing.refused.meanwhile' },
  'closing-newer-version': { status: 409, says: 'closing.refused.newer' },
  'closing-not-read': { status: 409, says: 'closing.refused.not-read' },
  'closing-not-yours-to-sign': { status: 409, says: 'closing.refused.not-yours' },
  'closing-signed-already': { status: 409, says: 'closing.refused.signed' },
  'closing-not-signed': { status: 409, says: 'closing.refused.not-signed' },
  'closing-seen-already': { status: 409, says: 'closing.refused.seen' },
  'closing-answer-needs-words': { status: 422, says: 'closing.refused.words', field: 'words' },
  'closing-answer-not-yours': { status: 422, says: 'closing.refused.answer', field: 'answer' },
})
