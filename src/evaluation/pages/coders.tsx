import { Block, Notice, Table } from '../../platform/page/index.ts'
import { codersCautions, codersSaid } from '../found/coders-said.ts'
import type { CodersAgree } from '../found/coders.ts'
import { t } from '../words.ts'

/** How far two coders agree, domain by domain, with what weakens these figures beside them. */
export function Coders({ coders }: { coders: CodersAgree[] }) {
  const { columns, rows } = codersSaid(coders)
  return <Block title={t('evaluation.coders.title')}>
    <p class="ds-paragraph">{t('evaluation.coders.how')}</p>
    <Table caption={t('evaluation.coders.title')} captionHidden columns={columns.map((label) => ({ label }))} rows={rows} />
    <Notice kind="care" title={t('evaluation.cautions')}><ul class="ds-list">{codersCautions(coders).map((caution) => <li>{caution}</li>)}</ul></Notice>
  </Block>
}
