import { pageDoors, show } from '../platform/doors/index.ts'
import { Crumbs, Empty, Link, Narrow, PageHead, PrintHint } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import { ownExercisePage, ownExercisesPage } from './addresses.ts'
import { entriesOn } from './exercises.queries.ts'
import { allSheets, theSheet } from './exercises.verbs.ts'
import { SheetBody } from './pages/sheet.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const ownExercisePages = page

/** The person's own sheets, on a screen that others may see: the headings say nothing of a programme. */
page.get(ownExercisesPage, { does: 'consult', shows: 'session_content', for: ['person'] }, async (work) => {
  const sheets = await allSheets(work, work.actor.id)
  return show({ title: t('exercise.own.title'), body: <Narrow>
    <PageHead title={t('exercise.own.title')} sub={t('exercise.own.sub')} />
    {sheets.length === 0 ? <Empty>{t('exercise.own.none')}</Empty> : <ul class="plain">{sheets.map((sheet) =>
      <li><Link href={ownExercisePage(sheet.public_id)}>{t(`exercise.tool.${sheet.kind}`)}</Link> <span class="muted">{say.day(sheet.made_on)}</span></li>)}</ul>}
  </Narrow> })
})

page.get('/own/exercises/{exerciseId}', { does: 'consult', shows: 'session_content', for: ['person'] }, async (work, { exerciseId }) => {
  const sheet = await theSheet(work, exerciseId)
  return show({ title: t('exercise.own.title'), body: <Narrow>
    <Crumbs above={[{ href: ownExercisesPage, label: t('exercise.own.title') }]} here={t(`exercise.tool.${sheet.kind}`)} />
    <PageHead title={t(`exercise.tool.${sheet.kind}`)} sub={t('exercise.written', { name: sheet.author ?? '', day: say.day(sheet.made_on), count: sheet.revision })} />
    <SheetBody sheet={sheet} entries={await entriesOn(work, sheet)} />
    <p class="ds-paragraph" data-size="sm">{t('exercise.own.wrong')}</p>
    <PrintHint />
  </Narrow> })
})
