import { t } from '../words.ts'
import { leastNotes, type CodersAgree } from './coders.ts'
import { resultSaid } from './result-said.ts'

/** How far the coders agree, for the page and for the report. */
export function codersSaid(coders: CodersAgree[]): { columns: string[], rows: string[][] } {
  const none = t('evaluation.coders.too-few', { least: leastNotes.toSay })
  return {
    columns: [t('evaluation.coders.domain'), t('evaluation.coders.notes'), t('evaluation.coders.percent'), t('evaluation.coders.kappa'), t('evaluation.coders.ac1')],
    rows: coders.map(({ domain, isOutcome, notes, people, coefficients }) => [
      isOutcome ? t('evaluation.coders.outcome', { domain }) : domain, t('evaluation.coders.of-people', { notes, count: people }),
      ...(coefficients ? [resultSaid(coefficients.percent), resultSaid(coefficients.kappa), resultSaid(coefficients.ac1)] : [none, none, none])]),
  }
}

export function codersCautions(coders: CodersAgree[]): string[] {
  const isFew = coders.some(({ notes }) => notes < leastNotes.toTrust)
  return [t('evaluation.coders.dependent'), ...(isFew ? [t('evaluation.coders.few', { least: leastNotes.toTrust })] : [])]
}
