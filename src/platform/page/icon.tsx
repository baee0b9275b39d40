import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { raw } from 'hono/html'

export type IconName = keyof typeof files

/** A picture beside words, never in place of them: it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return raw(drawings[name])
}

const files = {
  check: 'Checkmark',
  readers: 'Eye',
  hide: 'EyeSlash',
  urgent: 'Lifebuoy',
  find: 'MagnifyingGlass',
  leave: 'Leave',
  open: 'ChevronDown',
  previous: 'ChevronLeft',
  next: 'ChevronRight',
  print: 'PrinterSmall',
} as const

const find = createRequire(import.meta.url)

// Read once, at start; the drawings are the package's own and hold no text of anybody.
const drawings = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, drawing(file)])) as Record<IconName, string>

function drawing(file: string): string {
  const svg = readFileSync(find.resolve(`@navikt/aksel-icons/svg/${file}.svg`), 'utf8')
  return svg.trim().replace('<svg ', '<svg class="icon" aria-hidden="true" focusable="false" ')
}
