import { z } from 'zod'
import { field } from '../../platform/doors/index.ts'

const member = z.object({ assignment: field.id('transfer.field.member'), goes: field.choice('transfer.field.goes', ['on', 'ends']) })

export const AnnounceTransfer = z.object({
  to: field.id('transfer.field.to'), movesOn: field.day('transfer.field.moves-on'), reason: field.text('transfer.field.reason', 2000), authority: field.line('transfer.field.authority'),
  team: z.array(member).max(60).default([]).meta({ label: 'transfer.field.team' }),
})
export const CallOffTransfer = z.object({ why: field.text('transfer.field.why', 500) })
