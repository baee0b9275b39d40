import { nameOnPaper, pdfOf, whyNotPrinted } from '../../platform/document/index.ts'
import { giveFile, show } from '../../platform/doors/index.ts'
import { Block, Link, Narrow, Notice, PageHead } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { currentReader, installedLanguages, isInstalled, readerOf, reading, say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import type { PlanRow } from '../../plans/index.ts'
import { closingPrintPage } from './addresses.ts'
import { parts, answeredSaid, sectionsOf, signatureSaid, type ToldTo } from './closing-said.ts'
import type { Closing } from './closing.ts'
import { Way } from './overview.tsx'
import { reportOf, type Here } from './report-page.tsx'
import { t } from './words.ts'

/** The whole for the file; and for the person what they can keep: in plain words first, without the name of the programme. */
const kinds = ['whole', 'plain'] as const
type Kind = (typeof kinds)[number]
const toldTo: Record<Kind, ToldTo> = { whole: 'team', plain: 'person' }

/** Asks first: paper goes where no right follows it. */
export async function showPrint(work: Work, here: Here) {
  const { person, report, plan } = await reportOf(work, here)
  const why = whyNotPrinted(() => printClosing(report, plan, { kind: 'whole', language: currentReader().language, timeZone: work.timeZone }))
  return show({ title: t('closing.print.title'), body: <Narrow>
    <Way person={person} report={report} here={t('closing.print.title')} />
    <PageHead title={t('closing.print.title')} sub={person.name} />
    <Notice kind="care" title={t('closing.print.safe')}>{t('closing.print.safe.what')}</Notice>
    {why && <Notice kind="care">{why}</Notice>}
    {kinds.map((kind) => <Block title={t(`closing.print.${kind}`)} size="xs">
      <p class="ds-paragraph">{t(`closing.print.${kind}.what`)}</p>
      <ul class="ds-list">{installedLanguages().map(({ code, name }) => <li><Link href={`${closingPrintPage(here.participantId, here.reportId)}/${kind}/${code}`}>{name}<span class="ds-sr-only">, {t(`closing.print.${kind}`)}</span></Link></li>)}</ul>
    </Block>)}
    <p class="ds-paragraph muted" data-size="sm">{t('closing.stays')}</p>
  </Narrow> })
}

/** The file. Its name, and its title in a viewer, say "appointment". */
export async function givePrint(work: Work, here: Here & { kind: string, language: string }) {
  const kind = kinds.find((one) => one === here.kind)
  const { report, plan } = await reportOf(work, here)
  if (!kind || !isInstalled(here.language)) throw refuse('not-found')
  return giveFile({ bytes: printClosing(report, plan, { kind, language: here.language, timeZone: work.timeZone }), type: 'application/pdf', name: 'appointment.pdf', inline: true })
}

function printClosing(report: Closing, plan: PlanRow, { kind, language, timeZone }: { kind: Kind, language: string, timeZone: string }): Uint8Array {
  const reader = readerOf(language, timeZone)
  return reading(reader, () => pdfOf(template, dataOf(report, plan, kind), reader))
}

function dataOf(report: Closing, plan: PlanRow, kind: Kind) {
  const [to, all] = [toldTo[kind], sectionsOf(report, plan, toldTo[kind])]
  const plain = kind === 'plain' && report.units ? [{ title: t('closing.own.plain'), facts: [], said: report.units.plain }] : []
  const notices = [report.signatures.length === 0 ? t('closing.paper.draft') : '', kind === 'whole' && all.length < parts.length ? t('closing.parts-hidden') : '']
  return {
    file: t('closing.paper.file'), title: t(kind === 'whole' ? 'closing.title' : 'closing.own.head'), notices: notices.filter(Boolean),
    sections: [...plain, ...all.filter(({ part }) => kind === 'whole' || part !== 'programme').map(({ title, facts, said }) => ({ title, facts, said }))],
    answers: t(to === 'person' ? 'closing.answers.yours' : 'closing.answers'), none: t(to === 'person' ? 'closing.answers.none-yours' : 'closing.answers.none'),
    answered: report.answers.map((one) => ({ says: answeredSaid(one, to), words: one.words })),
    signatures: t('closing.signatures'), unsigned: t('closing.signatures.none'), signed: report.signatures.map((one) => signatureSaid({ ...one, name: nameOnPaper(one.name) })),
    foot: t('closing.paper.foot', { number: report.number, day: say.moment(report.writtenAt) }),
  }
}

const template = String.raw`
#set document(title: data.file)
#set page(footer: context { set text(size: 9pt); align(center)[#data.foot · #counter(page).display("1 / 1", both: true)] })
= #data.title
#for notice in data.notices { block(stroke: 0.5pt, inset: 8pt, radius: 3pt, width: 100%, notice) }
#for section in data.sections {
  heading(level: 2, section.title)
  if section.facts.len() > 0 { list(..section.facts.map(own)) }
  own(section.said)
  parbreak()
}
== #data.answers
#if data.answered.len() == 0 { data.none } else { list(..data.answered.map(one => { one.says; if one.words != "" { linebreak(); own(one.words) } })) }
== #data.signatures
#if data.signed.len() == 0 { data.unsigned } else { list(..data.signed) }
`
