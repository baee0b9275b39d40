/** Sorts rows by their case, cases in the order in which they first appear; within a case the order stays. */
export function byCase<Row>(labels: readonly (string | number)[], rows: readonly Row[]): { label: string | number, rows: Row[] }[] {
  const groups = Map.groupBy(rows.map((row, i) => ({ row, label: labels[i]! })), (one) => one.label)
  return [...groups].map(([label, members]) => ({ label, rows: members.map((member) => member.row) }))
}
