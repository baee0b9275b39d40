import type { Attempt } from '../../platform/attempt.ts'
import { Hidden, realigned, Select, Several, TextField } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { UnitOnOffer } from '../session-content.ts'
import { t } from '../words.ts'
import { fieldOf, unitReasons, type PlannedUnit, type UnitReason } from './unit-differences.ts'

type Known = { role: string, units: UnitOnOffer[] }

type Fields = { known: Known, label: string, attempt: Attempt | undefined }

/** The units of the plan, in its order. Those about the offence are not offered while they are locked; who may know why is told. */
export function UnitFields({ known, label, attempt }: Fields) {
  return <>
    <Offered units={openOf(known)} chosen={[]} label={label} attempt={attempt} />
    <LockedUnits known={known} />
  </>
}

/**
 * The units worked on, with a reason under each that went another way. A browser shows a reason as soon as its tick differs from the plan; one that cannot
 * shows it when the form comes back and asks. What was planned and is not open any more cannot be ticked, so its reason always shows.
 */
export function WorkedOnFields({ known, planned, label, attempt: sent }: Fields & { planned: readonly PlannedUnit[] }) {
  if (planned.length === 0) return <UnitFields known={known} label={label} attempt={sent} />
  const open = openOf(known)
  const gone = planned.filter(({ unit_id: id }) => !open.some(({ unitId }) => unitId === id))
  const asked = [...open.map(({ unitId }) => unitId), ...gone.map(({ unit_id }) => unit_id)]
  const attempt = realigned(asked, sent, { list: 'why', key: 'unit' })
  const isPlanned = (unit: string) => planned.some(({ unit_id: id }) => id === unit)
  const whyOf = (unit: string, name: string, isGone = false) => <Why unit={unit} name={name} place={asked.indexOf(unit)} isPlanned={isPlanned(unit)} isGone={isGone} attempt={attempt} />
  return <>
    <Offered units={open} chosen={planned.map(({ unit_id: id }) => id)} label={label} attempt={attempt} under={({ unitId, name }) => whyOf(unitId, name)} />
    <LockedUnits known={known} />
    {gone.map(({ unit_id: id, name }) => whyOf(id, name, true))}
  </>
}

type Offer = { units: UnitOnOffer[], chosen: string[], label: string, attempt: Attempt | undefined, under?: (unit: UnitOnOffer) => ReturnType<typeof Why> }

function Offered({ units, chosen, label, attempt, under }: Offer) {
  if (units.length === 0) return null
  return <Several name="units" label={label} attempt={attempt} chosen={chosen} options={units.map((unit) => ({ value: unit.unitId, label: unit.name, ...(under && { under: under(unit) }) }))} />
}

function LockedUnits({ known }: { known: Known }) {
  const locked = known.units.filter(({ isLocked }) => isLocked)
  if (locked.length === 0 || known.role !== 'facilitator') return null
  return <p class="ds-paragraph" data-size="sm">{t('session.units.locked', { units: say.list(locked.map(({ name }) => name)) })}</p>
}

function openOf({ units }: Known): UnitOnOffer[] {
  return units.filter(({ isLocked }) => !isLocked)
}

type WhyProps = { unit: string, name: string, place: number, isPlanned: boolean, isGone: boolean, attempt: Attempt | undefined }

function Why({ unit, name, place, isPlanned, isGone, attempt }: WhyProps) {
  const isAsked = isGone || attempt?.problems.some(({ field }) => field === fieldOf(place)) || Boolean(attempt?.values[fieldOf(place)])
  return <div class={`fields unit-why ${isPlanned ? 'if-not-given' : 'if-given'}${isAsked ? ' asked' : ''}`}>
    <Hidden name={`why.${place}.unit`} value={unit} />
    <Select name={fieldOf(place)} label={isPlanned ? t('session.field.not-given', { unit: name }) : t('session.field.instead', { unit: name })} attempt={attempt} required
      options={unitReasons.map((value) => ({ value, label: reasonName(value) }))} />
    <TextField name={`why.${place}.words`} label={t('session.field.reason-words', { unit: name })} attempt={attempt} />
  </div>
}

export function reasonName(reason: string | null): string {
  const known = unitReasons.find((one): one is UnitReason => one === reason)
  return t(`session.reason.${known ?? 'other'}`)
}
