import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { ErrorSummary, Form, Link, Narrow, PageHead, Submit } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import { planPage, startPage, Way, type Here } from '../pages/addresses.tsx'
import type { PlanRow } from '../plans.queries.ts'
import { planToArrange } from '../plans.verbs.ts'
import { t } from '../words.ts'
import { checkDraw, drawnStartOf, mayDrawBeginning } from './draw-beginning.ts'

/** The day that chance chose for the treatment, or the way to ask it; nothing where nothing is drawn. */
export async function startSaid(work: Work, { plan, here, mayArrange }: { plan: PlanRow, here: Here, mayArrange: boolean }) {
  const [drawn, mayDraw] = await together([drawnStartOf(work, plan.id), mayArrange && mayDrawBeginning(work, plan.id)])
  if (drawn) return <p class="ds-paragraph" data-size="sm">{t('plan.start.drawn', { day: say.day(drawn.begins_on) })}</p>
  if (!mayDraw) return null
  return <p class="ds-paragraph" data-size="sm"><Link does href={startPage(here)}>{t('plan.start.title')}</Link></p>
}

/** What it means that chance chooses, before it does. */
export async function startForm(work: Work, here: Here, attempt?: Attempt) {
  const person = await thePerson(work)
  const plan = await planToArrange(work, here.planId)
  if (attempt === undefined) await checkDraw(work, plan.id)
  return show({ title: t('plan.start.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('plan.start.title')} plan={{ at: here, title: t('plan.title') }} />
    <PageHead title={t('plan.start.title')} sub={person.name} />
    <p class="ds-paragraph">{t('plan.start.what')}</p>
    <p class="ds-paragraph">{t('plan.start.keep')}</p>
    <p class="ds-paragraph muted" data-size="sm">{t('plan.start.readers')}</p>
    <Form action={startPage(here)} keys={keysOf(work)}><Submit label={t('plan.start.do')} cancel={{ href: planPage(here), label: t('plan.back') }} /></Form>
  </Narrow> })
}
