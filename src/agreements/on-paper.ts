import { pdfOf } from '../platform/document/index.ts'
import { installedLanguages, readerOf, reading, say } from '../platform/words/index.ts'
import { inForce, reviewDueOn, type Agreement, type Party } from './agreement.ts'
import { answerSaid, nameOf } from './sentences.ts'
import { t } from './words.ts'

export type OnPaper = { language: string, timeZone: string, missing: string[] }

/**
 * An agreement for paper, in an installed language. It names people and what they promised: no programme, no purpose, nobody's role,
 * since a paper in a cell is read by others.
 */
export function printAgreement(agreement: Agreement, { language, timeZone, missing }: OnPaper): Uint8Array {
  const reader = readerOf(language, timeZone)
  return reading(reader, () => pdfOf(template, dataOf(agreement, missing), reader))
}

/** The person's languages that no words are installed for. They were written down as codes or as names. */
export function missingLanguages(languages: readonly string[]): string[] {
  const known = installedLanguages().flatMap(({ code, name }) => [code, name.toLowerCase()])
  return languages.filter((language) => !known.includes(language.trim().toLowerCase()))
}

function dataOf(agreement: Agreement, missing: string[]) {
  const version = inForce(agreement) ?? agreement.versions.at(-1)!
  const due = reviewDueOn(agreement)
  return {
    file: t('agreement.paper.file'),
    title: t('agreement.paper.heading'),
    notice: missing.length > 0 ? t('agreement.print.missing', { languages: say.list(missing) }) : '',
    clauses: version.clauses.map(({ text }) => text),
    signatures: t('agreement.paper.signatures'),
    columns: [t('agreement.paper.name'), t('agreement.paper.signature')],
    parties: version.parties.map((party) => ({ name: nameOf(party), answer: answerOf(party) })),
    review: due ? t('agreement.paper.review', { day: say.day(due) }) : '',
    stop: t('agreement.own.stop'),
    foot: t('agreement.paper.foot', { number: version.number, day: say.day(version.proposedOn) }),
  }
}

function answerOf({ answer }: Party): string {
  return answer ? answerSaid(answer) : ''
}

const template = String.raw`
#set document(title: data.file)
#set page(footer: context { set text(size: 9pt); align(center)[#data.foot · #counter(page).display("1 / 1", both: true)] })
= #data.title
#if data.notice != "" { block(stroke: 0.5pt, inset: 8pt, radius: 3pt, width: 100%, data.notice) }
#enum(spacing: 1.3em, ..data.clauses.map(own))
#if data.review != "" { par(strong(data.review)) }
== #data.signatures
#table(
  columns: (1fr, 1.6fr), inset: (x: 0pt, y: 9pt), stroke: (x, y) => (bottom: 0.5pt),
  table.header(..data.columns.map(strong)),
  ..data.parties.map(party => (own(party.name), if party.answer == "" { v(2.2em) } else { own(party.answer) })).flatten(),
)
#v(1em)
#text(size: 10pt, data.stop)
`
