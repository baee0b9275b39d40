import { thePerson, type Person } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, Link, Notice, PageHead, PrintHint } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { exercisesPage, goOnPage, strikePage, type Here } from '../addresses.ts'
import { DrawnSheet } from '../drawings/drawn-sheet.tsx'
import { partsOf, type Part } from '../exercise.ts'
import { entriesOn, type Sheet, type ShownEntry } from '../exercises.queries.ts'
import { mayReadSheets, theSheet } from '../exercises.verbs.ts'
import { t } from '../words.ts'

/** A sheet as it was saved last: the drawing where one helps, and always the words. */
export async function showSheet(work: Work, here: Here) {
  const person = await thePerson(work)
  await mayReadSheets(work)
  const sheet = await theSheet(work, here.exerciseId)
  const isMine = work.actor.kind === 'colleague' && sheet.author_id === work.actor.id && !sheet.struck_at
  return show({ title: t('exercise.title'), body: <>
    <Way person={person} here={t(`exercise.tool.${sheet.kind}`)} />
    <PageHead title={t(`exercise.tool.${sheet.kind}`)} sub={t('exercise.written', { name: sheet.author ?? '', day: say.day(sheet.made_on), count: sheet.revision })} actions={isMine && <ButtonLink href={goOnPage(here)}>{t('exercise.go-on')}</ButtonLink>} />
    {sheet.struck_at && <Notice kind="care">{t('exercise.is-struck.says')}</Notice>}
    <SheetBody sheet={sheet} entries={await entriesOn(work, sheet)} />
    {isMine && <p class="ds-paragraph" data-size="sm"><Link does href={strikePage(here)}>{t('exercise.strike')}</Link></p>}
    <PrintHint />
  </> })
}

export function Way({ person, here, sheet }: { person: Person, here: string, sheet?: { href: string, label: string } }) {
  return <Crumbs above={[{ href: `/people/${person.public_id}`, label: person.name }, { href: exercisesPage(person.public_id), label: t('exercise.title') }, ...(sheet ? [sheet] : [])]} here={here} />
}

export function SheetBody({ sheet, entries }: { sheet: Pick<Sheet, 'kind' | 'public_id'>, entries: ShownEntry[] }) {
  return <>
    <DrawnSheet tool={sheet.kind} id={sheet.public_id} entries={entries} />
    {partsOf(sheet.kind).map((part) => <PartSaid part={part} entries={entries.filter((entry) => entry.part === part.id)} />)}
  </>
}

function PartSaid({ part, entries }: { part: Part, entries: ShownEntry[] }) {
  return <Block title={t(`exercise.part.${part.id as 'situation'}`)} size="xs">
    {entries.length === 0 ? <p class="ds-paragraph muted">{t('exercise.part.empty')}</p>
      : part.shape === 'words' ? entries.map(({ words }) => <p class="ds-paragraph prose" dir="auto">{words}</p>)
        : <ul class="ds-list">{entries.map((entry) => <li><EntrySaid part={part} entry={entry} /></li>)}</ul>}
  </Block>
}

function EntrySaid({ part, entry: { words, when, weight, on, outcome } }: { part: Part, entry: ShownEntry }) {
  const notes = [when, weight === null ? '' : weightSaid(part, weight), on ? t('exercise.on', { day: say.day(on) }) : '', outcome].filter(Boolean)
  return <><span dir="auto">{words}</span>{notes.length > 0 && <span class="muted"> ({notes.map((note, place) => <>{place > 0 && '; '}<span dir="auto">{note}</span></>)})</span>}</>
}

function weightSaid({ shape }: Part, weight: number): string {
  return shape === 'near' ? t(`exercise.near.${weight as 1}`) : t(`exercise.weight.${shape as 'weighed'}`, { weight })
}
