import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml'
import type { Path } from './finding.ts'
import { t } from './words.ts'

/** The longest definition that is read: some twenty times a long one. */
export const longestText = 200_000

export type TextFault = { line: number, rule: string, sentence: string }

export type ReadText = { data: unknown, lineOf: (path: Path) => number, faults: TextFault[] }

/** A definition's YAML as plain data, with the line of every place in it. Never runs, expands or fetches anything. */
export function readText(text: string): ReadText {
  if (text.length > longestText) return unread([{ line: 1, rule: 'too-large', sentence: t('definitions.too-large', { most: longestText, length: text.length }) }])
  try {
    return readDocument(text)
  } catch (fault) {
    // The reader of YAML goes down one call a level: thousands of brackets exhaust it before anything can count them.
    if (fault instanceof RangeError) return unread([{ line: 1, rule: 'too-deep', sentence: t('definitions.too-deep') }])
    throw fault
  }
}

function readDocument(text: string): ReadText {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error', stringKeys: true, uniqueKeys: true })
  const faults = [...spelling(document, lines), ...aliases(document, lines)]
  if (faults.length > 0) return unread(faults)
  return { data: document.toJS({ maxAliasCount: 0 }), lineOf: path => lineIn(document, lines, path), faults }
}

function spelling(document: Document, lines: LineCounter): TextFault[] {
  return [...document.errors, ...document.warnings].map(error =>
    ({ line: lines.linePos(beginOf(document, error)).line, rule: 'yaml', sentence: t('definitions.yaml', { problem: error.message }) }))
}

/** Of a quotation mark that is never closed the reader tells the end of the file; a person looks for its beginning. */
function beginOf(document: Document, error: YAMLError): number {
  let begin = error.pos[0]
  if (error.code !== 'MISSING_CHAR') return begin
  visit(document, { Scalar: (_key, { range }) => void (range && range[0] < error.pos[0] && range[2] >= error.pos[0] && (begin = range[0])) })
  return begin
}

// A few lines of aliases can stand for billions of values; a definition needs none.
function aliases(document: Document, lines: LineCounter): TextFault[] {
  const found: TextFault[] = []
  visit(document, (_key, node) => {
    if (!isAlias(node) && !(isNode(node) && 'anchor' in node && node.anchor)) return
    found.push({ line: lines.linePos(node.range?.[0] ?? 0).line, rule: 'alias', sentence: t('definitions.alias') })
    return visit.BREAK
  })
  return found
}

/** The line of a place, or of the nearest place around it that is there. */
function lineIn(document: Document, lines: LineCounter, path: Path): number {
  let node: unknown = document.contents
  let start = startOf(node)
  for (const step of path) {
    const next = isMap(node) ? node.items.find(pair => isScalar(pair.key) && pair.key.value === step) : isSeq(node) ? node.items[Number(step)] : undefined
    if (next === undefined) break
    start = startOf(isPair(next) ? next.key : next) ?? start
    node = isPair(next) ? next.value : next
  }
  return lines.linePos(start ?? 0).line || 1
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

function unread(faults: TextFault[]): ReadText {
  return { data: undefined, lineOf: () => 1, faults }
}
