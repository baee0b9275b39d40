import { thePerson } from '../../participants/index.ts'
import { nameOnPaper, pdfOf, whyNotPrinted } from '../../platform/document/index.ts'
import { giveFile, show } from '../../platform/doors/index.ts'
import { Block, Link, Narrow, Notice, PageHead } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { currentReader, installedAmong, installedLanguages, isInstalled, languageOf, readerOf, reading, say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { inForce, reviewDueOn, type Agreement, type Party } from '../agreement.ts'
import { findAgreement, languagesOf } from '../agreements.queries.ts'
import { answerSaid, nameOf } from '../sentences.ts'
import { t } from '../words.ts'
import { printedPage, type Here } from './addresses.ts'
import { Way } from './parts.tsx'

/** Asks first: paper goes where no right follows it. Then offers every installed language. */
export async function showPrint(work: Work, here: Here) {
  const person = await thePerson(work)
  const agreement = await findAgreement(work, here.agreementId)
  const spoken = await languagesOf(work, agreement.participantId)
  const missing = missingLanguages(spoken)
  const why = whyNotPrinted(() => printAgreement(agreement, { language: currentReader().language, timeZone: work.timeZone, languages: spoken }))
  return show({ title: t('agreement.print.title'), body: <Narrow>
    <Way person={person} agreement={agreement} here={t('agreement.print.title')} />
    <PageHead title={t('agreement.print.title')} sub={person.name} />
    <Notice kind="care" title={t('agreement.print.safe')}>{t('agreement.print.safe.hint')}</Notice>
    {missing.length > 0 && <Notice kind="info">{t('agreement.print.missing', { languages: say.list(missing) })}</Notice>}
    {why && <Notice kind="care">{why}</Notice>}
    <Block title={t('agreement.print.yes')} size="xs">
      <ul class="ds-list">{theirsFirst(spoken).map(({ code, name }) => <li><Link href={printedPage(here, code)}>{t('agreement.print.in', { language: name })}</Link></li>)}</ul>
    </Block>
  </Narrow> })
}

/** The file. Its name, and its title in a viewer, say "appointment". */
export async function givePrint(work: Work, { agreementId, language }: Here & { language: string }) {
  const agreement = await findAgreement(work, agreementId)
  if (!isInstalled(language)) throw refuse('not-found')
  const languages = await languagesOf(work, agreement.participantId)
  return giveFile({ bytes: printAgreement(agreement, { language, timeZone: work.timeZone, languages }), type: 'application/pdf', name: 'appointment.pdf', inline: true })
}

type OnPaper = { language: string, timeZone: string, /** What the person reads. */ languages: string[] }

/**
 * An agreement for paper, in an installed language. It names people and what they promised: no programme, no purpose, nobody's role,
 * since a paper in a cell is read by others.
 */
function printAgreement(agreement: Agreement, { language, timeZone, languages }: OnPaper): Uint8Array {
  const reader = readerOf(language, timeZone)
  return reading(reader, () => pdfOf(template, dataOf(agreement, missingLanguages(languages)), reader))
}

/** The language of the person stands first. */
function theirsFirst(spoken: readonly string[]) {
  const theirs = installedAmong(spoken)
  return installedLanguages().toSorted((one, other) => Number(other.code === theirs) - Number(one.code === theirs))
}

/** What the person reads, by code or by name as it was written down, where no words are installed for any of it. */
function missingLanguages(languages: readonly string[]): string[] {
  return installedAmong(languages) === undefined ? languages.map(inWords) : []
}

/** "ar" is Arabic to whoever reads English; what is no code stays as it was written. */
function inWords(language: string): string {
  const isCode = /^[a-z]{2,3}$/.test(language)
  return isCode ? new Intl.DisplayNames([languageOf(currentReader().language).locale], { type: 'language' }).of(language) ?? language : language
}

function dataOf(agreement: Agreement, missing: string[]) {
  const version = inForce(agreement) ?? agreement.versions.at(-1)!
  const due = reviewDueOn(agreement)
  return {
    file: t('agreement.paper.file'),
    title: t('agreement.paper.heading'),
    notice: missing.length > 0 ? t('agreement.paper.missing', { languages: say.list(missing) }) : '',
    clauses: version.clauses.map(({ text }) => text),
    signatures: t('agreement.paper.signatures'),
    columns: [t('agreement.paper.name'), t('agreement.paper.signature')],
    parties: version.parties.map((party) => ({ name: nameOnPaper(nameOf(party)), answer: answerOf(party) })),
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
#enum(spacing: 1.3em, ..data.clauses.map(words => block(own(words))))
#if data.review != "" { v(0.4em); strong(data.review) }
== #data.signatures
#table(
  columns: (1fr, 1.6fr), inset: (x, _) => (x: if x == 0 { 0pt } else { 10pt }, y: 9pt), stroke: (x, y) => (bottom: 0.5pt),
  table.header(..data.columns.map(strong)),
  ..data.parties.map(party => (own(party.name), if party.answer == "" { v(2.2em) } else { party.answer })).flatten(),
)
#v(1em)
#text(size: 10pt, data.stop)
`
