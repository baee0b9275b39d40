import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { endings } from './plan.ts'

/** What the page and the interface take. */
export const MakePlan = z.object({ programme: field.id('plan.field.programme'), beginsOn: field.day('plan.field.begins-on') })
export const AddAim = z.object({ aim: field.text('plan.field.aim', 2000), reason: field.text('plan.field.reason', 2000) })
export const EndPlan = z.object({ endedOn: field.day('plan.field.ended-on'), ending: field.choice('plan.field.ending', endings) })
