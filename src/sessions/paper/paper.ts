import { randomInt } from 'node:crypto'
import { addMinutes, type Day, type Instant } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'

/** How long a code leads anywhere after the meeting was to begin: a week at home ill, and no drawer of old papers. */
const daysOpen = 7

export function paperEnds(startsAt: Instant, printedAt: Instant): Instant {
  return addMinutes(startsAt > printedAt ? startsAt : printedAt, daysOpen * 24 * 60)
}

/** Eight signs that nobody takes for one another. It stands in place of a name and opens nothing by itself. */
export function newPaperCode(): string {
  return Array.from({ length: 8 }, () => clear[randomInt(clear.length)]).join('')
}

/** As it stands on the paper. */
export function inGroups(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** However somebody typed it. */
export function readPaperCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '').slice(0, 40)
}

const clear = 'ABCDEFGHJKMNPQRTUVWXY346789'

/** A paper is written during the meeting or after it, and before it is typed in. */
export function checkWrittenOn(writtenOn: Day, { heldOn, today }: { heldOn: Day, today: Day }): void {
  if (writtenOn < heldOn) throw refuse('paper-before-the-meeting')
  if (writtenOn > today) throw refuse('paper-not-written-yet')
}
