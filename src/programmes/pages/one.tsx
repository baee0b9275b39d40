import { differingRows, plainFact, type DifferingRow, type Fact, type FactSection, type Source } from '../../platform/definitions/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, citingOf, Columns, Crumbs, FactRows, Facts, Link, MarksKey, Notice, PageHead, PrintHint, Sources, Table, WhoReads, type Citing } from '../../platform/page/index.ts'
import { dayAt } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { sourcesFor, type LoadedDefinition } from '../catalogue.ts'
import { definitionAsKept } from '../check-definition.ts'
import { countryInWords } from '../in-words.ts'
import { keptVersion, keptVersions, offeredCatalogue, type KeptVersion } from '../on-offer.ts'
import type { Programme } from '../programme.ts'
import { tellingOf } from '../sheet.ts'
import { sheetOf } from '../sheet-what.ts'
import { t } from '../words.ts'
import { comparePage, programmePage, programmesPage, versionPage } from './find.tsx'
import { Way } from './way.tsx'

/** One programme as it is offered today. */
export async function showProgramme(work: Work, { programmeId: id }: { programmeId: string }) {
  const loaded = offeredCatalogue().definitions.get(id)
  if (!loaded) throw refuse('not-found')
  const told = toldOf(loaded.definition)
  const kept = await keptVersions(work, id)
  return show({ title: t('programmes.page.kind'), wide: true, body: <>
    <Head definition={told.definition} compare />
    <Sheet {...told} aside={<Block title={t('programmes.page.versions')} size="xs"><ul class="plain-list">
      <li>{t('programmes.page.versions.current', { version: loaded.definition.version })}</li>
      {kept.length === 0 && <li>{t('programmes.page.versions.none')}</li>}
      {kept.map(({ version, kept_at: at }) => <li><Link href={versionPage(id, version)}>{t('programmes.page.versions.kept', { version, day: say.day(dayAt(at, work.timeZone)) })}</Link></li>)}
    </ul></Block>} />
  </> })
}

/** A version that plans were made with, as it was kept, with what has changed since. */
export async function showVersion(work: Work, { programmeId: id, version }: { programmeId: string, version: string }) {
  const kept = /^\d{1,9}$/.test(version) ? await keptVersion(work, id, Number(version)) : undefined
  if (!kept) throw refuse('not-found')
  const loaded = offeredCatalogue().definitions.get(id)
  const told = toldOf(definitionAsKept(kept.definition))
  const now = loaded && toldOf(loaded.definition)
  const isSame = loaded?.hash === kept.hash
  return show({ title: t('programmes.page.version.kind'), wide: true, body: <>
    <Head definition={told.definition} />
    <Notice kind={isSame ? 'info' : 'care'}>
      <p class="ds-paragraph">{standing(work, kept, loaded)}</p>
      {loaded && <p class="ds-paragraph"><Link href={programmePage(id)}>{t('programmes.page.version.to-current')}</Link></p>}
    </Notice>
    {now && !isSame && <Difference rows={changedSince(told, now)} version={kept.version} sources={[told.sources, now.sources]} />}
    <Sheet {...told} />
  </> })
}

type ToldProgramme = { definition: Programme, sources: ReadonlyMap<string, Source>, sections: FactSection[], citing: Citing }

/** Everything that is told of a definition, with the numbers of its sources. */
function toldOf(written: Programme): ToldProgramme {
  const telling = tellingOf(written, sourcesFor(offeredCatalogue(), written))
  const sections = sheetOf(telling)
  return { ...telling, sections, citing: citingOf(sections) }
}

/** Everything in which two versions differ as somebody reads it: also the name, and what the file says of its own sources. */
function changedSince(then: ToldProgramme, now: ToldProgramme): DifferingRow[] {
  const around = ({ definition: { title, sources } }: ToldProgramme): FactSection[] => [{ name: 'around', label: '', rows: [
    { name: 'title', label: t('programmes.page.difference.title'), facts: [plainFact(title)] },
    { name: 'sources', label: t('programmes.page.difference.sources'), facts: sources.map(source => plainFact(sourceInWords(source))) },
  ] }]
  return differingRows([...around(then), ...then.sections], [...around(now), ...now.sections])
}

function sourceInWords({ title, publisher, year, url, note }: Source): string {
  return [title, publisher, year === undefined || year === 'not_established' ? undefined : say.when(year), url, note].filter(one => one !== undefined).join(' · ')
}

