import { raw } from 'hono/html'
import { DetailsFold, Table } from '../page/index.ts'
import type { Picture } from './drawn.ts'
import { t } from './words.ts'

/** A picture on a page: its name, the drawing, what it says, and the figures to unfold. */
export function PictureFigure({ picture, children }: { picture: Picture, children?: unknown }) {
  return <figure class="picture">
    <p class="picture-name"><strong>{picture.title}</strong></p>
    <div class="picture-frame" role="group" aria-label={picture.title} tabindex={0}>{raw(picture.svg)}</div>
    <figcaption class="ds-paragraph" data-size="sm">{picture.says}{children}</figcaption>
    <DetailsFold summary={t('picture.figures')}>
      <Table compared caption={picture.title} captionHidden columns={picture.table.columns.map((label) => ({ label }))} rows={picture.table.rows} />
    </DetailsFold>
  </figure>
}
