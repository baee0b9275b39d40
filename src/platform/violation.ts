/** Whether the database refused because of this constraint. The transaction is lost by then: the rule throws its own refusal. */
export function violates(fault: unknown, constraint: string): boolean {
  return fault instanceof Error && 'constraint' in fault && fault.constraint === constraint
}

/** Whether a policy let the row not in. */
export function isShutOut(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === '42501'
}
