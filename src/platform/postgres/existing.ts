/** What `read` gives, or undefined where the file or the process is not there (any more). */
export function existing<Answer>(read: () => Answer): Answer | undefined {
  try {
    return read()
  } catch (fault) {
    if (isMissing(fault)) return undefined
    throw fault
  }
}

/** A process that ends while its entry is being read answers ESRCH. */
export function isMissing(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === 'ENOENT' || fault.code === 'ESRCH')
}
