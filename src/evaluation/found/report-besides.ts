import { t } from '../words.ts'
import { codersCautions, codersSaid } from './coders-said.ts'
import type { CodersAgree } from './coders.ts'
import type { Findings } from './findings.ts'
import type { Report } from './report.ts'

/** What stands in a report beside the answer. */
export function besides({ coders }: Findings): Report['parts'] {
  return coders.length > 0 ? [codersPart(coders)] : []
}

function codersPart(coders: CodersAgree[]): Report['parts'][number] {
  return { title: t('evaluation.coders.title'), paragraphs: [t('evaluation.coders.how'), ...codersCautions(coders), t('evaluation.reference.coders')], facts: [], table: codersSaid(coders) }
}
