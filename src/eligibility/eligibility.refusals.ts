import { refusals } from '../platform/refusals.ts'

export const eligibilityRefusals = refusals({
  'eligibility-rule-unknown': { status: 404, says: 'eligibility.refused.rule-unknown' },
  'eligibility-unread': { status: 403, says: 'eligibility.refused.unread' },
  'eligibility-not-yours': { status: 409, says: 'eligibility.refused.not-yours' },
  'eligibility-needs-evidence': { status: 422, says: 'eligibility.refused.needs-evidence', field: 'words' },
  'eligibility-day-ahead': { status: 422, says: 'eligibility.refused.day-ahead', field: 'seenOn' },
  'eligibility-answered-meanwhile': { status: 409, says: 'eligibility.refused.meanwhile' },
  'eligibility-nothing-against': { status: 409, says: 'eligibility.refused.nothing-against' },
  'eligibility-nobody-overrides': { status: 409, says: 'eligibility.refused.nobody-overrides' },
  'eligibility-not-yours-to-override': { status: 409, says: 'eligibility.refused.not-yours-to-override' },
  'eligibility-who-decided': { status: 422, says: 'eligibility.refused.who-decided', field: 'decidedBy' },
})
