import { keysOf, show } from '../../doors/index.ts'
import { Block, ButtonLink, DetailsFold, Form, Link, Meters, Narrow, Notice, PageHead, Submit, SummaryList } from '../../page/index.ts'
import { refusalKind } from '../../refusals.ts'
import { say, sentence } from '../../words/index.ts'
import type { Work } from '../../work.ts'
import type { ImportKind } from '../import-kind.ts'
import { t } from '../import-words.ts'
import type { Going, KeptFile, Receipt } from '../kept-file.ts'
import { columnsPage, ImportCrumbs, trialPage } from './import-addresses.tsx'

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

export function receiptShown(work: Work, kind: ImportKind, { receipt, waiting, publicId }: KeptFile) {
  return show({ title: t('import.page.receipt'), body: <Narrow>
    <ImportCrumbs kind={kind} here={t('import.page.receipt')} />
    <PageHead title={t('import.page.receipt')} sub={t('import.page.receipt.sub')} />
    <Counted kind={kind} counted={receipt!} />
    {waiting > 0 && <Waiting work={work} kind={kind} publicId={publicId} waiting={waiting} />}
    <p class="ds-paragraph"><Link href={kind.after.href}>{sentence(kind.after.says)}</Link></p>
  </Narrow> })
}

/** Rows that name somebody who is not known here yet: kept, unread, until they are taken up again or given up. */
function Waiting({ work, kind, publicId, waiting }: { work: Work, kind: ImportKind, publicId: string, waiting: number }) {
  return <Block title={t('import.page.waiting', { count: waiting })} size="xs">
    <p class="ds-paragraph">{t('import.page.waiting.what')}</p>
    <Form action={`${columnsPage(kind, publicId)}/again`} keys={keysOf(work)}><Submit label={t('import.page.waiting.again')} /></Form>
    <DetailsFold summary={t('import.page.waiting.give-up')}><Form action={`${columnsPage(kind, publicId)}/given-up`} keys={keysOf(work)}>
      <p class="ds-paragraph">{t('import.page.waiting.give-up.what')}</p><Submit label={t('import.page.waiting.give-up.do')} />
    </Form></DetailsFold>
  </Block>
}

function Counted({ kind, counted: { written, leftOut, thereBefore } }: { kind: ImportKind, counted: Receipt }) {
  return <SummaryList answers={[
    { label: sentence(kind.says.written), value: say.number(written) }, { label: t('import.page.left-out'), value: say.number(leftOut) }, { label: t('import.page.there'), value: say.number(thereBefore) }]} />
}

function reasonSaid(code: NonNullable<Going['stoppedBy']>): string {
  return sentence(refusalKind(code).says)
}
