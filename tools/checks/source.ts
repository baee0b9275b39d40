import { dirname, join } from 'node:path/posix'
import { parseSync, Visitor } from 'vite'
import type { Tree } from './tree.ts'

// The parser comes with Vite, which the tests need anyway. TypeScript 7 has no interface for programs, and tools built on the old
// one pass in silence over nothing.

export type Import = { asked: string, target: string }
export type Key = { key: string, isPattern: boolean }
export type Source = { imports: Import[], keysSaid: Key[], texts: Set<string>, patterns: string[], barePhrases: string[] }

export function sourcesUnder(tree: Tree, ...folders: string[]): string[] {
  return tree.files.filter((file) => /\.tsx?$/.test(file) && folders.some((folder) => file.startsWith(`${folder}/`)))
}

export function readSource(tree: Tree, file: string): Source {
  const { program, module, errors } = parseSync(file, tree.read(file), { lang: file.endsWith('x') ? 'tsx' : 'ts' })
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`)

  const source: Source = { imports: [], keysSaid: [], texts: new Set(), patterns: [], barePhrases: [] }
  const take = (asked: string): number => source.imports.push(importOf(file, asked))
  module.staticImports.forEach((one) => take(one.moduleRequest.value))
  module.staticExports.flatMap((one) => one.entries).forEach((one) => one.moduleRequest && take(one.moduleRequest.value))

  walk(program, source, take)
  return source
}

function importOf(file: string, asked: string): Import {
  return { asked, target: asked.startsWith('.') ? join(dirname(file), asked) : '' }
}

type Program = ReturnType<typeof parseSync>['program']

function walk(program: Program, source: Source, take: (asked: string) => void): void {
  new Visitor({
    ImportExpression: ({ source: asked }) => take(asked.type === 'Literal' ? String(asked.value) : 'a name made up while running'),
    TSImportType: ({ source: asked }) => take(String(asked.value)),
    Literal: ({ value }) => { if (typeof value === 'string') source.texts.add(value) },
    TemplateLiteral: ({ quasis }) => { source.patterns.push(patternOf(quasis)) },
    CallExpression: ({ callee, arguments: given }) => {
      const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : ''
      if (name === 't' || name === 'sentence') source.keysSaid.push(...keysIn(given[0]))
    },
    Property: ({ key, value }) => {
      // Of refusals it is a key; a door of the JSON interface describes itself to programs, in a sentence.
      if (key.type === 'Identifier' && key.name === 'says') source.keysSaid.push(...keysIn(value).filter((one) => !one.key.includes(' ')))
    },
    JSXText: ({ value }) => { if (isPhrase(value)) source.barePhrases.push(value.trim()) },
    JSXAttribute: ({ name, value }) => {
      const isRead = name.type === 'JSXIdentifier' && ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'label'].includes(name.name)
      if (isRead && value?.type === 'Literal' && isPhrase(String(value.value))) source.barePhrases.push(String(value.value))
    },
  }).visit(program)
}

type Node = { type: string }

function keysIn(node: Node | null | undefined): Key[] {
  if (node == null) return []
  const known = node as Node & { value?: unknown, quasis?: Quasi[], consequent?: Node, alternate?: Node }
  if (node.type === 'Literal' && typeof known.value === 'string') return [{ key: known.value, isPattern: false }]
  if (node.type === 'TemplateLiteral' && known.quasis) return [{ key: patternOf(known.quasis), isPattern: known.quasis.length > 1 }]
  if (node.type === 'ConditionalExpression') return [...keysIn(known.consequent), ...keysIn(known.alternate)]
  return []
}

type Quasi = { value: { raw: string } }

/** `agreement.state.${state}` becomes agreement.state.* */
function patternOf(quasis: Quasi[]): string {
  return quasis.map((quasi) => quasi.value.raw).join('*')
}

function isPhrase(text: string): boolean {
  return /\p{L}{2}/u.test(text)
}
