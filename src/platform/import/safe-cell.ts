/** A cell that a spreadsheet would run instead of showing. */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=＝]\s*\S/.test(text) || /^\s*[+\-@＋－＠]\s*[A-Za-z]+\s*\(/.test(text)
}

/**
 * A text as it may be written into any file that a spreadsheet opens. What would begin a formula gets an apostrophe in
 * front, so that a cell which came in as text can never be given back as something that runs on a colleague's machine.
 * Plain numbers stay numbers.
 */
export function safeCell(text: string): string {
  if (/^[+-]?\d+([.,]\d+)?$/.test(text)) return text
  const within = text.replaceAll(afterABreak, (found, before: string, sign: string, at: number) => (text.slice(0, at).trim() === '' && !before.includes(';') ? found : `${before}'${sign}`))
  return /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${within}` : within
}

/** A program that takes another sign than the comma for the border between two cells sees a cell of its own begin here: quotes in the middle of a cell hold nothing together. */
const afterABreak = /([;\t\r\n|][\s\p{Cf}"]*)([=@＝＠]|[+\-＋－](?!\d+(?:[.,]\d+)?\s*(?:[;\t\r\n|]|$)))/gu

/** One line of a CSV file, every cell safe. */
export function csvLine(cells: string[], delimiter = ','): string {
  return cells.map(cell => quoted(safeCell(cell), delimiter)).join(delimiter) + '\r\n'
}

function quoted(text: string, delimiter: string): string {
  const mustQuote = text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text)
  return mustQuote ? `"${text.replaceAll('"', '""')}"` : text
}