function standing(work: Work, kept: KeptVersion, loaded: LoadedDefinition | undefined): string {
  const said = { version: kept.version, day: say.day(dayAt(kept.kept_at, work.timeZone)) }
  if (!loaded) return t('programmes.page.version.gone', said)
  if (loaded.hash === kept.hash) return t('programmes.page.version.same')
  return loaded.definition.version === kept.version ? t('programmes.page.version.changed-under', said) : t('programmes.page.version.older', { ...said, current: loaded.definition.version })
}

function Head({ definition: { id, title, also_known_as: also, country, version }, compare }: { definition: Programme, compare?: boolean }) {
  const sub = [t('programmes.page.version', { version }), ...(country ? [countryInWords(country)] : []), ...also].join(' · ')
  return <>
    <Crumbs above={[{ href: programmesPage, label: t('programmes.page.title') }]} here={title} />
    <PageHead title={title} sub={sub} actions={compare && <ButtonLink secondary href={`${comparePage}?ids=${id}`}>{t('programmes.page.compare.with')}</ButtonLink>} />
  </>
}

function Sheet({ definition, sources, sections, citing, aside }: ToldProgramme & { aside?: ReturnType<typeof Block> }) {
  const way = sections.findIndex(({ name }) => name === 'way')
  const rest = ['stages', 'units']
  return <>
    <nav class="on-page" aria-label={t('programmes.page.contents')}><ul>{shown(sections).map(({ name, label }) => <li><Link href={`#${name}`}>{label}</Link></li>)}<li><Link href="#sources">{t('programmes.page.sources')}</Link></li></ul></nav>
    <Columns aside={<>
      <Block title={t('programmes.page.marks')} size="xs"><MarksKey /></Block>
      {aside}
      <Block title={t('programmes.page.on-paper')} size="xs"><PrintHint /></Block>
      <WhoReads>{t('programmes.page.nobody-reads')}</WhoReads>
    </>}>{shown(sections.slice(0, way)).map(section => <OneSection section={section} citing={citing} />)}</Columns>
    {sections.slice(way, way + 1).map(({ name, label, rows }) => <Block title={label} id={name}>
      <Way definition={definition} rows={rows} citing={citing} />
      <FactRows rows={rows.filter(row => !rest.includes(row.name) || (row.name === 'units' && !Array.isArray(definition.units)))} citing={citing} />
    </Block>)}
    {shown(sections.slice(way + 1)).map(section => <OneSection section={section} citing={citing} />)}
    <Block title={t('programmes.page.sources')} id="sources"><Sources citing={citing} sources={sources} /></Block>
  </>
}

function shown(sections: FactSection[]): FactSection[] {
  return sections.filter(({ rows }) => rows.length > 0)
}

function OneSection({ section: { name, label, rows }, citing }: { section: FactSection, citing: Citing }) {
  const note = name === 'told' ? t('programmes.page.security') : name === 'stance' ? t('programmes.page.belief') : undefined
  return <Block title={label} id={name}>
    {note && <p class="ds-paragraph muted" data-size="sm">{note}</p>}
    <FactRows rows={rows} citing={citing} />
  </Block>
}

type Compared = { rows: DifferingRow[], version: number, sources: [then: Known, now: Known] }

type Known = ReadonlyMap<string, Source>

function Difference({ rows, version, sources: [then, now] }: Compared) {
  if (rows.length === 0) return <Block title={t('programmes.page.difference')}><p class="ds-paragraph">{t('programmes.page.difference.same')}</p></Block>
  const columns = [t('programmes.page.difference.row'), t('programmes.page.difference.then', { version }), t('programmes.page.difference.now')].map(label => ({ label }))
  return <Block title={t('programmes.page.difference')}><div class="differs"><Table caption={t('programmes.page.difference')} captionHidden columns={columns} rows={rows.map(({ label, before, now: after }) => {
    const isSame = wordsOnly(before) === wordsOnly(after)
    return [label, <OrNothing facts={before} restsOn={isSame ? then : undefined} />, <OrNothing facts={after} restsOn={isSame ? now : undefined} />]
  })} /></div></Block>
}

function wordsOnly(facts: Fact[]): string {
  return JSON.stringify(facts.map(fact => ({ ...fact, sources: [] })))
}

/** Where only the sources are others, they are what differs, and are named. */
function OrNothing({ facts, restsOn }: { facts: Fact[], restsOn: Known | undefined }) {
  if (facts.length === 0) return <span class="muted">{t('programmes.page.difference.nothing')}</span>
  const named = restsOn ? [...new Set(facts.flatMap(({ sources }) => sources))].map(id => restsOn.get(id)?.title ?? id) : []
  return <><Facts facts={facts} />{restsOn && <p class="ds-paragraph muted" data-size="sm">{t('programmes.page.difference.rests-on', { sources: say.list(named.length > 0 ? named : [t('programmes.said.nothing')]) })}</p>}</>
}
