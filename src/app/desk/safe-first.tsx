import { Block, Link, Notice } from '../../platform/page/index.ts'
import { t } from './words.ts'

type Way = { label: string, hint?: string, page: string, file: string }

/** Asks what has to be asked before paper exists; the answer is how people are called on it. */
export function SafeFirst({ hint, ways, why }: { hint: string, ways: Way[], /** Why the document cannot be made. */ why: string | undefined }) {
  return <Block title={t('myday.print.how')}>
    <Notice kind="care" title={t('myday.print.safe')}>{hint}</Notice>
    {why && <Notice kind="care">{`${why} ${t('myday.print.page-until-then')}`}</Notice>}
    <ul class="ways">{ways.map((way) => <li>
      <span><b>{way.label}</b>{way.hint && <span class="muted">{way.hint}</span>}</span>
      <span><Link href={way.page}>{t('myday.print.page')}<span class="ds-sr-only">, {way.label}</span></Link> · <Link href={way.file}>{t('myday.print.file')}<span class="ds-sr-only">, {way.label}</span></Link></span>
    </li>)}</ul>
  </Block>
}
