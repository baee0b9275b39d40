import { say } from '../platform/words/index.ts'
import type { GoalInForce } from '../plans/index.ts'
import type { Kind, Measure } from './measure.ts'
import { isLevel, sentenceFor } from './series.ts'
import { t } from './words.ts'

/** What was said, in words: the sentence of the level, the answer on its ruler, the score, or why there is none. */
export function saidOf(measure: Pick<Measure, 'kind' | 'value' | 'missing' | 'highest'>, goal?: Pick<GoalInForce, 'levels'>): string {
  const { kind, value, missing, highest } = measure
  if (value === null) return t(`measure.missing.${missing ?? 'not-asked'}`)
  if (kind === 'goal') return isLevel(value) ? sentenceFor(value, goal) ?? t(`measure.level.${value}`) : say.number(value)
  return highest === null ? say.number(value) : t('measure.of', { value: say.number(value), most: say.number(highest) })
}

/** The number of a level beside its words, with its sign. */
export function levelSaid({ kind, value }: Pick<Measure, 'kind' | 'value'>): string {
  return kind === 'goal' && value !== null ? say.number(value, { signDisplay: 'exceptZero' }) : ''
}

/** Who said it, and how it came to be written down. */
export function byWhom({ saidBy, way, recordedBy }: Pick<Measure, 'saidBy' | 'way' | 'recordedBy'>, toThemself: boolean): string {
  const name = recordedBy.name ?? t('measure.colleague')
  if (way === 'by-person') return t(toThemself ? 'measure.by.you' : 'measure.by.person')
  if (way === 'imported') return t('measure.by.file')
  if (saidBy === 'worker') return t('measure.by.worker', { name })
  return t(toThemself ? 'measure.by.with-you' : 'measure.by.with-person', { name })
}

export function titleOf({ kind, name, question }: { kind: Kind, name: string, question: string }): string {
  if (kind === 'session') return t('measure.series.session')
  return question === '' ? name : question
}
