import { thePerson } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, Crumbs, Empty, Link, PageHead, Table, Tag } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { limitBeforeWriting } from '../../plans/index.ts'
import { exercisePage, newExercisePage } from '../addresses.ts'
import type { Sheet } from '../exercises.queries.ts'
import { allSheets, mayReadSheets, toolsOnOffer, type OnOffer } from '../exercises.verbs.ts'
import { t } from '../words.ts'

/** What was worked on, the latest first; below it the tools to begin with, those of the chosen parts of the plan before the others. */
export async function showSheets(work: Work, { participantId }: { participantId: string }) {
  const person = await thePerson(work)
  await mayReadSheets(work)
  const [sheets, offered] = [await allSheets(work, work.about), await toolsOnOffer(work)]
  return show({ title: t('exercise.title'), body: <>
    <Crumbs above={[{ href: `/people/${person.public_id}`, label: person.name }]} here={t('exercise.title')} />
    <PageHead title={t('exercise.title')} sub={`${person.name}. ${t('exercise.sub')}`} />
    {sheets.length === 0 ? <Empty>{t('exercise.none')}</Empty> : <Table caption={t('exercise.title')} captionHidden columns={[{ label: t('exercise.field.tool') }, { label: t('exercise.field.made-on') }, { label: t('exercise.by') }]} rows={sheets.map((sheet) => rowOf(sheet, participantId))} />}
    {offered.length > 0 && <Block title={t('exercise.begin')}>
      {await limitBeforeWriting(work, work.about)}
      <ul class="plain questions">{offered.map((one) => <Offered {...one} participantId={participantId} />)}</ul>
    </Block>}
  </> })
}

function rowOf(sheet: Sheet, participantId: string) {
  const name = t(`exercise.tool.${sheet.kind}`)
  return [<><Link href={exercisePage({ participantId, exerciseId: sheet.public_id })}>{name}</Link>{sheet.struck_at && <> <Tag>{t('exercise.is-struck')}</Tag></>}</>, say.day(sheet.made_on), <span dir="auto">{sheet.author ?? ''}</span>]
}

function Offered({ tool, units, isLocked, participantId }: OnOffer & { participantId: string }) {
  return <li>
    {isLocked ? <span>{t(`exercise.tool.${tool}`)}</span> : <Link href={newExercisePage(participantId, tool)}>{t(`exercise.tool.${tool}`)}</Link>}
    <p class="ds-paragraph muted" data-size="sm">{t(`exercise.about.${tool}`)} {units.length > 0 && t('exercise.of-units', { units: say.list(units.map(({ name }) => name)) })} {isLocked && t('exercise.locked')}</p>
  </li>
}
