import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml'
import type { Path } from './finding.ts'
import { spellingInWords } from './spelling-in-words.ts'
import { t } from './words.ts'

/** The longest definition that is read: some twenty times a long one. */
export const longestText = 200_000

export type TextFault = { line: number, rule: string, sentence: string }

export type ReadText = { data: unknown, lineOf: (path: Path) => number, faults: TextFault[] }

/**
 * A definition's YAML as plain data, with the line of every place in it. Never runs, expands or fetches anything. Where a fault leaves the rest readable (a key that stands
 * twice), the data come with it, so that whoever looks can say everything else at once; a text with a fault is still none to use.
 */
export function readText(text: string): ReadText {
  if (text.length > longestText) return unread([{ line: 1, rule: 'too-large', sentence: t('definitions.too-large', { most: longestText, length: text.length }) }])
  try {
    return readDocument(text)
  } catch (fault) {
    // The reader of YAML goes down one call a level: thousands of brackets exhaust it before anything can count them.
    if (fault instanceof RangeError) return tooDeep()
    throw fault
  }
}

function readDocument(text: string): ReadText {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error', stringKeys: true, uniqueKeys: true })
  const problems = [...document.errors, ...document.warnings]
  if (problems.some(({ message }) => /call stack/i.test(message))) return tooDeep()
  const isReadable = problems.every(({ code }) => readableBeside.includes(code))
  const faults = [...spellings(document, problems, { text, lines }), ...aliases(document, lines), ...unseen(document, { text, lines })]
  if (!isReadable || faults.some(({ rule }) => rule === 'alias')) return unread(faults)
  return { data: document.toJS({ maxAliasCount: 0 }), lineOf: path => lineIn(document, lines, path), faults }
}

/** Faults that leave no doubt about what the rest of the file says. */
const readableBeside: readonly YAMLError['code'][] = ['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']

/** One for each line: what follows it there is mostly its echo, and a tab has many. Keys that stand twice are each told. */
function spellings(document: Document, problems: readonly YAMLError[], where: Where): TextFault[] {
  const tabsFirst = problems.toSorted((one, other) => Number(other.code === 'TAB_AS_INDENT') - Number(one.code === 'TAB_AS_INDENT'))
  const told = new Map<string, TextFault>()
  for (const problem of tabsFirst) {
    const found = spelling(document, problem, where)
    const key = readableBeside.includes(problem.code) ? `${found.line} ${found.sentence}` : String(found.line)
    if (!told.has(key)) told.set(key, found)
  }
  return [...told.values()]
}

type Where = { text: string, lines: LineCounter }

function spelling(document: Document, error: YAMLError, { text, lines }: Where): TextFault {
  return { line: lines.linePos(beginOf(document, error)).line, rule: 'yaml', sentence: spellingInWords(error, hereIn(text, error)) }
}

/** What stands in the place of a fault: of a key that stands twice the reader names only the first letter. */
function hereIn(text: string, { code, pos: [from, until] }: YAMLError): string {
  const here = code === 'DUPLICATE_KEY' ? /^[^\s:,{}[\]]*/.exec(text.slice(from, from + 60))?.[0] : text.slice(from, until).split('\n')[0]
  return (here ?? '').slice(0, 40)
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

/** Characters that nobody sees: a database cannot keep some of them, and others turn the order of what is read. */
function unseen(document: Document, { text, lines }: Where): TextFault[] {
  if (!unseenSign.test(text) && !text.includes('\\')) return [] // none there, and none written as \u…
  const found: TextFault[] = []
  visit(document, { Scalar: (_key, { value, range }) => {
    const sign = typeof value === 'string' ? unseenSign.exec(value)?.[0] : undefined
    if (sign !== undefined) found.push({ line: lines.linePos(range?.[0] ?? 0).line, rule: 'unseen-character', sentence: t('definitions.unseen', { sign: `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` }) })
  } })
  return found
}

// Not the end of a line, and not the marks and isolates that a text in Arabic may need.
const unseenSign = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2028\u2029\ufeff]|\p{Cs}/u

function tooDeep(): ReadText {
  return unread([{ line: 1, rule: 'too-deep', sentence: t('definitions.too-deep') }])
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
