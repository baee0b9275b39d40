/**
 * A value as the server reads it: text, bytes, or null. Lists become the database's own lists, everything else with fields becomes JSON.
 * A value that JSON cannot hold throws.
 */
export function sentAs(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return listOf(value)
  if (value instanceof Uint8Array) return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'number' || typeof value === 'bigint' ? value.toString() : JSON.stringify(value)
}

function listOf(values: readonly unknown[]): string {
  return `{${values.map(elementOf).join(',')}}`
}

function elementOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return listOf(value)
  const text = sentAs(value)
  if (text === null) return 'NULL'
  return `"${(typeof text === 'string' ? text : `\\x${text.toString('hex')}`).replaceAll(/["\\]/g, '\\$&')}"`
}
