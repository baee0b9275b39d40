import { parseSync, Visitor } from 'vite'
import { dirname, join } from 'node:path/posix'
import type { Tree } from './tree.ts'

/** What one thing that a file declares says and uses: texts in quotes, keys with a gap in them, and names. */
export type Declared = { texts: Set<string>, patterns: Set<string>, names: Set<string> }

/** A file as a reader of it sees it: what it declares, where its names come from, what it hands on, and the doors it opens. */
export type Read = { declared: Map<string, Declared>, from: Map<string, From>, handedOn: Map<string, From>, doors: Declared[] }

export type From = { file: string, name: string }

export function readDeclarations(tree: Tree, file: string): Read {
  const { program, module } = parseSync(file, tree.read(file), { lang: file.endsWith('x') ? 'tsx' : 'ts' })
  const target = (asked: string): string => (asked.startsWith('.') ? join(dirname(file), asked) : '')
  const read: Read = { declared: new Map(), from: new Map(), handedOn: new Map(), doors: [] }

  for (const one of module.staticImports)
    for (const entry of one.entries) read.from.set(entry.localName.value, { file: target(one.moduleRequest.value), name: entry.importName.name ?? '' })
  for (const entry of module.staticExports.flatMap((one) => one.entries))
    if (entry.moduleRequest) read.handedOn.set(entry.exportName.name ?? '', { file: target(entry.moduleRequest.value), name: entry.importName.name ?? '' })

  for (const statement of program.body) take(read, statement as Node)
  return read
}

type Node = { type: string, declaration?: Node | null, declarations?: { id: { name?: string, properties?: { value?: { name?: string } }[] } }[], id?: { name: string } | null }

function take(read: Read, statement: Node): void {
  const node = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
  const said = saidIn(node)
  if (node.type === 'FunctionDeclaration' && node.id) read.declared.set(node.id.name, said)
  else if (node.type === 'VariableDeclaration') for (const { id } of node.declarations ?? []) for (const name of namesOf(id)) read.declared.set(name, said)
  else if (node.type === 'ExpressionStatement') read.doors.push(said)
}

function namesOf(id: { name?: string, properties?: { value?: { name?: string } }[] }): string[] {
  return [id.name, ...(id.properties ?? []).map(({ value }) => value?.name)].filter((name) => name !== undefined)
}

function saidIn(node: Node): Declared {
  const said: Declared = { texts: new Set(), patterns: new Set(), names: new Set() }
  new Visitor({
    Literal: ({ value }) => { if (typeof value === 'string') said.texts.add(value) },
    TemplateLiteral: ({ quasis }) => { said.patterns.add(quasis.map((quasi) => quasi.value.raw).join('*')) },
    Identifier: ({ name }) => { said.names.add(name) },
    JSXIdentifier: ({ name }) => { said.names.add(name) },
  }).visit({ type: 'Program', body: [node], sourceType: 'module', start: 0, end: 0, hashbang: null } as unknown as Parameters<Visitor['visit']>[0])
  return said
}
