import { z } from 'zod'
import { field } from '../../platform/doors/index.ts'
import { RecordSession } from '../sessions.input.ts'

/** What a typed-in form holds: the record, and the day on which the paper was written. */
export const TypeIn = RecordSession.extend({ paperOn: field.day('paper.field.on') })
export const Code = z.object({ code: field.line('paper.field.code', 40) })
