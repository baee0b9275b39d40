import type { Check, Tree } from './tree.ts'
import { rows } from './import-table.ts'

export const migrations: Check = {
  name: 'migrations',
  asks: 'Are the migrations numbered without a gap, named as sentences, and does each say why, and how to undo it?',
  look(tree) {
    const files = tree.files.filter((file) => file.startsWith('database/migrations/'))
    return { seen: files.length, problems: [...gaps(files), ...files.flatMap((file) => [...wrongName(file), ...wrongTop(tree, file)])] }
  },
}

function gaps(files: string[]): string[] {
  return files.flatMap((file, at) => {
    const wanted = String(at + 1).padStart(4, '0')
    return nameOf(file).startsWith(`${wanted}-`) ? [] : [`${file}: the number ${wanted} is next`]
  })
}

// 0012-sharing-record-refusals.sql: the room, then what it does.
function wrongName(file: string): string[] {
  const [, room] = /^\d{4}-([a-z]+)(-[a-z0-9]+){2,}\.sql$/.exec(nameOf(file)) ?? []
  if (room === undefined) return [`${file}: the name is a number, a room and what is done, as 0012-sharing-record-refusals.sql`]
  return rows().some((row) => row.room === room) ? [] : [`${file}: ${room} is no room`]
}

function wrongTop(tree: Tree, file: string): string[] {
  const top = /^(?:--.*\n)+/.exec(tree.read(file))?.[0] ?? ''
  if (top === '') return [`${file} needs a comment on top that says why, and how to undo it by hand`]
  return /\bundo\b/i.test(top) ? [] : [`${file}: the comment on top does not say how to undo it by hand`]
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}
