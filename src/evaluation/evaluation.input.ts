import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { betters, designs, effects, phasings } from './study.ts'

const number = (label: string, least: number, most: number) => z.number().min(least).max(most).meta({ label })

/** What an analysis plan has to say. `outcome` is kind and name in one, as the list of outcomes offers them. */
export const WriteStudy = z.object({
  title: field.line('evaluation.field.title'),
  question: field.text('evaluation.field.question', 2000),
  programme: field.id('evaluation.field.programme'),
  outcome: field.line('evaluation.field.outcome', 120),
  better: field.choice('evaluation.field.better', betters),
  design: field.choice('evaluation.field.design', designs),
  phases: field.choice('evaluation.field.phases', phasings),
  effect: field.choice('evaluation.field.effect', effects),
  leastPoints: field.count('evaluation.field.least-points', 1, 100),
  leastPeople: field.count('evaluation.field.least-people', 1, 1000),
  reliability: number('evaluation.field.reliability', 0.01, 0.99).optional(),
  spread: number('evaluation.field.spread', 0.0001, 1_000_000).optional(),
  cutoff: number('evaluation.field.cutoff', -1_000_000, 1_000_000).optional(),
  yardstickSource: field.text('evaluation.field.yardstick-source', 1000).optional(),
  conclusion: field.text('evaluation.field.conclusion', 4000),
})
export type Writing = z.output<typeof WriteStudy>

/** For how many people a start is drawn, between how many measurements of the baseline, and in which rhythm these are made. */
export const DrawStarts = z.object({
  people: field.count('evaluation.field.people', 1, 200),
  earliest: field.count('evaluation.field.earliest', 1, 100),
  latest: field.count('evaluation.field.latest', 1, 100),
  everyDays: field.count('evaluation.field.every-days', 1, 92),
})
export type Drawing = z.output<typeof DrawStarts>
