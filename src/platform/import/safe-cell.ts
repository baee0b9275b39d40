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
  return /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
}

/** One line of a CSV file, every cell safe. */
export function csvLine(cells: string[], delimiter = ','): string {
  return cells.map(cell => quoted(safeCell(cell), delimiter)).join(delimiter) + '\r\n'
}

function quoted(text: string, delimiter: string): string {
  const mustQuote = text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text)
  return mustQuote ? `"${text.replaceAll('"', '""')}"` : text
}
