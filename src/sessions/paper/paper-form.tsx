import { pdfOf } from '../../platform/document/index.ts'
import { Link } from '../../platform/page/index.ts'
import { readerOf } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { allCauses } from '../session.ts'
import { causeName } from '../sessions.glance.tsx'
import { t } from './words.ts'

export type OnPaper = { code: string, /** Of a circle only that it met is written down. */ withDone: boolean }

/** What stands on it: a code, boxes and lines. No name, no day, no place, no unit, and no word that says what it is about. */
function dataOf({ code, withDone }: OnPaper) {
  return {
    title: t('paper.form.title'), code, boxes: [t('paper.form.day'), t('paper.form.time'), t('paper.form.minutes')], held: t('paper.form.held'), yes: t('paper.form.yes'), no: t('paper.form.no'),
    why: t('paper.form.why-not'), causes: allCauses.map(causeName), done: withDone ? t('paper.form.done') : '', lines: withDone ? 20 : 0, foot: t('paper.form.foot'),
  }
}

/** The sheet as a page for the printer: nothing round it says what house it is from. */
export function PaperForm({ back, ...given }: OnPaper & { back: string }) {
  const { title, code, boxes, held, yes, no, why, causes, done, lines, foot } = dataOf(given)
  return <div class="paper paper-form">
    <p class="print-hint">{t('paper.print-now')} <Link href={back}>{t('paper.back')}</Link></p>
    <div class="paper-head"><h1 class="ds-heading" data-size="md">{title}</h1><b class="paper-code">{code}</b></div>
    <ul class="paper-boxes">{boxes.map((label) => <li>{label}</li>)}</ul>
    <h2 class="ds-heading" data-size="2xs">{held}</h2>
    <ul class="paper-ticks">{[yes, no].map((label) => <li>{label}</li>)}</ul>
    <h2 class="ds-heading" data-size="2xs">{why}</h2>
    <ul class="paper-ticks">{causes.map((label) => <li>{label}</li>)}</ul>
    {done !== '' && <><h2 class="ds-heading" data-size="2xs">{done}</h2><div class="paper-lines" aria-hidden="true">{Array.from({ length: lines }, () => <span />)}</div></>}
    <p class="ds-paragraph" data-size="sm">{foot}</p>
  </div>
}

/** The same as a file, on one page. */
export function paperFile(work: Work, given: OnPaper): Uint8Array {
  return pdfOf(template, dataOf(given), readerOf(work.actor.language, work.timeZone))
}

const template = String.raw`
#set document(title: data.title)
#set page(margin: (x: 1.8cm, y: 1.6cm))
#set text(size: 10.5pt)
#show heading: set block(above: 1.3em, below: 0.7em)
#let tick(words) = [#box(width: 10pt, height: 10pt, stroke: 0.7pt, baseline: 1pt) #h(4pt) #words]
#grid(columns: (1fr, auto), align: (start, end), [= #data.title], text(size: 20pt, weight: 600, data.code))
#grid(columns: (1fr,) * 3, gutter: 10pt, ..data.boxes.map(words => block(width: 100%, height: 1.5cm, inset: 5pt, stroke: 0.7pt, words)))
== #data.held
#grid(columns: (1fr,) * 3, tick(data.yes), tick(data.no))
== #data.why
#grid(columns: (1fr,) * 3, row-gutter: 9pt, ..data.causes.map(tick))
#if data.done != "" [
  == #data.done
  #for _ in range(data.lines) { block(width: 100%, height: 0.8cm, above: 0pt, below: 0pt, stroke: (bottom: 0.5pt)) }
]
#v(0.6em)
#text(size: 9.5pt, data.foot)
`
