import type { Station } from '../../pictures/index.ts'
import { t } from '../words.ts'
import type { Counted } from './counted.ts'
import type { Findings } from './findings.ts'
import { answers, completed, endings } from './way-through.ts'

/** The way from referral to completion, and who of it the answer rests on. */
export function stationsOf({ way: { flow }, saidNo, together, people }: Pick<Findings, 'way' | 'saidNo' | 'together' | 'people'>, counted: Counted): Station[] {
  const some = (lines: (readonly [string, number])[]) => lines.filter(([, count]) => count > 0).map(([reason, count]) => ({ reason, count: counted(count) }))
  const left = (why: 'few-points' | 'no-standard-error') => together.leftOut.filter((one) => one.why === why).length
  const ending = (word: (typeof endings)[number]) => [t(`evaluation.ending.${word}`), flow.endings[word]] as const
  return [
    { name: t('evaluation.flow.referred'), count: counted(flow.referred), left: some([...answers.map((answer) => [t(`evaluation.flow.declined.${answer}`), flow.declined[answer]] as const),
      [t('evaluation.ending.another route'), flow.anotherRoute], [t('evaluation.flow.waiting'), flow.waiting]]) },
    { name: t('evaluation.flow.accepted'), count: counted(flow.accepted), left: some([[t('evaluation.flow.not-begun'), flow.notBegun]]),
      beside: [t('evaluation.flow.asked', { n: counted(flow.asked) }), ...(flow.despite > 0 ? [t('evaluation.flow.despite', { n: counted(flow.despite) })] : [])] },
    { name: t('evaluation.flow.begun'), count: counted(flow.begun),
      left: some([...endings.filter((word) => !completed.includes(word)).map(ending), [t('evaluation.flow.paused'), flow.paused], [t('evaluation.flow.running'), flow.running]]),
      beside: [...(flow.withoutReferral > 0 ? [t('evaluation.flow.without-referral', { n: counted(flow.withoutReferral) })] : []), t('evaluation.flow.said-no', { n: counted(saidNo) })] },
    { name: t('evaluation.flow.completed'), count: counted(completed.reduce((sum, word) => sum + flow.endings[word as 'completed'], 0)), left: [],
      beside: completed.map((word) => `${t(`evaluation.ending.${word as 'completed'}`)}: ${counted(flow.endings[word as 'completed'])}`) },
    { name: t('evaluation.flow.analysed'), count: counted(together.weighed.length), beside: [t('evaluation.flow.analysed.all')],
      left: some([[t('evaluation.flow.few-points'), left('few-points')], [t('evaluation.flow.no-standard-error'), left('no-standard-error')], [t('evaluation.flow.not-measured'), Math.max(0, flow.begun - people.length)]]) },
  ]
}
