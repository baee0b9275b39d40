/**
 * Questions that do not need each other's answers, asked in one breath: they go out to the database together and come back in their order. Waits for
 * all of them, also when one fails, so that none is still under way when the transaction ends; and then says what failed first, not that the rest could not go on.
 */
export async function together<const Asked extends readonly unknown[]>(asked: Asked): Promise<{ -readonly [Place in keyof Asked]: Awaited<Asked[Place]> }> {
  const settled = await Promise.allSettled(asked)
  const failed = settled.filter((one) => one.status === 'rejected').map((one): unknown => one.reason)
  if (failed.length > 0) throw failed.find((fault) => !isAftermath(fault)) ?? failed[0]
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as { -readonly [Place in keyof Asked]: Awaited<Asked[Place]> }
}

/** "current transaction is aborted", or a statement that could not be kept because of it: another question of the same transaction has failed. */
export function isAftermath(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === '25P02' || fault.code === '26000')
}
