import { Block, Choice, DetailsFold, Link, Table, type FieldProps } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { GoalInForce } from '../plans/index.ts'
import type { Measure } from './measure.ts'
import { lastSaid, type Series } from './series.ts'
import { SeriesLine } from './series-line.tsx'
import { byWhom, levelSaid, saidOf, titleOf } from './sentences.ts'
import { t } from './words.ts'

/** The person reads of themself: said to them, and without the number of a level, which looks like a mark. */
type Shown = { series: Series, goal: GoalInForce | undefined, toThemself?: boolean, undo?: (measure: Measure) => string | undefined }

const rowsInSight = 5

/** One line over time, and beside it the same as a table, the latest first. */
export function SeriesBlock({ series, goal, toThemself = false, undo }: Shown) {
  const latest = series.measures.toReversed()
  const [inSight, rest] = [latest.slice(0, rowsInSight), latest.slice(rowsInSight)]
  const title = titleOf(series)
  return <Block title={<bdi>{title}</bdi>} size="xs">
    <div class={isDrawn(series) ? 'series' : 'series said-once'}>
      {isDrawn(series) && <figure>
        <SeriesLine id={`line-${latest[0]!.publicId}`} title={title} about={aboutOf(series, goal)} points={series.measures} lowest={series.lowest} highest={series.highest} marks={marksOf(series)} />
      </figure>}
      <div>
        <SaidTable title={title} measures={inSight} goal={goal} toThemself={toThemself} undo={undo} />
        {rest.length > 0 && <DetailsFold summary={t('measure.earlier', { count: rest.length })}><SaidTable title={title} measures={rest} goal={goal} toThemself={toThemself} undo={undo} /></DetailsFold>}
      </div>
    </div>
  </Block>
}

type Rows = { title: string, measures: Measure[], goal: GoalInForce | undefined, toThemself: boolean, undo: Shown['undo'] }

function SaidTable({ title, measures, goal, toThemself, undo }: Rows) {
  const withPhase = measures.some(({ phase }) => phase !== null)
  const columns = [{ label: t('measure.field.on') }, { label: t('measure.said') }, ...(withPhase ? [{ label: t('measure.phase') }] : [])]
  return <Table caption={title} captionHidden columns={columns} rows={measures.map((measure) => [
    <time datetime={measure.on}>{say.day(measure.on)}</time>,
    <Said measure={measure} goal={goal} toThemself={toThemself} undo={undo?.(measure)} />,
    ...(withPhase ? [measure.phase ?? ''] : [])])} />
}

function Said({ measure, goal, toThemself, undo }: { measure: Measure, goal: GoalInForce | undefined, toThemself: boolean, undo: string | undefined }) {
  const number = toThemself ? '' : levelSaid(measure)
  return <>
    <span dir="auto">{saidOf(measure, goal)}</span>{number !== '' && <span class="muted"> (<bdi dir="ltr">{number}</bdi>)</span>}
    {measure.ownWords !== '' && <span class="own-words" dir="auto">{t('measure.quoted', { words: measure.ownWords })}</span>}
    <span class="by-whom">{byWhom(measure, toThemself)}{undo && <span class="on-screen"> · <Link does href={undo}>{t('measure.take-back')}</Link></span>}</span>
  </>
}

/** A single dot says no more than its row. */
function isDrawn({ measures }: Series): boolean {
  return measures.filter(({ value }) => value !== null).length > 1
}

/** From 0 to 10, side by side as on a ruler. */
export function RulerChoice(field: Omit<FieldProps, 'place'>) {
  return <div class="ruler"><Choice {...field} inline options={Array.from({ length: 11 }, (_, value) => ({ value: String(value), label: say.number(value) }))} /></div>
}

/** What the line shows, for whoever hears it: from when to when, how often, and what was said last. */
function aboutOf(series: Series, goal: GoalInForce | undefined): string {
  const [first, last] = [series.measures[0]!, series.measures.at(-1)!]
  const said = lastSaid(series)
  return t('measure.line.about', { count: series.measures.length, from: say.day(first.on), to: say.day(last.on), last: said ? saidOf(said, goal) : t('measure.line.nothing') })
}

function marksOf({ kind, lowest, highest }: Series): number[] {
  return kind === 'goal' ? [-2, -1, 0, 1, 2] : [lowest, (lowest + highest) / 2, highest]
}
