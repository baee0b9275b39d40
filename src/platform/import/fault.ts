import { sentence, type Values } from '../words/index.ts'
import { importLimits } from './import-limits.ts'
import { withoutCommands } from './spelling.ts'
import './import-words.ts'

/** A cell that belongs to a field. Of an unread one (a note about a person) the text never reaches a sentence. */
export type Cell = { field: string, column: string, text: string, unread?: boolean }

/** Something in one cell: which column, what is wrong, and what would mend it, as keys of sentences. */
export type Fault = { field: string, column: string, cell: string, wrong: string, mend: string, values: Values }

/** Something about the file as a whole that a person should know before confirming. */
export type Note = { says: string, values: Values }

/** `kind` names two sentences, `kind.wrong` and `kind.mend`. */
export function fault(cell: Cell, kind: string, values: Values = {}): Fault {
  const shown = shownText(cell)
  const { field, column } = cell
  return { field, column, cell: shown, wrong: `${kind}.wrong`, mend: `${kind}.mend`, values: { column, cell: shown, ...values } }
}

export function isFault(found: unknown): found is Fault {
  return typeof found === 'object' && found !== null && 'wrong' in found && 'mend' in found
}

/** Both sentences, for the reader. */
export function sayFault({ wrong, mend, values }: Fault): { wrong: string, mend: string } {
  return { wrong: sentence(wrong, values), mend: sentence(mend, values) }
}

export function shownText({ text: sent, unread }: Cell): string {
  if (unread) return sent === '' ? '' : '…'
  const text = withoutCommands(sent)
  if (text.length <= importLimits.shownLetters) return text
  // Not through the middle of a letter that takes two places.
  return `${text.slice(0, importLimits.shownLetters).replace(/[\uD800-\uDBFF]$/, '')}…`
}
