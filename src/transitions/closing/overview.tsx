import { mayFor, myRoleFor } from '../../access/index.ts'
import { thePerson, type Person } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, Empty, Link, Narrow, PageHead } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { together } from '../../platform/together.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { plansOf, stateSentence, type PlanRow } from '../../plans/index.ts'
import { programmeTitle } from '../../programmes/index.ts'
import { closingPage, closingReportPage, writeClosingPage } from './addresses.ts'
import { signatureAs, type Closing } from './closing.ts'
import { closingsOf } from './closing.queries.ts'
import { t } from './words.ts'

export function Way({ person, here, report }: { person: Person, here?: string, report?: Closing }) {
  const above = [{ href: `/people/${person.public_id}`, label: person.name }]
  if (here) above.push({ href: closingPage(person.public_id), label: t('closing.title') })
  if (report) above.push({ href: closingReportPage(person.public_id, report.publicId), label: t('closing.version', { number: report.number }) })
  return <Crumbs above={above} here={here ?? t('closing.title')} />
}

/** The plans of the person, each with the versions of its report; and the way to write one, for the facilitator. */
export async function showClosings(work: Work, { participantId }: { participantId: string }) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'plan_dates')) throw refuse('not-found')
  const [plans, reports, role] = await together([plansOf(work, person.participant_id), closingsOf(work, person.participant_id), myRoleFor(work, work.about)])
  return show({ title: t('closing.title'), body: <Narrow>
    <Way person={person} />
    <PageHead title={t('closing.title')} sub={person.name} />
    <p class="ds-paragraph">{t('closing.what')}</p>
    {plans.length === 0 && <Empty>{t('closing.no-plan')}</Empty>}
    {plans.map((plan) => <OfPlan participantId={participantId} plan={plan} reports={reports.filter(({ planId }) => planId === plan.id)} mayWrite={role === 'facilitator'} />)}
  </Narrow> })
}

function OfPlan({ participantId, plan, reports, mayWrite }: { participantId: string, plan: PlanRow, reports: Closing[], mayWrite: boolean }) {
  return <Block title={programmeTitle(plan.programme)} size="xs">
    <p class="ds-paragraph">{stateSentence(plan)}</p>
    {plan.state !== 'ended' && <Empty>{t('closing.not-yet')}</Empty>}
    {reports.length > 0 && <ul class="ds-list">{reports.map((report) => <li><Link href={closingReportPage(participantId, report.publicId)}>{t('closing.version', { number: report.number })}</Link><br /><span class="muted">{standingSaid(report)}</span></li>)}</ul>}
    {plan.state === 'ended' && reports.length === 0 && <Empty>{t('closing.none')}</Empty>}
    {plan.state === 'ended' && mayWrite && <p><ButtonLink secondary={reports.length > 0} href={writeClosingPage(participantId, plan.public_id)}>{t(reports.length > 0 ? 'closing.write.again' : 'closing.write')}</ButtonLink></p>}
  </Block>
}

/** How far a version is: written, read, signed, seen. */
export function standingSaid(report: Closing): string {
  const [signed, seen] = [signatureAs(report, 'facilitator'), signatureAs(report, 'coordinator')]
  const written = t('closing.stands.written', { name: report.writtenBy, when: say.moment(report.writtenAt) })
  const read = report.answers.length === 0 ? t('closing.stands.not-read') : report.answers.some(({ answer }) => answer === 'objects') ? t('closing.stands.objects') : t('closing.stands.read')
  return [written, read, t(signed ? 'closing.stands.signed' : 'closing.stands.not-signed'), signed ? t(seen ? 'closing.stands.seen' : 'closing.stands.not-seen') : ''].filter(Boolean).join(' ')
}
