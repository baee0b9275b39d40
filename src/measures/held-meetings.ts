import type { Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

/** A meeting that was held, as far as somebody needs to know it to say how it was. */
export type HeldMeeting = { id: number, publicId: string, startsAt: Instant, with: string | null }

type Held = (work: Work) => Promise<HeldMeeting[]>

/** Port: sessions belong to a room beside this one, so the application hands in which of a person's own meetings were held lately. */
export function useHeldMeetings(held: Held): void {
  heldLately = held
}

export async function heldMeetings(work: Work): Promise<HeldMeeting[]> {
  return heldLately(work)
}

let heldLately: Held = () => Promise.resolve([])
