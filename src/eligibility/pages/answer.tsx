import { limitOnOffence, thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, Choice, DayField, ErrorSummary, Form, KeptRevision, Narrow, Notice, PageHead, revisionShown, SavedDraft, Submit, TextArea, TextField } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { rolesInWords } from '../../programmes/index.ts'
import { answers, mayGoOn, mustMayGoOn } from '../eligibility.ts'
import { ruleToAnswer } from '../eligibility.verbs.ts'
import { answerSaid, goesOnSaid, namedRole } from '../said.ts'
import { t } from '../words.ts'
import { goOnPage, programmeFor, rulePage, type AtRule } from './addresses.ts'
import { Answered, Way } from './parts.tsx'

/** What is somebody's judgment is asked as such: yes, no or unknown, with what it rests on. */
const judged = ['judged_risk', 'judged_vulnerability']
const aboutTheOffence = ['offence', 'intent', 'conduct']

export async function answerForm(work: Work, at: AtRule, attempt?: Attempt) {
  const [person, { definition, question, role }] = [await thePerson(work), await ruleToAnswer(work, at)]
  const { rule } = question
  const shown = revisionShown(attempt, question.given.length)
  return show({ title: t('eligibility.answer.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('eligibility.answer.title')} programme={{ at, title: definition.title }} />
    <PageHead title={rule.asks} sub={`${definition.title}. ${person.name}`} />
    {aboutTheOffence.includes(rule.about) && await limitOnOffence(work, work.about)}
    {judged.includes(rule.about) && <Notice kind="care">{t('eligibility.judged')}</Notice>}
    <Block title={t('eligibility.now')} size="xs"><Answered question={question} />
      <p class="ds-paragraph muted" data-size="sm">{t('eligibility.answered-by', { roles: rolesInWords(definition, rule.answered_by) })} {goesOnSaid(definition, rule)}</p></Block>
    <Form action={rulePage(at)} keys={keysOf(work, shown)}>
      <SavedDraft attempt={attempt} /><KeptRevision revision={shown} />
      <Choice name="answer" label={t('eligibility.field.answer')} attempt={attempt} required
        options={answers.map((value) => ({ value, label: answerSaid(value), ...(value === 'unknown' && { hint: t('eligibility.unknown.hint') }) }))} />
      <TextArea name="words" label={t('eligibility.field.words')} hint={`${t('eligibility.field.words.hint')} ${t('eligibility.belief')}`} readers={t(role === 'assessor' ? 'eligibility.assessor.readers' : 'eligibility.answer.readers')} attempt={attempt} rows={4} most={2000} />
      <TextField name="saidBy" label={t('eligibility.field.said-by')} hint={t('eligibility.field.said-by.hint')} attempt={attempt} required />
      <DayField name="seenOn" label={t('eligibility.field.seen-on')} attempt={attempt} value={work.today} max={work.today} required />
      <Submit label={t('eligibility.answer.save')} draft cancel={{ href: programmeFor(at), label: t('eligibility.back') }} />
    </Form>
  </Narrow> })
}

export async function goOnForm(work: Work, at: AtRule, attempt?: Attempt) {
  const [person, { definition, question, role }] = [await thePerson(work), await ruleToAnswer(work, at)]
  const named = mayGoOn(definition, question.rule)
  const shown = revisionShown(attempt, question.given.length)
  if (attempt === undefined || attempt.problems.length === 0) mustMayGoOn(role, named)
  return show({ title: t('eligibility.despite.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Way person={person} here={t('eligibility.despite.title')} programme={{ at, title: definition.title }} />
    <PageHead title={t('eligibility.despite.title')} sub={t('eligibility.despite.sub')} />
    <Block title={question.rule.asks} size="xs"><Answered question={question} /><p class="ds-paragraph muted" data-size="sm">{goesOnSaid(definition, question.rule)}</p></Block>
    <Form action={goOnPage(at)} keys={keysOf(work, shown)}>
      <SavedDraft attempt={attempt} /><KeptRevision revision={shown} />
      {named !== role && <TextField name="decidedBy" label={t('eligibility.field.decided-by')} hint={t('eligibility.field.decided-by.hint', { role: namedRole(definition, question.rule) })} attempt={attempt} required />}
      <TextArea name="words" label={t('eligibility.field.reason')} hint={t('eligibility.field.reason.hint')} readers={t('eligibility.answer.readers')} attempt={attempt} rows={4} most={2000} required />
      <Submit label={t('eligibility.despite.save')} draft cancel={{ href: programmeFor(at), label: t('eligibility.back') }} />
    </Form>
  </Narrow> })
}
