import { pino } from 'pino'

/** The operating log: ids and codes, never names or notes. What people did stands in the access log, not here. */
const logger = pino({ base: null, redact: ['*.password', '*.values', '*.parameters', '*.detail'] }, pino.destination({ fd: 2, sync: false }))

/** A fault of ours, with the number that the person was given. */
export function logFault(fault: unknown, id: string): void {
  logger.error({ id, ...faultInShort(fault) }, 'fault')
}

/**
 * What of a fault may be written down. Messages quote what was sent: the database's and the programme's own alike, over several
 * lines, which the stack repeats. So the database's is left out, of others what stands in quotation marks, and of a stack only places are kept.
 */
export function faultInShort(fault: unknown): { code: string | undefined, message: string, at: string[] } {
  const { code, message, stack } = fault instanceof Error ? fault as Error & { code?: string } : { code: undefined, message: typeof fault, stack: undefined }
  const isFromDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code)
  const at = (stack ?? '').split('\n').filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line)).slice(0, 5)
  return { code, message: isFromDatabase ? 'database' : unquoted(message), at }
}

/** From the first quotation mark to the last: what was quoted may hold some itself. */
function unquoted(message: string): string {
  return message.replace(/["'`“‘][\s\S]*["'`”’]/u, '…').split('\n')[0]!.slice(0, 200)
}
