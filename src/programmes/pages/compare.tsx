import { z } from 'zod'
import type { FactSection } from '../../platform/definitions/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, Crumbs, DetailsFold, Empty, Facts, Link, MarksKey, Notice, PageHead, PrintHint } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { sourcesFor, type LoadedDefinition } from '../catalogue.ts'
import { offeredCatalogue, programmesOnOffer } from '../on-offer.ts'
import { tellingOf } from '../sheet.ts'
import { sheetOf } from '../sheet-what.ts'
import { t } from '../words.ts'
import { byName, comparePage, programmePage, programmesPage } from './find.tsx'

const [fewest, most] = [2, 4]

/** Names of programmes, each of its own or several in one with commas. */
export const CompareProgrammes = z.object({ ids: z.array(z.string().max(400)).max(50).optional() })

/** Two to four programmes, asked the same questions. */
export function showComparison(_work: Work, { ids = [] }: z.output<typeof CompareProgrammes>) {
  const asked = [...new Set(ids.flatMap(id => id.split(',')).map(id => id.trim()).filter(id => id !== ''))]
  const { definitions } = offeredCatalogue()
  const chosen = asked.flatMap(id => definitions.get(id) ?? [])
  const unknown = asked.filter(id => !definitions.has(id))
  const fit = chosen.length >= fewest && chosen.length <= most
  return show({ title: t('programmes.page.compare.title'), wide: true, body: <>
    <Crumbs above={[{ href: programmesPage, label: t('programmes.page.title') }]} here={t('programmes.page.compare.title')} />
    <PageHead title={t('programmes.page.compare.title')} sub={t('programmes.page.compare.sub')} />
    {unknown.length > 0 && <Notice kind="care">{t('programmes.page.compare.unknown', { ids: say.list(unknown.map(id => id.slice(0, 60))) })}</Notice>}
    {fit ? <>
      <Beside chosen={chosen} />
      <Block title={t('programmes.page.marks')} size="xs"><MarksKey /></Block>
      <PrintHint />
      <DetailsFold summary={t('programmes.page.compare.again')}><Choose chosen={asked} /></DetailsFold>
    </> : <Block title={t('programmes.page.compare.choose')}>
      {chosen.length > 0 && <p class="ds-paragraph">{chosen.length > most ? t('programmes.page.compare.too-many', { count: chosen.length - most, chosen: chosen.length }) : t('programmes.page.compare.too-few')}</p>}
      <Choose chosen={asked} />
    </Block>}
  </> })
}

function Choose({ chosen }: { chosen: string[] }) {
  const all = byName(programmesOnOffer())
  if (all.length === 0) return <Empty>{t('programmes.page.none-offered')}</Empty>
  return <form class="form choice-form" method="get" action={comparePage} autocomplete="off">
    <fieldset class="ds-fieldset group"><legend class="ds-label">{t('programmes.page.ids')}</legend>
      <div class="marks">{all.map(({ definition: { id, title } }) => <div class="ds-field">
        <input class="ds-input" type="checkbox" id={`pick-${id}`} name="ids" value={id} checked={chosen.includes(id)} /><label class="ds-label" for={`pick-${id}`}>{title}</label>
      </div>)}</div>
    </fieldset>
    <div class="submit"><button class="ds-button" type="submit">{t('programmes.page.compare.do')}</button></div>
  </form>
}

/** The same rows for each. A row that none of them answers is left out. */
function Beside({ chosen }: { chosen: LoadedDefinition[] }) {
  const sheets = chosen.map(({ definition }) => sheetOf(tellingOf(definition, sourcesFor(offeredCatalogue(), definition))))
  const [first = []] = sheets
  return <div class="block"><div class="scroll" role="region" aria-label={t('programmes.page.compare.title')} tabindex={0}>
    <table class="ds-table beside">
      <caption class="ds-sr-only">{t('programmes.page.compare.title')}</caption>
      <thead><tr><th scope="col">{t('programmes.page.compare.question')}</th>{chosen.map(({ definition: { id, title } }) => <th scope="col"><Link href={programmePage(id)}>{title}</Link></th>)}</tr></thead>
      {first.map(({ name, label }) => <SectionRows name={name} label={label} sheets={sheets} titles={chosen.map(({ definition: { title } }) => title)} />)}
    </table>
  </div></div>
}

type Section = { name: string, label: string, sheets: FactSection[][], titles: string[] }

/** Each section says again whose columns these are: the table is long, and the head is far away. Whoever hears it is told by the table itself. */
function SectionRows({ name, label, sheets, titles }: Section) {
  const columns = sheets.map(sections => sections.find(section => section.name === name)?.rows ?? [])
  const names = inOrder(columns.map(rows => rows.map(row => row.name)))
  if (names.length === 0) return null
  return <tbody>
    <tr><th scope="rowgroup">{label}</th>{titles.map(title => <td class="muted whose" aria-hidden="true" dir="auto">{title}</td>)}</tr>
    {names.map(row => {
      const cells = columns.map(rows => rows.find(one => one.name === row))
      return <tr><th scope="row">{cells.find(cell => cell)?.label}</th>{cells.map(cell => <td>{cell ? <Facts facts={cell.facts} /> : <span class="muted">{t('programmes.page.compare.nothing')}</span>}</td>)}</tr>
    })}
  </tbody>
}

/** The names of all, each after those that stand before it in any of the lists. */
function inOrder(lists: string[][]): string[] {
  const all: string[] = []
  for (const list of lists) {
    list.forEach((name, place) => {
      if (all.includes(name)) return
      const before = list.slice(0, place).findLast(one => all.includes(one))
      all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, name)
    })
  }
  return all
}
