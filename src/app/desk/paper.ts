import { nameOnPaper, pdfOf } from '../../platform/document/index.ts'
import type { Day } from '../../platform/day.ts'
import { addMinutes } from '../../platform/day.ts'
import { readerOf, say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import type { Appointment } from './appointments.ts'
import { calledOnSheet, calledOnSlip, type SheetNames, type SlipNames } from './neutral.ts'
import { t } from './words.ts'

export type Line = { time: string, place: string, who: string, with: string, bring: string }
export type Slip = { day: string, time: string, place: string, who: string, word: string }

/** The lines of a sheet: what a helper needs, and nothing that says why somebody comes. */
export function linesOf(appointments: Appointment[], as: SheetNames): Line[] {
  return appointments.map((one) => ({ time: timeOf(one), place: placeOf(one), who: calledOnSheet(as, one), with: one.with ?? '', bring: say.list(one.bring) }))
}

/** What the wing gets: who, when, in which room of the list, and one word. Any other place is told by whoever fetches: what was typed there may be a name. */
export function slipsFor(appointments: Appointment[], as: SlipNames, dayOf: (one: Appointment) => Day): Slip[] {
  return appointments.map((one) => ({ day: say.day(dayOf(one)), time: timeOf(one), place: one.room ?? t('myday.paper.place-told'), who: calledOnSlip(as, one), word: t('myday.paper.appointment') }))
}

/** The sheet as a file. More than ten meetings stand a little closer, so that a full day is one page. */
export function sheetFile(work: Work, on: Day, lines: Line[]): Uint8Array {
  const withOthers = lines.some((line) => line.with !== '')
  const columns = ['time', 'who', 'place', ...(withOthers ? ['with' as const] : []), 'bring'] as const
  return pdfOf(sheetTemplate, {
    title: t('myday.paper.title'), heading: t('myday.paper.heading', { day: say.day(on) }), none: t('myday.paper.none'), close: lines.length > 10,
    columns: columns.map((name) => t(`myday.column.${name}`)), lines: lines.map((line) => columns.map((name) => (name === 'who' || name === 'with' ? nameOnPaper(line[name]) : line[name]))),
  }, readerOf(work.actor.language, work.timeZone))
}

export function slipsFile(work: Work, slips: Slip[]): Uint8Array {
  return pdfOf(slipsTemplate, { title: t('myday.paper.title'), none: t('myday.paper.none'), slips: slips.map((one) => ({ ...one, who: nameOnPaper(one.who) })) }, readerOf(work.actor.language, work.timeZone))
}

function timeOf({ at, minutes }: Appointment): string {
  return t('myday.until', { from: say.time(at), until: say.time(addMinutes(at, minutes)) })
}

function placeOf({ place }: Appointment): string {
  return place ?? t('myday.paper.place-told')
}

const sheetTemplate = String.raw`
#set document(title: data.title)
#set page(margin: (x: 1.6cm, y: 1.6cm))
#set text(size: if data.close { 9.5pt } else { 11pt })
#set par(leading: 0.5em, spacing: 0.6em)
= #data.heading
#if data.lines.len() == 0 { data.none } else {
  table(
    columns: (auto, 1.6fr) + (data.columns.len() - 2) * (1fr,), inset: (x: 5pt, y: if data.close { 5pt } else { 9pt }), stroke: (x, y) => (bottom: 0.5pt),
    table.header(..data.columns.map(strong)),
    ..data.lines.flatten().map(words => own(words)),
  )
}
`

const slipsTemplate = String.raw`
#set document(title: data.title)
#set page(margin: (x: 1.2cm, y: 1.2cm))
#set par(leading: 0.5em, spacing: 0.7em)
#let slip(one) = block(width: 100%, height: 5.2cm, inset: 0.7cm, breakable: false)[
  #text(size: 15pt, weight: 600, one.word)

  #own(one.who)

  #one.day, #one.time

  #own(one.place)
]
#if data.slips.len() == 0 { data.none } else {
  grid(columns: (1fr, 1fr), stroke: (paint: luma(120), thickness: 0.5pt, dash: "dashed"), ..data.slips.map(slip))
}
`
