import type { Child } from 'hono/jsx'

export type Column = { label: string, numeric?: boolean }

export type TableProps = {
  caption: string
  /** The heading above already says it; readers of screens still hear it. */
  captionHidden?: boolean
  columns: Column[]
  /** One list of cells a row; the first names the row. */
  rows: Child[][]
}

/** A table scrolls within itself on a narrow screen, by finger and by keyboard. */
export function Table({ caption, captionHidden, columns, rows }: TableProps) {
  return <div class="scroll" role="region" aria-label={caption} tabindex={0}>
    <table class="ds-table" data-hover>
      <caption class={captionHidden ? 'ds-sr-only' : undefined} data-size="xs">{caption}</caption>
      <thead><tr>{columns.map(column => <th scope="col" class={classOf(column)}>{column.label}</th>)}</tr></thead>
      <tbody>{rows.map(cells => <tr>{cells.map((cell, place) => place === 0
        ? <th scope="row">{cell}</th>
        : <td class={classOf(columns[place])}>{cell}</td>)}</tr>)}</tbody>
    </table>
  </div>
}

function classOf(column?: Column): string | undefined {
  return column?.numeric ? 'numeric' : undefined
}
