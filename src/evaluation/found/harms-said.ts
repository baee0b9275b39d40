import { t } from '../words.ts'
import type { Counted } from './counted.ts'
import type { Harms } from './harms.ts'

/** Who got worse, who was harmed, who left, what happened: the same lines on the page and in the report, none of them ever left out. */
export function harmsSaid(harms: Harms, counted: Counted): { label: string, value: string }[] {
  const of = (count: number, all: number) => t('evaluation.of', { count: counted(count), of: counted(all) })
  const { classes, judged } = harms
  return [
    { label: t('evaluation.harms.reliably'), value: judged === 0 ? t('evaluation.harms.not-known') : of(harms.reliablyWorse, judged) },
    { label: t('evaluation.harms.harmed'), value: classes ? of(classes.harmed, judged) : t('evaluation.harms.no-cutoff') },
    ...(classes ? [{ label: t('evaluation.harms.recovered'), value: of(classes.recovered, judged) }] : []),
    { label: t('evaluation.harms.effect'), value: of(harms.worseByEffect, harms.compared) },
    { label: t('evaluation.harms.left'), value: of(harms.left, harms.begun) },
    { label: t('evaluation.harms.incidents'), value: harms.incidents === 0 ? t('evaluation.harms.no-incident') : t('evaluation.harms.incidents.said', { n: counted(harms.incidents), people: counted(harms.peopleInIncidents) }) },
  ]
}
