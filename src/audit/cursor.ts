import { isInstant, type Instant } from '../platform/day.ts'

/** The place of a line among all lines: those before it come on the next page. */
export type Cursor = { at: Instant, id: number }

/** As it stands in an address: 2026-11-23T09:00:00.000Z~4711. */
export const cursorForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,9})$/

export function cursorIn(text: string | undefined): Cursor | undefined {
  const found = cursorForm.exec(text ?? '')
  return found && isInstant(found[1]!) && found[1]! >= '1900' ? { at: found[1] as Instant, id: Number(found[2]) } : undefined
}

export function cursorAt(line: { at: Instant, id: number } | undefined): string | undefined {
  return line && `${line.at}~${line.id}`
}
