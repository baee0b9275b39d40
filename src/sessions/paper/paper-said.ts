import { say } from '../../platform/words/index.ts'
import type { PaperRow } from './paper.queries.ts'
import { t } from './words.ts'

/** That a record was written on paper first, on which day, when it was typed in, and whether the paper is destroyed. Nothing where there was none. */
export function papersSaid(papers: readonly PaperRow[]): string {
  return papers.map(({ written_on: on, transcribed_at: at, destroyed_at: destroyed }) => [
    on && at ? t('paper.said', { on: say.day(on), at: say.moment(at) }) : '', destroyed ? t('paper.said.destroyed', { when: say.moment(destroyed) }) : t('paper.said.not-destroyed'),
  ].filter(Boolean).join(' ')).join(' ')
}
