import { PrintHint, SummaryList } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { PrintedCode } from './printed-codes.verbs.ts'
import { t } from './words.ts'

/** The slip: a name to type, a code, an end. It says neither whose it is nor what it opens. */
export function PrintedSlip({ printed: { username, code, expiresAt } }: { printed: PrintedCode }) {
  return <>
    <p class="ds-paragraph on-screen">{t('account.slip.once')}</p>
    <div class="slip">
      <SummaryList answers={[
        { label: t('account.field.username'), value: username },
        { label: t('account.field.printed-code'), value: <code class="key">{code}</code> },
        { label: t('account.slip.where'), value: t('account.slip.page') },
        { label: t('account.slip.until'), value: say.moment(expiresAt) },
      ]} />
    </div>
    <PrintHint />
  </>
}
