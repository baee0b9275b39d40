import { myRoleFor } from '../../access/index.ts'
import { limitOnOffence, thePerson } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Columns, Empty, Link, Notice, PageHead, PrintHint } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { programmePage, type Programme } from '../../programmes/index.ts'
import { sideOf, writingRoles, type Question, type Side } from '../eligibility.ts'
import { questionsFor } from '../eligibility.queries.ts'
import { mustRead, theProgramme } from '../eligibility.verbs.ts'
import { t } from '../words.ts'
import { questionsPage, type Here } from './addresses.ts'
import { Asked, Way } from './parts.tsx'

const sides: Side[] = ['open', 'against', 'despite', 'for', 'neither']

/** What one programme asks about one person: what is open first, then what speaks against and for. No sum is made of it. */
export async function showProgramme(work: Work, here: Here) {
  await mustRead(work)
  const definition = theProgramme(here.programme)
  const [person, all] = [await thePerson(work), await questionsFor(work, definition)]
  const mine = await roleThatWrites(work)
  return show({ title: t('eligibility.title'), wide: true, body: <>
    <Way person={person} here={definition.title} />
    <PageHead title={definition.title} sub={`${person.name}. ${t('eligibility.sub')}`} actions={all.length > 0 && <ButtonLink secondary href={questionsPage(here)}>{t('eligibility.questions.link')}</ButtonLink>} />
    <Columns aside={<Beside here={here} definition={definition} mayPlan={['coordinator', 'facilitator'].includes(await myRoleFor(work, work.about) ?? '')} />}>
      {await limitOnOffence(work, work.about)}
      {all.length === 0 ? <Empty>{t(definition.rules === 'not_established' ? 'eligibility.rules-unknown' : 'eligibility.rules-none')}</Empty>
        : sides.map((side) => <OfOneSide side={side} questions={all.filter((one) => sideOf(one, all) === side)} all={all} definition={definition} here={here} mine={mine} />)}
    </Columns>
  </> })
}

/** The role in which somebody writes answers about this person; nothing for those who only read. */
async function roleThatWrites(work: Work): Promise<string | undefined> {
  const role = await myRoleFor(work, work.about)
  return writingRoles.find((one) => one === role)
}

function OfOneSide({ side, questions, ...rest }: { side: Side, questions: Question[], all: Question[], definition: Programme, here: Here, mine: string | undefined }) {
  if (questions.length === 0) return side === 'open' ? <Block title={t('eligibility.open')}><Empty>{t('eligibility.open.empty')}</Empty></Block> : null
  return <Block title={t(`eligibility.${side}`)}>
    {side === 'open' && <p class="ds-paragraph muted" data-size="sm">{t('eligibility.open.hint')}</p>}
    <ul class="questions">{questions.map((question) => <Asked question={question} {...rest} />)}</ul>
  </Block>
}

function Beside({ here, definition, mayPlan }: { here: Here, definition: Programme, mayPlan: boolean }) {
  return <>
    <Notice kind="info">{t('eligibility.decides')}</Notice>
    <Block title={t('eligibility.next')} size="xs">
      <ul class="plain">
        {mayPlan && <li><Link href={`/people/${here.participantId}/plans/new?programme=${encodeURIComponent(definition.id)}`}>{t('eligibility.plan.link')}</Link></li>}
        <li><Link href={programmePage(definition.id)}>{t('eligibility.programme.link')}</Link></li>
      </ul>
    </Block>
    <PrintHint />
  </>
}
