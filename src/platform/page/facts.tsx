import type { Fact, FactPart, FactRow, FactSection, Source, Sureness } from '../definitions/index.ts'
import { say } from '../words/index.ts'
import { SummaryList } from './summary-list.tsx'
import { t } from './words.ts'

/** The number that each source has on one page, in the order in which the page names them. */
export type Citing = ReadonlyMap<string, number>

export function citingOf(sections: readonly FactSection[]): Citing {
  const ids = sections.flatMap(({ rows }) => rows.flatMap(({ facts }) => facts.flatMap(fact => fact.sources)))
  return new Map([...new Set(ids)].map((id, place) => [id, place + 1]))
}

export function FactRows({ rows, citing }: { rows: readonly FactRow[], citing: Citing }) {
  const [only] = rows
  if (rows.length === 1 && only) return <Facts facts={only.facts} citing={citing} />
  return <SummaryList answers={rows.map(({ label, facts }) => ({ label, value: <Facts facts={facts} citing={citing} /> }))} />
}

/** What is said, each with how sure it is. Without `citing`, no sources are named: beside each other there is no room. */
export function Facts({ facts, citing }: { facts: readonly Fact[], citing?: Citing | undefined }) {
  const [only] = facts
  if (facts.length === 1 && only) return <div class="facts"><OneFact fact={only} citing={citing} /></div>
  return <ul class="facts">{facts.map(fact => <li><OneFact fact={fact} citing={citing} /></li>)}</ul>
}

function OneFact({ fact: { title, titleMark, says, mark, sources, parts }, citing }: { fact: Fact, citing?: Citing | undefined }) {
  return <div class="fact">
    {title && <b dir="auto">{title}</b>}{title && ' '}{titleMark && <><Mark sureness={titleMark} />{' '}</>}{says && <span dir="auto">{says}</span>}{' '}
    {mark && <Mark sureness={mark} />}{citing && <Cites sources={sources} citing={citing} />}
    {parts.length > 0 && <dl class="fact-parts">{parts.map(part => <PartOf part={part} around={titleMark ?? mark} />)}</dl>}
  </div>
}

/** A mark counts for what stands under it too; only what is surer or less sure has one of its own. */
function PartOf({ part: { label, says, mark }, around }: { part: FactPart, around: Sureness | undefined }) {
  return <div><dt>{label}</dt><dd>{says && <span dir="auto">{says}</span>}{' '}{mark !== around || !says ? <Mark sureness={mark} /> : null}</dd></div>
}

export function Mark({ sureness }: { sureness: Sureness }) {
  return <span class={`mark mark-${sureness}`}>{t(`page.mark.${sureness}`)}</span>
}

function Cites({ sources, citing }: { sources: string[], citing: Citing }) {
  if (sources.length === 0) return null
  return <span class="cites">{' '}[{sources.map((id, place) => <>{place > 0 && ', '}<a class="ds-link" href={`#source-${citing.get(id) ?? 0}`} aria-label={t('page.sources.number', { number: citing.get(id) ?? 0 })}>{citing.get(id)}</a></>)}]</span>
}

/** What each mark means, once on a page. */
export function MarksKey() {
  return <dl class="marks-key">{(['established', 'unverified', 'inferred', 'proposed', 'not_established'] as const).map(sureness =>
    <div><dt><Mark sureness={sureness} /></dt><dd>{t(`page.mark-means.${sureness}`)}</dd></div>)}
  </dl>
}

/** The sources a page named, in that order, with what was read of each. */
export function Sources({ citing, sources }: { citing: Citing, sources: ReadonlyMap<string, Source> }) {
  if (citing.size === 0) return <p class="ds-paragraph">{t('page.sources.none')}</p>
  return <ol class="sources">{[...citing].map(([id, number]) => <li id={`source-${number}`}><SourceLine source={sources.get(id)} id={id} /></li>)}</ol>
}

function SourceLine({ source, id }: { source: Source | undefined, id: string }) {
  if (!source) return <span dir="auto">{id}</span>
  const { title, publisher, year, url, note, read, standing } = source
  return <>
    <span dir="auto">{url ? <a class="ds-link" href={url} rel="noreferrer noopener">{title}</a> : title}</span>
    {publisher && <>. <span dir="auto">{publisher}</span></>}{year !== undefined && year !== 'not_established' && <>. {say.when(year)}</>}.{' '}
    {standing && standing !== 'published' && <>{t(`page.standing.${standing}`)}.{' '}</>}
    {read && <>{t(`page.read.${read}`)}.{' '}</>}{note && <span dir="auto">{note}</span>}
  </>
}
