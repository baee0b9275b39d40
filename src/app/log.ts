import { pino } from 'pino'

/** The operating log: ids and codes, never names or notes. What people did stands in the access log, not here. */
const logger = pino({ base: null, redact: ['*.password', '*.values', '*.parameters', '*.detail'] }, pino.destination({ fd: 2, sync: false }))

/** A fault of ours, with the number that the person was given. The message of the database may hold values, so only its code is kept. */
export function logFault(fault: unknown, id: string): void {
  const { code, message, stack } = fault instanceof Error ? fault as Error & { code?: string } : { code: undefined, message: String(fault), stack: undefined }
  const isFromDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code)
  logger.error({ id, code, message: isFromDatabase ? 'database' : message, at: stack?.split('\n').slice(1, 6) }, 'fault')
}
