import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { ErrorSummary, Form, Link, Narrow, Notice, PageHead, Submit, TextArea } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { programmesPage } from '../../programmes/index.ts'
import { leftBehind, newerVersion } from './move-plan.ts'
import { planToArrange } from '../plans.verbs.ts'
import { t } from '../words.ts'
import { planPage, versionPage, Way, type Here } from '../pages/addresses.tsx'

/** Running plans keep their version until somebody moves them, and says why. What the newer one no longer has is said before. */
export async function versionForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToArrange(work, here.planId)
  const newer = newerVersion(plan)
  if (newer === undefined) throw refuse('plan-has-newest-version')
  return show({ title: t('plan.version.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.version.title')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.version.title')} sub={person.name} />
    <p class="ds-paragraph">{t('plan.version.newer', { newer, version: plan.version })} <Link href={`${programmesPage}/${plan.programme}/versions/${plan.version}`}>{t('plan.version.difference')}</Link></p>
    <Left {...await leftBehind(work, plan)} />
    <Form action={versionPage(here)} keys={keysOf(work, plan.revision)}>
      <TextArea name="reason" label={t('plan.field.move-reason')} hint={t('plan.version.hint')} attempt={attempt} rows={3} most={2000} readers={t('plan.fit.readers')} required />
      <Submit label={t('plan.version.do')} cancel={{ href: planPage(here), label: t('plan.back') }} />
    </Form>
  </Narrow> })
}

function Left({ written, unread }: Awaited<ReturnType<typeof leftBehind>>) {
  return <>
    {written.length > 0 && <Notice kind="care">{t('plan.version.left')}<ul class="ds-list">{written.map(({ kind, title }) => <li dir="auto">{t(`plan.version.left.${kind}`, { title })}</li>)}</ul></Notice>}
    {unread.length > 0 && <Notice kind="info">{t('plan.version.unread', { titles: say.list(unread.map(({ title }) => title)) })}</Notice>}
  </>
}
