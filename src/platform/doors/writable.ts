/** Text as the database can hold it. NUL and halves of a letter are in no script; they come with broken copies and forged calls, and nobody misses them. */
export function writable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
