import type { Context } from 'hono'
import { writeGathered } from '../gather-lines.ts'
import { lineOf, newSeen, type House, type Opening } from '../open-work.ts'
import { isRefusal } from '../refusals.ts'

/**
 * Whoever asks for something by its address and is told that there is nothing leaves a line, too: what was asked for, as it was sent. The line names no person, and
 * reads and takes the same whether it exists or not, so that neither the answer nor the log confirms anybody. Whoever oversees the log sees who tries.
 */
export async function noteRefusedLook(house: House, c: Context, opening: Opening, fault: unknown): Promise<void> {
  if (!isRefusal(fault) || fault.code !== 'not-found' || opening.actor.kind === 'machine') return
  const asked = Object.values(c.req.param() as Record<string, string>).filter((name) => asOurs.test(name))
  if (asked.length === 0) return
  const refused = { ...opening, does: 'consult' as const, purpose: 'refused', objects: asked }
  await writeGathered(house, lineOf(house, { opening: refused, seen: { ...newSeen(), objectIds: new Set(asked) } }))
}

/** Only what could be a name of ours: nobody writes sentences into the log by typing an address. */
const asOurs = /^[A-Za-z0-9_-]{1,64}$/
