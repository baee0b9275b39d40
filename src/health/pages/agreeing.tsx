import { mayFor, readersPage } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Crumbs, ErrorSummary, Form, Link, Narrow, PageHead, Submit } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { agreeingPage } from '../addresses.ts'
import { agreedReaders } from '../health.queries.ts'
import { t } from '../words.ts'
import { ReaderTicks } from './parts.tsx'

/** What the person said to a colleague who writes down what they agree to. It says nothing of whether there is advice or a plan. */
export async function agreeingForm(work: Work, _: object, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'consent_and_notice')) throw refuse('not-found')
  return show({ title: t('health.agreeing.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: `/people/${person.public_id}`, label: person.name }]} here={t('health.agreeing.title')} />
    <PageHead title={t('health.agreeing.title')} sub={person.name} />
    <p class="ds-paragraph">{t('health.agreeing.sub')} <Link href={readersPage(person.public_id)}>{t('health.agreeing.readers')}</Link></p>
    <Form action={agreeingPage(person.public_id)} keys={keysOf(work)}>
      <ReaderTicks label={t('health.agreeing.who')} chosen={await agreedReaders(work, person.participant_id)} attempt={attempt} />
      <Submit label={t('health.agreeing.do')} cancel={{ href: `/people/${person.public_id}`, label: t('health.cancel') }} />
    </Form>
  </Narrow> })
}
