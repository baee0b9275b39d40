import type { Fact, FactPart, FactRow, Sureness } from '../../platform/definitions/index.ts'
import { DrawnWay, Facts, Mark, Table, type Citing, type DrawnStep } from '../../platform/page/index.ts'
import { amountInWords } from '../in-words.ts'
import type { Dose, Stage, Unit } from '../parts.ts'
import { partsOf, stagesBefore, unitsOf, type Programme } from '../programme.ts'
import { t, type NameIn } from '../words.ts'

/** How a programme runs: drawn, and beside it the same in words. */
export function Way({ definition, rows, citing }: { definition: Programme, rows: readonly FactRow[], citing: Citing }) {
  const [steps, units] = [factsOf(rows, 'stages'), factsOf(rows, 'units')]
  return <div class="way">
    <figure>
      <DrawnWay id="way" title={t('programmes.page.drawn.title', { title: definition.title })} about={t('programmes.page.drawn.about', { count: definition.stages.length })} steps={stepsOf(definition)} />
      <figcaption>{t('programmes.page.drawn.key')}</figcaption>
    </figure>
    <div>
      <Table sentences caption={t('programmes.row.stages')} columns={[{ label: t('programmes.page.step') }, { label: t('programmes.page.lasts') }, { label: t('programmes.page.leads-on') }]}
        rows={steps.map((step, place) => [<Facts facts={[numbered(step, place + 1)]} citing={citing} />, <Lasts definition={definition} step={step} place={place} dose={factsOf(rows, 'dose')} />, <Gates step={step} />])} />
      {unitsOf(definition).length > 0 && <Table caption={t('programmes.row.units')} columns={[{ label: t('programmes.page.unit') }, { label: t('programmes.page.chosen') }]}
        rows={units.map(unit => [<Facts facts={[only(unit, ['offence', 'caution', 'tools'])]} citing={citing} />, <Parts parts={named(unit, ['chosen', 'sessions'])} around={unit.mark} />])} />}
    </div>
  </div>
}

function factsOf(rows: readonly FactRow[], name: NameIn<'row'>): Fact[] {
  return rows.find(row => row.name === name)?.facts ?? []
}

function numbered(step: Fact, number: number): Fact {
  return { ...only(step, ['where']), title: t('programmes.said.step', { step: number, method: step.title ?? '' }) }
}

function only(fact: Fact, names: NameIn<'part'>[]): Fact {
  return { ...fact, parts: named(fact, names) }
}

function named(fact: Fact, names: NameIn<'part'>[]): FactPart[] {
  return fact.parts.filter(part => names.some(name => name === part.name))
}

/** How long a step takes: what it says itself, or how much is counted in it. */
function Lasts({ definition, step, place, dose }: { definition: Programme, step: Fact, place: number, dose: Fact[] }) {
  const own = named(step, ['lasts', 'seen', 'before-release'])
  const id = definition.stages[place]?.id ?? ''
  const counted = partsOf(definition.dose).flatMap((one, at) => (one.stages.includes(id) ? [{ over: one.stages.length, fact: dose[at] }] : []))
  const amounts = counted.flatMap(({ over, fact }) => (fact ? named(fact, ['count', 'lasts', 'hours', 'bands']) : []).filter(({ says }) => says)
    .map(part => ({ ...part, says: t('programmes.page.drawn.together', { amount: part.says ?? '', count: over }) })))
  const more = amounts.filter(({ says }) => !own.some(part => part.says === says))
  if (own.length + amounts.length === 0) return <Mark sureness="not_established" />
  return <><Parts parts={own} around={step.titleMark ?? step.mark} /><Parts parts={more} around={counted[0]?.fact?.mark} /></>
}

function Gates({ step }: { step: Fact }) {
  const gates = named(step, ['entry', 'exit', 'needs'])
  return gates.length === 0 ? <span class="muted">{t('programmes.page.compare.nothing')}</span> : <Parts parts={gates} around={step.titleMark ?? step.mark} />
}

function Parts({ parts, around }: { parts: FactPart[], around: Sureness | undefined }) {
  return <>{parts.map(({ name, label, says, mark }) => <div>
    {isLabelled(name) && <span class="muted">{label}: </span>}<span dir="auto">{says}</span>{' '}{(mark !== around || !says) && <Mark sureness={mark} />}
  </div>)}</>
}

function isLabelled(name: string): boolean {
  return ['seen', 'before-release', 'entry', 'needs'].includes(name)
}

function stepsOf(definition: Programme): DrawnStep[] {
  const { stages } = definition
  const levels = levelsOf(stages)
  return stages.map(stage => ({
    title: stage.title, level: levels.get(stage.id) ?? 0, ...lengthOf(definition, stage),
    parts: unitsOf(definition).filter(unit => isIn(stages, unit, stage)).map(unit => ({ title: unit.title, isChosen: unit.selection !== 'required', isDouble: unit.offence_focused })),
  }))
}

/** How many steps lead to each. Definitions without circles are the only ones that are offered; each is worked out once, since many ways may lead to one. */
function levelsOf(stages: Stage[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>()
  const levelOf = (stage: Stage): number => {
    const known = levels.get(stage.id)
    if (known !== undefined) return known
    const before = stagesBefore(stages, stage).flatMap(id => stages.find(one => one.id === id) ?? [])
    const level = before.length === 0 ? 0 : 1 + Math.max(...before.map(levelOf))
    levels.set(stage.id, level)
    return level
  }
  stages.forEach(levelOf)
  return levels
}

/** A part that names no step belongs to the first in which something is delivered. */
function isIn(stages: Stage[], unit: Unit, stage: Stage): boolean {
  return unit.stages.length > 0 ? unit.stages.includes(stage.id) : stages.find(one => one.kind === 'delivery') === stage
}

/** What is known of a step's length: its own, or that of the one pattern that is its alone. */
function lengthOf(definition: Programme, stage: Stage): { notes: string[], isLengthKnown: boolean } {
  const own = [stage.sessions && amountInWords(stage.sessions, 'sessions'), stage.weeks && amountInWords(stage.weeks, 'weeks'), stage.months && amountInWords(stage.months, 'months')]
  const together = partsOf(definition.dose).filter(dose => dose.stages.length > 1 && dose.stages[0] === stage.id)
    .flatMap(dose => doseLength(dose).map(amount => t('programmes.page.drawn.together', { amount, count: dose.stages.length })))
  const notes = [...own, ...together, ...partsOf(definition.dose).filter(dose => dose.stages.length === 1 && dose.stages[0] === stage.id).flatMap(doseLength)].flatMap(note => note || [])
  const known = [stage.sessions, stage.weeks, stage.months].some(isKnown) || partsOf(definition.dose).some(dose => dose.stages.includes(stage.id) && [dose.count, dose.lasts_months, dose.lasts_weeks].some(isKnown))
  return { notes: [...new Set(notes)], isLengthKnown: known }
}

function doseLength({ count, lasts_weeks: weeks, lasts_months: months, counted_in: unit }: Dose): string[] {
  return [
    ...(isKnown(count) && count !== undefined ? [amountInWords(count, unit === 'not_established' ? 'sessions' : unit)] : []),
    ...(isKnown(weeks) && weeks !== undefined ? [amountInWords(weeks, 'weeks')] : []), ...(isKnown(months) && months !== undefined ? [amountInWords(months, 'months')] : []),
  ]
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== 'not_established' && value !== 'open'
}
