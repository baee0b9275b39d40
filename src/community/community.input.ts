import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { kinds } from './place.ts'

const told = {
  name: field.line('community.field.name'), area: field.line('community.field.area', 120), offers: field.text('community.field.offers', 2000),
  reach: field.line('community.field.reach', 500), address: field.line('community.field.address', 500).optional(),
}

/** By kind and area, and by nothing else. */
export const FindPlaces = z.object({ kind: field.choice('community.field.kind', kinds).optional(), area: z.string().max(120).meta({ label: 'community.field.area' }).optional() })
export const AddPlace = z.object({ kind: field.choice('community.field.kind', kinds), ...told })
export const ChangePlace = z.object(told)
export const ClosePlace = z.object({ why: field.text('community.field.why', 1000) })

export type Finding = z.output<typeof FindPlaces>
export type Adding = z.output<typeof AddPlace>
export type Changing = z.output<typeof ChangePlace>
