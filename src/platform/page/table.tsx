import type { Child } from 'hono/jsx'

/** `does`: its cells lead to doing something, and neither they nor its heading are printed. */
export type Column = { label: string, numeric?: boolean, does?: boolean }

export type TableProps = {
  caption: string
  /** The heading above already says it; readers of screens still hear it. */
  captionHidden?: boolean
  columns: Column[]
  /** One list of cells a row; the first names the row. */
  rows: Child[][]
  /** Its columns are read against each other: on a phone they stay side by side, and scroll. */
  compared?: boolean
  /** Its cells are sentences, too long to stand side by side on a phone, however few its columns. */
  sentences?: boolean
}

/**
 * A table scrolls within itself on a narrow screen, by finger and by keyboard. One of many columns stands there row by row
 * instead, each value beside its heading; the roles are written down because a browser may forget them with the layout.
 */
export function Table({ caption, captionHidden, columns, rows, compared, sentences }: TableProps) {
  const many = (sentences || columns.length > 3) && !compared && !columns.some(({ numeric }) => numeric)
  const role = (name: string) => many ? name : undefined
  return <div class="scroll" role="region" aria-label={caption} tabindex={0}>
    <table class={many ? 'ds-table row-by-row' : 'ds-table'} role={role('table')} data-hover>
      <caption class={captionHidden ? 'ds-sr-only' : undefined} data-size="xs">{caption}</caption>
      <thead role={role('rowgroup')}><tr role={role('row')}>{columns.map(column => <th scope="col" role={role('columnheader')} class={classOf(column)}>{column.label}</th>)}</tr></thead>
      <tbody role={role('rowgroup')}>{rows.map(cells => <tr role={role('row')}>{cells.map((cell, place) => place === 0
        ? <th scope="row" role={role('rowheader')}>{cell}</th>
        : many ? <NamedCell column={columns[place]} cell={cell} /> : <td class={classOf(columns[place])}>{cell}</td>)}</tr>)}</tbody>
    </table>
  </div>
}

/** The heading is drawn from here on a phone; whoever hears the table has it from the column. */
function NamedCell({ column, cell }: { column: Column | undefined, cell: Child }) {
  const isEmpty = cell === '' || cell === null || cell === undefined || cell === false
  return <td role="cell" class={classOf(column)} data-label={column?.label}>{!isEmpty && <div>{cell}</div>}</td>
}

function classOf(column?: Column): string | undefined {
  return [column?.numeric && 'numeric', column?.does && 'on-screen'].filter(Boolean).join(' ') || undefined
}
