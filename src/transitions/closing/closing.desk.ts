import type { Due } from '../../platform/due.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { closingPage, closingReportPage, writeClosingPage } from './addresses.ts'
import { closingsAwaited } from './closing.queries.ts'
import { t } from './words.ts'

/** A plan that ended without a signed report, for its facilitator; a signed report, for the coordinator to see. */
export async function closingsDue(work: Work): Promise<Due[]> {
  return (await closingsAwaited(work)).map(({ person, plan, report, name, ended_on: on, role }) => ({
    on, about: name, because: t('closing.due.because', { day: say.day(on) }), says: t(role === 'coordinator' ? 'closing.due.see' : report ? 'closing.due.sign' : 'closing.due.write'),
    href: report ? closingReportPage(person, report) : role === 'facilitator' ? writeClosingPage(person, plan) : closingPage(person) }))
}
