import type { Attempt } from '../../attempt.ts'
import { keysOf, show } from '../../doors/index.ts'
import { Block, DetailsFold, Empty, ErrorSummary, Form, Hidden, Link, Meters, PageHead, Submit, SummaryList, Table } from '../../page/index.ts'
import { say, sentence } from '../../words/index.ts'
import type { Work } from '../../work.ts'
import type { DryRun } from '../dry-run.ts'
import { sayFault, type Fault } from '../fault.ts'
import type { ImportKind } from '../import-kind.ts'
import { t } from '../import-words.ts'
import { keptFile } from '../kept-file.ts'
import type { Outcome, ShownCell } from '../outcomes.ts'
import { suggestedFor, tryImport } from '../try-import.ts'
import { columnsPage, ImportCrumbs, notTakenPage, trialPage } from './import-addresses.tsx'
import { goingShown, receiptShown } from './how-far.tsx'

/** What the file comes to; once confirmed, how far it is, and then its receipt. */
export async function trialShown(work: Work, kind: ImportKind, fileId: string, attempt?: Attempt) {
  await kind.mustImport(work)
  const kept = await keptFile(work, kind.kind, fileId)
  if (kept.receipt) return receiptShown(work, kind, kept)
  if (kept.going) return goingShown(kind, kept)
  const { importer, mapping } = await suggestedFor(work, kind, kept.survey, kept.mapping)
  const tried = await tryImport(work, kind, kept, { mapping, importer })
  return show({ title: t('import.page.trial'), wide: true, body: <>
    <ErrorSummary attempt={attempt} />
    <ImportCrumbs kind={kind} here={t('import.page.trial')} />
    <PageHead title={t('import.page.trial')} sub={t('import.page.trial.sub', { name: kept.file.name })} />
    <Figures tried={tried} />
    {tried.notes.length > 0 && <Block title={t('import.page.notes')} size="xs"><ul>{tried.notes.map(({ says, values }) => <li>{sentence(says, values)}</li>)}</ul></Block>}
    <NotTaken tried={tried} href={notTakenPage(kind, fileId)} />
    <Form action={trialPage(kind, fileId)} keys={keysOf(work)}>
      <Hidden name="seal" value={tried.seal} />
      <Known tried={tried} />
      {tried.totals.willWrite === 0 ? <Empty>{nothingWritten(tried)} <Link href={columnsPage(kind, fileId)}>{t('import.page.columns')}</Link></Empty>
        : <Submit label={sentence(kind.says.confirm, { count: tried.totals.willWrite })} cancel={{ href: columnsPage(kind, fileId), label: t('import.page.columns') }} />}
    </Form>
  </> })
}

/** Nothing is new; or nothing of it can be taken; or what can be taken is here, and the rest is wrong. */
function nothingWritten({ totals: { bad, there } }: DryRun<unknown>): string {
  if (bad === 0) return t('import.page.nothing')
  return t(there === 0 ? 'import.page.none-taken' : 'import.page.rest-not-taken', { count: bad })
}

type Tried = { tried: DryRun<unknown> }

function Figures({ tried: { totals } }: Tried) {
  const meter = (label: string, value: number) => ({ label, value, max: Math.max(totals.rows, 1), says: say.number(value) })
  return <Meters rows={[meter(t('import.page.will-write'), totals.willWrite), meter(t('import.page.with-caution'), totals.caution), meter(t('import.page.bad'), totals.bad), meter(t('import.page.there'), totals.there)]} />
}

function NotTaken({ tried: { attention, totals }, href }: Tried & { href: string }) {
  const bad = attention.filter(({ is }) => is === 'bad')
  return <Block title={t('import.page.bad.title')}>
    {bad.length === 0 ? <Empty>{t('import.page.bad.none')}</Empty> : <>
      {bad.length < totals.bad && <p class="ds-paragraph">{t('import.page.only-first', { count: bad.length })}</p>}
      <p class="ds-paragraph"><Link href={href}>{t('import.page.not-taken')}</Link></p>
      <Rows outcomes={bad} caption={t('import.page.bad.title')} faultsOf={({ faults }) => faults} />
    </>}
  </Block>
}

function Known({ tried: { attention, examples } }: Tried) {
  const cautions = attention.filter(({ is }) => is === 'caution')
  return <>
    {cautions.length > 0 && <DetailsFold summary={t('import.page.cautions', { count: cautions.length })}><Rows outcomes={cautions} caption={t('import.page.with-caution')} faultsOf={({ cautions: said }) => said} /></DetailsFold>}
    {examples.length > 0 && <DetailsFold summary={t('import.page.examples')}>{examples.map(({ row, shown }) =>
      <Block title={t('import.page.row', { row })} size="xs"><SummaryList answers={shown.map((cell) => ({ label: cell.column, value: cellShown(cell) }))} /></Block>)}</DetailsFold>}
  </>
}

/** Of what whoever imports does not read, its length and nothing else. */
function cellShown({ text, letters, isHidden }: ShownCell): string {
  return isHidden ? t('import.page.letters', { count: letters }) : text
}

function Rows({ outcomes, caption, faultsOf }: { outcomes: Outcome<unknown>[], caption: string, faultsOf: (outcome: Outcome<unknown>) => Fault[] }) {
  const rows = outcomes.flatMap((outcome) => faultsOf(outcome).map((fault, place) => {
    const { wrong, mend } = sayFault(fault)
    return [place === 0 ? String(outcome.row) : '', fault.column, wrong, mend]
  }))
  return <Table caption={caption} captionHidden columns={[{ label: t('import.page.row-number') }, { label: t('import.page.column') }, { label: t('import.page.wrong') }, { label: t('import.page.mend') }]} rows={rows} />
}
