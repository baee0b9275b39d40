import type { Child } from 'hono/jsx'
import type { Attempt } from '../../platform/attempt.ts'
import { addDays, day } from '../../platform/day.ts'
import { keysOf } from '../../platform/doors/index.ts'
import { Form, InARow, Select, Submit, Table, TextField, type FormKeys } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { weekdayNames } from '../timetable.input.ts'
import { t } from '../words.ts'

type Row = { public_id: string, weekday: number, from_time: string, until_time: string }

/** Hours of an ordinary week, each with the way to take it away. */
export function HoursList({ work, hours, at }: { work: Work, hours: Row[], at?: ((id: string) => string) | undefined }) {
  return <Listed caption={t('timetable.hours')} rows={hours.map(({ public_id: id, weekday, from_time: from, until_time: until }) => {
    const says = t('timetable.hours.line', { weekday: weekdayName(weekday), from, until })
    return { says, end: at && <TakeAway work={work} action={at(id)} what={says} /> }
  })} />
}

/** What was said, a line each, and beside it the way to take it back, for whoever may. */
export function Listed({ caption, rows }: { caption: string, rows: { says: string, end: Child }[] }) {
  const hasEnds = rows.some(({ end }) => Boolean(end))
  return <Table caption={caption} captionHidden columns={[{ label: t('timetable.said') }, ...(hasEnds ? [{ label: t('timetable.change') }] : [])]} rows={rows.map(({ says, end }) => [<span dir="auto">{says}</span>, ...(hasEnds ? [end] : [])])} />
}

export function TakeAway({ work, action, what, label = t('timetable.take-away') }: { work: Work, action: string, what: string, label?: string }) {
  return <Form action={action} keys={keysOf(work)}><button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">{label}<span class="ds-sr-only"> {what}</span></button></Form>
}

export function HoursForm({ action, keys, attempt }: { action: string, keys: FormKeys, attempt: Attempt | undefined }) {
  return <Form action={action} keys={keys}>
    <InARow>
      <Select name="weekday" label={t('timetable.field.weekday')} attempt={attempt} required options={weekdayNames.map((value) => ({ value, label: weekdayName(Number(value)) }))} />
      <TextField name="fromTime" label={t('timetable.field.from-time')} attempt={attempt} width="short" required />
      <TextField name="untilTime" label={t('timetable.field.until-time')} attempt={attempt} width="short" required />
    </InARow>
    <Submit label={t('timetable.hours.do')} />
  </Form>
}

/** 1 is Monday, as the database counts. */
function weekdayName(weekday: number): string {
  return say.dayOfTheWeek(addDays(day('2026-11-23'), weekday - 1))
}
