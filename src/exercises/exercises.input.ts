import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { toolNames } from './exercise.ts'

/** Up to a hundred lines of a sheet; what is left empty is no entry. */
const entries = z.array(z.object({
  part: field.id('exercise.field.part'), words: field.text('exercise.field.words', 2000).optional(), when: field.line('exercise.field.when', 100).optional(),
  weight: field.count('exercise.field.weight', -5, 10).optional(), on: field.day('exercise.field.on').optional(), outcome: field.text('exercise.field.outcome', 1000).optional(),
})).min(1).max(100).meta({ label: 'exercise.field.entries' })

export const WriteExercise = z.object({ madeOn: field.day('exercise.field.made-on'), unitId: field.id('exercise.field.unit').optional(), entries })
export type Writing = z.output<typeof WriteExercise>

export const BeginExercise = WriteExercise.extend({ tool: field.choice('exercise.field.tool', toolNames) })
export const StrikeExercise = z.object({ reason: field.text('exercise.field.strike-reason', 500) })
