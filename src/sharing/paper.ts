import { createHash } from 'node:crypto'
import type { Day } from '../platform/day.ts'
import { pdfOf } from '../platform/document/index.ts'
import { readerOf, reading, say } from '../platform/words/index.ts'
import { recipientOf, type Comment, type Meetings, type Rule, type Statement } from './disclosure.ts'
import { t } from './words.ts'

/** All that stands in a report. There is nothing else to give it. */
export type Report = { number: string, name: string, statement: Statement, rule: Rule, from: Day, until: Day | null, meetings: Meetings | null, ownWish: boolean, agreedWords: string, comment: Comment, today: Day, usableUntil: Day }

export type Frozen = { body: string, pdf: Uint8Array, hash: string }

/** The frozen copy: the same sentences as text and as a tagged page for paper, in the language of the recipient, and the hash by which a copy is known. */
export function printReport(report: Report, language: string, timeZone: string): Frozen {
  const reader = readerOf(language, timeZone)
  return reading(reader, () => {
    const data = dataOf(report)
    const pdf = pdfOf(template, data, reader)
    return { body: bodyOf(data), pdf, hash: createHash('sha256').update(pdf).digest('hex') }
  })
}

type Data = ReturnType<typeof dataOf>

function dataOf({ number, name, statement, rule, agreedWords, comment, today, usableUntil, ...facts }: Report) {
  return {
    file: t('sharing.paper.file'), title: t('sharing.paper.title'),
    head: [[t('sharing.paper.to'), recipientOf(statement)], ...(statement.reference ? [[t('sharing.paper.reference'), statement.reference]] : []), [t('sharing.paper.about'), name], [t('sharing.paper.number'), number], [t('sharing.paper.day'), say.day(today)],
      [t('sharing.paper.decision'), statement.purpose], [t('sharing.paper.basis'), rule.basis]] as [string, string][],
    sections: [
      { title: t('sharing.paper.part'), says: [...partSaid(facts), t('sharing.paper.voluntary')] },
      ...(facts.meetings ? [{ title: t('sharing.paper.meetings'), says: meetingsSaid(facts.meetings) }] : []),
      ...(agreedWords ? [{ title: t('sharing.paper.agreed'), says: [agreedWords] }] : []),
      { title: t('sharing.paper.comment'), says: [commentSaid(comment)] },
    ],
    limits: t('sharing.paper.limits'), until: t('sharing.paper.until', { day: say.day(usableUntil) }),
  }
}

/** From when to when; that it ended by own wish only where it was put in, which the rule must allow. */
function partSaid({ from, until, ownWish }: Pick<Report, 'from' | 'until' | 'ownWish'>): string[] {
  const said = until === null ? t('sharing.paper.since', { from: say.day(from) }) : t('sharing.paper.from-until', { from: say.day(from), until: say.day(until) })
  return ownWish ? [said, t('sharing.paper.own-wish')] : [said]
}

/** What the service could not keep is the service's. Whose the rest was is not told. */
function meetingsSaid({ offered, held, service }: Meetings): string[] {
  return [t('sharing.paper.offered', { count: offered }), t('sharing.paper.held', { count: held }), ...(service > 0 ? [t('sharing.paper.service', { count: service })] : [])]
}

function commentSaid({ answer, words }: Comment): string {
  if (answer === 'no-comment') return t('sharing.paper.no-comment')
  return answer === 'comments' ? words : t('sharing.paper.not-reached', { why: words })
}

function bodyOf({ title, head, sections, limits, until }: Data): string {
  return [title, head.map(([label, value]) => `${label}: ${value}`).join('\n'), ...sections.map((section) => [section.title, ...section.says].join('\n')), limits, until].join('\n\n')
}

const template = String.raw`
#set document(title: data.file)
#set page(footer: context { set text(size: 9pt); align(center)[#counter(page).display("1 / 1", both: true)] })
= #data.title
#for pair in data.head { block(spacing: 0.8em)[*#pair.at(0):* #own(pair.at(1))] }
#for section in data.sections {
  heading(level: 2, section.title)
  for says in section.says { own(says); parbreak() }
}
#v(1em)
#block(stroke: 0.5pt, inset: 8pt, radius: 3pt, width: 100%)[#data.limits]
#data.until
`
