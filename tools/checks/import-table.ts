import table from './import-table.json' with { type: 'json' }
import { readSource, sourcesUnder, type Import } from './source.ts'
import { isTest, roomOf, type Check, type Tree } from './tree.ts'

export const importTable: Check = {
  name: 'imports',
  asks: 'Does every file import only what the table allows, and other rooms only through their door?',
  look(tree) {
    const files = sourcesUnder(tree, 'src', 'statistics')
    return { seen: files.length, problems: [...circles(rows()), ...files.flatMap((file) => problemsOf(tree, file))] }
  },
}

type Row = { room: string, mayImport: string[] }
type Written = { room: string, may: string[], never?: string[] }

/** The table written out: every room with all that it may import. */
export function rows(): Row[] {
  const written: Written[] = table.rooms
  const every = written.map(({ room }) => room)
  return written.map(({ room, may, never = [] }) => {
    const named = may.includes('every room') ? every : may
    return { room, mayImport: [...new Set([...table.everywhere, ...named])].filter((one) => one !== room && !never.includes(one)) }
  })
}

export function circles(all: Row[]): string[] {
  const free = new Set<string>(['statistics'])
  for (;;) {
    const next = all.find(({ room, mayImport }) => !free.has(room) && mayImport.every((one) => free.has(one)))
    if (next === undefined) break
    free.add(next.room)
  }
  const knotted = all.map(({ room }) => room).filter((room) => !free.has(room))
  return knotted.length === 0 ? [] : [`the table itself goes in a circle: ${knotted.join(', ')}`]
}

function problemsOf(tree: Tree, file: string): string[] {
  return readSource(tree, file).imports
    .map((one) => [one, refusal(tree, file, one)] as const)
    .filter(([, why]) => why !== '')
    .map(([one, why]) => `${file} imports ${one.asked}: ${why}`)
}

function refusal(tree: Tree, file: string, one: Import): string {
  const impure = isNoun(file) ? impurity(one) : ''
  if (impure !== '') return impure
  if (one.target === '') return packageRefusal(file, one.asked)
  if (file.startsWith('statistics/')) return one.target.startsWith('statistics/') ? '' : 'statistics imports nothing of ours'
  if (roomOf(one.target) === roomOf(file)) return wayInside(file, one.target)
  return wayOutside(tree, file, one.target)
}

function packageRefusal(file: string, asked: string): string {
  if (asked.startsWith('a name made up')) return 'an import must be a plain text, or nobody can check it'
  const places = Object.entries(table.packagesOnlyIn).find(([name]) => asked === name || asked.startsWith(`${name}/`))?.[1]
  return places === undefined || places.some((place) => file.startsWith(place)) ? '' : `${asked} is used only in ${places.join(' and ')}`
}

// Singular and one word, as `agreement.ts`: a file named after what people do (`review-agreement.ts`) is a verb.
function isNoun(file: string): boolean {
  const [, room = '', name = ''] = /^src\/([^/]+)\/([a-z]+)\.ts$/.exec(file) ?? []
  return name !== '' && name !== 'index' && !['platform', 'app'].includes(room)
}

function impurity({ asked, target }: Import): string {
  const { packages, files } = table.nounsNever
  const isForeign = packages.some((name) => asked === name || asked.startsWith(name.endsWith('/') ? name : `${name}/`))
  const isOurs = files.some((name) => target.startsWith(name)) || /\.(queries|verbs|pages|api)\.tsx?$/.test(target)
  return isForeign || isOurs ? 'the noun file holds rules only: no queries, no pages, no database' : ''
}

const heights: Record<string, number> = { queries: 1, verbs: 2, pages: 3, api: 3 }

/** Within a room: pages and api, then verbs, then queries; never upwards. */
function wayInside(file: string, target: string): string {
  const [from, to] = [heightOf(file), heightOf(target)]
  const isUpwards = from > 0 && to > from && !isTest(file)
  return isUpwards ? 'within a room the way leads from pages and api to verbs to queries, never back' : ''
}

function heightOf(file: string): number {
  return heights[/\.([a-z]+)\.tsx?$/.exec(file)?.[1] ?? ''] ?? 0
}

function wayOutside(tree: Tree, file: string, target: string): string {
  const [from, to] = [roomOf(file), target.startsWith('statistics/') ? 'statistics' : roomOf(target)]
  if (to === '') return isTest(file) || from === 'app' || isOpenToAll(target) ? '' : 'outside src only statistics, generated types and schemas may be imported'

  const row = rows().find(({ room }) => room === from)
  if (row === undefined) return `the room ${from} is not in tools/checks/import-table.json`
  if (!row.mayImport.includes(to)) return `${from} may not import ${to} (a change of the table needs a decision record)`
  return throughTheDoor(tree, to, target)
}

function isOpenToAll(target: string): boolean {
  return table.openToAll.some((place) => target.startsWith(place))
}

// Platform is no room of the field and has no single door: that would hand the database to every file that wants to know a day.
// It is imported by file, and a folder of it that has an index.ts through that.
function throughTheDoor(tree: Tree, to: string, target: string): string {
  if (to !== 'platform') return target === (to === 'statistics' ? 'statistics/index.ts' : `src/${to}/index.ts`) ? '' : `${to} is imported only through its index.ts`

  const part = /^src\/platform\/[^/]+\//.exec(target)?.[0]
  const door = `${part}index.ts`
  const isOpen = part === undefined || target === door || target.endsWith('.json') || !tree.files.includes(door)
  return isOpen ? '' : `this part of platform is imported only through ${door}`
}
