import type { Attempt } from '../../platform/attempt.ts'
import type { Day } from '../../platform/day.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { ErrorSummary, Form, Narrow, PageHead, Submit, TextArea } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { helpPage } from '../addresses.ts'
import { mayTakeBack, type Advice, type SafetyPlan } from '../advice.ts'
import type { HelpTable } from '../health.queries.ts'
import { inForceToChange, mustWrite } from '../health.verbs.ts'
import { t } from '../words.ts'
import { PlanBody, Way, writtenSaid } from './parts.tsx'

type About = { table: HelpTable, publicId: string, action: string }

export async function endForm(work: Work, { table, publicId, action }: About, attempt?: Attempt) {
  const person = await mustWrite(work)
  const one = await inForceToChange(work, table, publicId)
  return show({ title: t('health.end'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('health.end')} />
    <PageHead title={t('health.end')} sub={person.name} />
    <p class="ds-paragraph">{t('health.end.sub')}</p>
    <Words one={one} today={work.today} />
    <Form action={action} keys={keysOf(work)}>
      <TextArea name="why" label={t('health.field.why')} hint={t('health.why.hint')} rows={2} most={500} attempt={attempt} required />
      <Submit label={t('health.end.do')} cancel={{ href: helpPage(person.public_id), label: t('health.cancel') }} />
    </Form>
  </Narrow> })
}

export async function takeBackForm(work: Work, { table, publicId, action }: About, attempt?: Attempt) {
  const person = await mustWrite(work)
  const one = await inForceToChange(work, table, publicId)
  if (!attempt && !mayTakeBack(one, work.actor.id, work)) throw refuse('health-stands')
  return show({ title: t('health.take-back'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('health.take-back')} />
    <PageHead title={t('health.take-back')} sub={person.name} />
    <p class="ds-paragraph">{t('health.take-back.sub')}</p>
    <Words one={one} today={work.today} />
    <Form action={action} keys={keysOf(work)}>
      <Submit label={t('health.take-back.do')} cancel={{ href: helpPage(person.public_id), label: t('health.cancel') }} />
    </Form>
  </Narrow> })
}

function Words({ one, today }: { one: Advice | SafetyPlan, today: Day }) {
  return <>
    {'words' in one ? <blockquote class="ds-paragraph prose" dir="auto">{one.words}</blockquote> : <PlanBody plan={one} />}
    <p class="ds-paragraph muted" data-size="sm">{writtenSaid(one, today)}</p>
  </>
}
