import type { z } from 'zod'
import { thePerson } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { DetailsFold, Empty, Link, Notice, PageHead, PrintHint } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { programmesOnOffer, type Programme } from '../../programmes/index.ts'
import type { Question } from '../eligibility.ts'
import type { LookAt } from '../eligibility.input.ts'
import { givenAnswers, programmesLookedAt, questionsFor, recordedOf } from '../eligibility.queries.ts'
import { mustRead } from '../eligibility.verbs.ts'
import { aboutSaid } from '../said.ts'
import { together } from '../../platform/together.ts'
import { t } from '../words.ts'
import { eligibilityPage, programmeFor } from './addresses.ts'
import { Answered, Way } from './parts.tsx'

const most = 4

type Column = { definition: Programme, questions: Question[] }

/** Several programmes for one person, asked about the same things. They stand by their names: no order says which fits. */
export async function showBeside(work: Work, { participantId, programmes = [] }: { participantId: string } & z.output<typeof LookAt>) {
  await mustRead(work)
  const [person, lookedAt] = [await thePerson(work), await programmesLookedAt(work, work.about)]
  const asked = programmes.flatMap((one) => one.split(',')).map((one) => one.trim())
  const wanted = inOrder((definition) => asked.includes(definition.id))
  const shown = wanted.length > 0 ? wanted : inOrder((definition) => lookedAt.includes(definition.id))
  const columns = await columnsOf(work, shown.slice(0, most))
  return show({ title: t('eligibility.title'), wide: true, body: <>
    <Way person={person} here={t('eligibility.title')} />
    <PageHead title={t(columns.length > 1 ? 'eligibility.beside.title' : 'eligibility.title')} sub={`${person.name}. ${t(columns.length > 1 ? 'eligibility.beside.sub' : 'eligibility.sub')}`} />
    <Notice kind="info">{t('eligibility.decides')}</Notice>
    {wanted.length > most && <Notice kind="care">{t('eligibility.choose.too-many')}</Notice>}
    {columns.length === 0 ? <Empty>{t('eligibility.none')}</Empty> : <Beside columns={columns} participantId={participantId} />}
    <DetailsFold summary={t(columns.length === 0 ? 'eligibility.choose' : 'eligibility.choose.again')} open={columns.length === 0}><Choose participantId={participantId} chosen={shown.map(({ id }) => id)} /></DetailsFold>
    {columns.length > 0 && <PrintHint />}
  </> })
}

function inOrder(isWanted: (definition: Programme) => boolean): Programme[] {
  return programmesOnOffer().map(({ definition }) => definition).filter(isWanted).sort((one, other) => one.title.localeCompare(other.title))
}

async function columnsOf(work: Work, definitions: Programme[]): Promise<Column[]> {
  const [recorded, given] = await together([recordedOf(work), givenAnswers(work, [work.about])])
  const columns: Column[] = []
  for (const definition of definitions) columns.push({ definition, questions: await questionsFor(work, definition, { recorded, given }) })
  return columns
}

/** A row for each thing that any of them asks about. */
function Beside({ columns, participantId }: { columns: Column[], participantId: string }) {
  const about = [...new Set(columns.flatMap(({ questions }) => questions.map(({ rule }) => rule.about)))]
  return <div class="block"><div class="scroll" role="region" aria-label={t('eligibility.beside.title')} tabindex={0}>
    <table class="ds-table beside">
      <caption class="ds-sr-only">{t('eligibility.beside.title')}</caption>
      <thead><tr><th scope="col">{t('eligibility.beside.about')}</th>{columns.map(({ definition: { id, title } }) =>
        <th scope="col"><Link href={programmeFor({ participantId, programme: id })}>{title}</Link></th>)}</tr></thead>
      <tbody>
        {about.map((one) => <tr><th scope="row">{aboutSaid(one)}</th>{columns.map(({ questions }) => <td><Cell questions={questions.filter(({ rule }) => rule.about === one)} /></td>)}</tr>)}
        {columns.some(({ questions }) => questions.length === 0) && <tr><th scope="row">{t('eligibility.beside.rules')}</th>{columns.map(({ definition, questions }) =>
          <td>{questions.length > 0 ? t('eligibility.beside.has-rules') : t(definition.rules === 'not_established' ? 'eligibility.beside.unknown-rules' : 'eligibility.beside.no-rules')}</td>)}</tr>}
      </tbody>
    </table>
  </div></div>
}

function Cell({ questions }: { questions: Question[] }) {
  if (questions.length === 0) return <span class="muted">{t('eligibility.beside.not-asked')}</span>
  return <>{questions.map((question) => <div class="asked"><p class="ds-paragraph" data-size="sm" dir="auto">{question.rule.asks}</p><Answered question={question} /></div>)}</>
}

function Choose({ participantId, chosen }: { participantId: string, chosen: string[] }) {
  const all = inOrder(() => true)
  if (all.length === 0) return <Empty>{t('eligibility.no-programmes')}</Empty>
  return <form class="form choice-form" method="get" action={eligibilityPage(participantId)} autocomplete="off">
    <fieldset class="ds-fieldset group"><legend class="ds-label">{t('eligibility.choose')}</legend>
      <p data-field="description">{t('eligibility.choose.hint')}</p>
      <div class="marks">{all.map(({ id, title }) => <div class="ds-field">
        <input class="ds-input" type="checkbox" id={`look-${id}`} name="programmes" value={id} checked={chosen.includes(id)} /><label class="ds-label" for={`look-${id}`}>{title}</label>
      </div>)}</div>
    </fieldset>
    <div class="submit"><button class="ds-button" type="submit">{t('eligibility.choose.do')}</button></div>
  </form>
}
