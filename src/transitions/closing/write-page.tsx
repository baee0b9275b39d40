import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, ErrorSummary, Form, Hidden, Narrow, Notice, PageHead, SavedDraft, Submit, TextArea } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { programmeTitle } from '../../programmes/index.ts'
import { closingPage, writeClosingPage } from './addresses.ts'
import { parts, factsOf, type Part } from './closing-said.ts'
import type { Closing } from './closing.ts'
import { closingsOf } from './closing.queries.ts'
import { planToClose } from './closing.verbs.ts'
import { knownAtTheEnd } from './known-at-the-end.ts'
import { Way } from './overview.tsx'
import { Facts } from './parts.tsx'
import { t } from './words.ts'

/** What is known stands above each field, so that the facilitator writes what the numbers do not say. A second version begins with the words of the first. */
export async function writeForm(work: Work, { participantId, planId }: { participantId: string, planId: string }, attempt?: Attempt) {
  const [person, plan] = [await thePerson(work), await planToClose(work, planId)]
  const before = (await closingsOf(work, person.participant_id)).filter((one) => one.planId === plan.id)
  const facts = factsOf(await knownAtTheEnd(work, plan), plan)
  const said = saidIn(before[0])
  return show({ title: t('closing.write.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('closing.write.title')} />
    <PageHead title={t('closing.write.title')} sub={t('closing.write.sub', { name: person.name, programme: programmeTitle(plan.programme) })} />
    <Notice kind="care" title={t('closing.write.not')}>{t('closing.write.not.what')}</Notice>
    <Form action={writeClosingPage(participantId, planId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Hidden name="versions" value={before.length} />
      {parts.map((part) => <Block title={t(`closing.part.${part}`)} size="xs">
        <Facts part={part} facts={facts[part]} />
        <TextArea name={part} label={t(`closing.field.${part}`)} rows={3} most={4000} value={said[part]} attempt={attempt} required />
      </Block>)}
      <Block title={t('closing.part.plain')} size="xs">
        <TextArea name="plain" label={t('closing.field.plain')} hint={t('closing.plain.hint')} rows={5} most={4000} value={before[0]?.units?.plain} attempt={attempt} required readers={t('closing.plain.readers')} />
      </Block>
      <Submit label={t('closing.write.do')} draft cancel={{ href: closingPage(participantId), label: t('closing.back') }} />
    </Form>
  </Narrow> })
}

function saidIn(report: Closing | undefined): Partial<Record<Part, string>> {
  if (!report) return {}
  const { said, dose, units, goals, agreements } = report
  return { ...said, ...(dose && { dose: dose.said }), ...(units && { units: units.said }), ...(goals && { goals: goals.said }), ...(agreements && { agreements: agreements.said }) }
}
