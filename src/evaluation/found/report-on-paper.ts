import { pdfOf } from '../../platform/document/index.ts'
import { currentReader } from '../../platform/words/index.ts'
import { t } from '../words.ts'
import type { Report } from './report.ts'

/** The report as a tagged PDF, each picture with its table. The same data give the same bytes. */
export function reportOnPaper(report: Report): Uint8Array {
  return pdfOf(template, { ...report, file: t('evaluation.report.title'), pictures: report.pictures.map(({ title, says, svg, table }) => ({ title, says, table, svg: svg.replaceAll('currentColor', '#000000'), share: shareOf(svg) })) }, currentReader())
}

/** How much of the page's width a picture takes: as drawn, and never beyond the margins. */
function shareOf(svg: string): number {
  return Math.min(100, Math.round(Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 720) / 7.2))
}

const template = String.raw`
#set document(title: data.file)
#set page(numbering: "1")
#set text(size: 10pt)
#let grid-of(one) = {
  set text(size: 9pt)
  table(columns: (1fr,) * one.columns.len(), stroke: 0.4pt, table.header(..one.columns.map(c => strong(own(c)))), ..one.rows.flatten().map(own))
}
= #own(data.title)
#own(data.sub)

#block(inset: 8pt, stroke: 0.5pt, own(data.notice))
#for part in data.parts {
  [== #own(part.title)]
  for paragraph in part.paragraphs { par(own(paragraph)) }
  if part.facts.len() > 0 { terms(..part.facts.map(fact => terms.item(own(fact.label), own(fact.value)))) }
  if "table" in part { grid-of(part.table) }
}
#for picture in data.pictures {
  [== #own(picture.title)]
  figure(image(bytes(picture.svg), format: "svg", width: picture.share * 1%, alt: picture.title + ". " + picture.says), caption: own(picture.says), supplement: none, numbering: none)
  grid-of(picture.table)
}
`
