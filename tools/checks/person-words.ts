import { readDeclarations, type Declared, type Read } from './declarations.ts'
import { sourcesUnder } from './source.ts'
import { isTest, type Tree } from './tree.ts'

/**
 * The keys that a participant, or somebody at a desk or before signing in, can meet: of every door that is theirs, what the door says
 * itself and what everything says that it calls, from file to file, refusals included. Found by reading the code, so that a page
 * added tomorrow is in it.
 */
export function personKeys(tree: Tree, keys: ReadonlySet<string>): Set<string> {
  const files = new Map(sourcesUnder(tree, 'src').filter((file) => !isTest(file)).map((file) => [file, readDeclarations(tree, file)]))
  const found = new Set<string>()
  const refused = refusalKeys(tree)
  for (const said of reached(files, [...theirDoors(files), ...around(files)])) keysOf(said, keys, refused).forEach((key) => found.add(key))
  return new Set([...found].filter((key) => !colleaguesOnly.some((pattern) => pattern.test(key))))
}

/**
 * What code reaches, and no person: lists of one function serve both, and a door that anybody may knock at leads colleagues further.
 * Each line says why.
 */
const colleaguesOnly = [
  /^(myday|app\.day|coding|eligibility|definitions|security)\./, // the start page of colleagues
  /^app\.nav\.(?!own)/, // their menu
  /\.due([._]|$)/, // what waits for a colleague
  /^referral\.state\./, // how far a referral is: the person hears it from somebody
  /^account\.(hats?|tokens|working-as|field\.hat)([.-]|$)/, // several tasks, and programs that work in one's name: no person has them
  /^account\.refused\.(hat|no-such-user-name|no-appointment|demonstration|name-|exists|oneself|codes-required|token-)/,
  /^safety\.(kind|card\.(first|record|print|edit|no-number$|no-network|do\.(?!everybody)|page))/, // the card of colleagues
  /^sharing\.refused\.(no-rule|ending-not-asked|necessity-first|rule-since|facts-since|no-part|kept-apart)$/, // why nothing can leave: said to whoever decides; the person reads that nothing can
  /^form\.kind\.(yes-or-no|list|object|text)$|^form\.unknown-field$|^refused\.evaluation$/, // answers to programs and evaluators
]

/** A door says for whom it is: the person, or whoever stands before it without an account. */
function theirDoors(files: Map<string, Read>): At[] {
  return [...files].flatMap(([file, { doors, declared }]) => doors
    .filter((door) => isTheirs(door, declared))
    .map((said) => ({ file, said })))
}

/** What several doors have in common stands above them once, and may itself be made from another: { ...own, draft: true }. */
function isTheirs(said: Declared, declared: Map<string, Declared>): boolean {
  if ((said.names.has('for') && said.texts.has('person')) || (said.names.has('as') && said.texts.has('doorkeeper'))) return true
  return [...said.names].some((name) => {
    const other = declared.get(name)
    return other !== undefined && other !== said && saysADoor.some((word) => other.names.has(word)) && !other.names.has('async') && other.names.size < 12 && isTheirs(other, declared)
  })
}

const saysADoor = ['does', 'shows', 'own']

/** What stands round every page of theirs, and what is said when it cannot be shown. */
const frame: [string, string[]][] = [
  ['src/platform/page/kiosk-shell.tsx', ['KioskShell']],
  ['src/platform/doors/answer-with.tsx', ['answerWith']],
  ['src/platform/doors/mount-pages.ts', ['mountPages']],
  ['src/safety/card.tsx', ['crisisCard']],
  // Paper that is put into their hands.
  ['src/agreements/pages/print.tsx', ['printAgreement', 'dataOf']],
  ['src/transitions/closing/print.tsx', ['printClosing', 'dataOf']],
  ['src/accounts/printed-codes.pages.tsx', ['PrintedSlip']],
]

function around(files: Map<string, Read>): At[] {
  return frame.flatMap(([file, names]) => names.flatMap((name) => {
    const said = files.get(file)?.declared.get(name)
    return said ? [{ file, said }] : []
  }))
}

type At = { file: string, said: Declared }

function reached(files: Map<string, Read>, starts: At[]): Set<Declared> {
  const [seen, waiting] = [new Set<Declared>(), [...starts]]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (seen.has(at.said)) continue
    seen.add(at.said)
    for (const name of at.said.names) waiting.push(...whereIs(files, at.file, name))
  }
  return seen
}

function whereIs(files: Map<string, Read>, file: string, name: string): At[] {
  const read = files.get(file)
  const own = read?.declared.get(name)
  if (own) return [{ file, said: own }]
  const from = read?.from.get(name) ?? read?.handedOn.get(name)
  return from && files.has(from.file) ? whereIs(files, from.file, from.name) : []
}

/** Of a code that something refuses with, the key of its sentence. */
function refusalKeys(tree: Tree): Map<string, string> {
  const lists = tree.files.filter((file) => file.endsWith('.refusals.ts')).map((file) => tree.read(file))
  return new Map(lists.flatMap((list) => [...list.matchAll(/'?([\w-]+)'?:\s*\{[^}]*says:\s*'([^']+)'/g)].map(([, code = '', key = '']) => [code, key] as const)))
}

function keysOf(said: Declared, keys: ReadonlySet<string>, refused: Map<string, string>): string[] {
  const plain = [...said.texts].flatMap((text) => [text, refused.get(text) ?? '']).filter((text) => keys.has(text))
  const patterns = [...said.patterns].filter((pattern) => /^[a-z][a-z-]*\.[^ ]*\*/.test(pattern)).map((pattern) => new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.$^()[\]{}+?|\\]/g, '\\$&')).join('.+')}$`))
  return [...plain, ...[...keys].filter((key) => patterns.some((pattern) => pattern.test(key)))]
}
