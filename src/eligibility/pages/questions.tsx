import { mayFor } from '../../access/index.ts'
import { offenceIsLocked, lastYes, statusesOf, thePerson } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Empty, Narrow, PageHead, PrintHint } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { rolesInWords, type Programme, type Rule } from '../../programmes/index.ts'
import { sideOf } from '../eligibility.ts'
import { questionsFor } from '../eligibility.queries.ts'
import { mustRead, theProgramme } from '../eligibility.verbs.ts'
import { t } from '../words.ts'
import type { Here } from './addresses.ts'
import { Way } from './parts.tsx'

/** What nobody knows yet, to print and take along: with room to write, and no name on the paper. */
export async function showQuestions(work: Work, here: Here) {
  await mustRead(work)
  const definition = theProgramme(here.programme)
  const [person, all, locked] = [await thePerson(work), await questionsFor(work, definition), await isLocked(work)]
  const open = all.filter((one) => sideOf(one, all) === 'open')
  return show({ title: t('eligibility.questions.title'), body: <Narrow>
    <Way person={person} here={t('eligibility.questions.title')} programme={{ at: here, title: definition.title }} />
    <PageHead title={t('eligibility.questions.title')} sub={t('eligibility.questions.sub')} />
    {open.length === 0 ? <Empty>{t('eligibility.questions.none')}</Empty>
      : <ol class="questions">{open.map(({ rule }) => <ToAsk rule={rule} definition={definition} fromPapers={locked && aboutTheOffence.includes(rule.about)} />)}</ol>}
    {open.length > 0 && <PrintHint />}
  </Narrow> })
}

const aboutTheOffence = ['offence', 'intent', 'conduct']

/** Whoever may not know the legal status asks as if guilt were open. */
async function isLocked(work: Work): Promise<boolean> {
  if (!await mayFor(work, 'read', 'legal_status')) return true
  const statuses = await statusesOf(work, work.about)
  return statuses.length === 0 || offenceIsLocked(statuses, work.today, await lastYes(work, work.about))
}

function ToAsk({ rule, definition, fromPapers }: { rule: Rule, definition: Programme, fromPapers: boolean }) {
  return <li>
    <h2 class="ds-heading" data-size="2xs" dir="auto">{rule.asks}</h2>
    <p class="ds-paragraph muted" data-size="sm">{t('eligibility.questions.ask', { roles: rolesInWords(definition, rule.answered_by) })}</p>
    {fromPapers && <p class="ds-paragraph" data-size="sm"><b>{t('eligibility.questions.papers')}</b></p>}
    <p class="ds-paragraph">{t('eligibility.questions.answer')}</p>
    <p class="ds-paragraph muted to-write" data-size="sm">{t('eligibility.questions.rests')}</p>
  </li>
}
