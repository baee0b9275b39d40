import { show } from '../../doors/index.ts'
import { ButtonLink, Link, Meters, Narrow, Notice, PageHead, SummaryList } from '../../page/index.ts'
import { refusalKind } from '../../refusals.ts'
import { say, sentence } from '../../words/index.ts'
import type { ImportKind } from '../import-kind.ts'
import { t } from '../import-words.ts'
import type { Going, KeptFile, Receipt } from '../kept-file.ts'
import { ImportCrumbs, trialPage } from './import-addresses.tsx'

/** How far a long file is. The page looks again by itself; it can be left, and the link does the same without. */
export function goingShown(kind: ImportKind, { publicId, survey, going }: KeptFile) {
  const { rows, soFar, stoppedBy } = going!
  const percent = Math.min(100, Math.floor(rows * 100 / Math.max(survey.rows, 1)))
  return show({ title: t('import.page.going'), body: <Narrow>
    {stoppedBy === null && <meta http-equiv="refresh" content="4" />}
    <ImportCrumbs kind={kind} here={t('import.page.going')} />
    <PageHead title={t('import.page.going')} sub={t('import.page.going.sub')} />
    {stoppedBy !== null && <Notice kind="care">{t('import.page.stopped', { reason: reasonSaid(stoppedBy) })}</Notice>}
    <Meters rows={[{ label: t('import.page.going.of', { done: say.number(rows), all: say.number(survey.rows) }), value: rows, max: Math.max(survey.rows, 1), says: t('import.page.going.percent', { percent }) }]} />
    <Counted kind={kind} counted={soFar} />
    <ButtonLink secondary href={trialPage(kind, publicId)}>{t('import.page.going.look')}</ButtonLink>
  </Narrow> })
}

export function receiptShown(kind: ImportKind, receipt: Receipt) {
  return show({ title: t('import.page.receipt'), body: <Narrow>
    <ImportCrumbs kind={kind} here={t('import.page.receipt')} />
    <PageHead title={t('import.page.receipt')} sub={t('import.page.receipt.sub')} />
    <Counted kind={kind} counted={receipt} />
    <p class="ds-paragraph"><Link href={kind.after.href}>{sentence(kind.after.says)}</Link></p>
  </Narrow> })
}

function Counted({ kind, counted: { written, leftOut, thereBefore } }: { kind: ImportKind, counted: Receipt }) {
  return <SummaryList answers={[
    { label: sentence(kind.says.written), value: say.number(written) }, { label: t('import.page.left-out'), value: say.number(leftOut) }, { label: t('import.page.there'), value: say.number(thereBefore) }]} />
}

function reasonSaid(code: NonNullable<Going['stoppedBy']>): string {
  return sentence(refusalKind(code).says)
}
