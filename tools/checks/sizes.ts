import { isTest, roomOf, type Check, type Tree } from './tree.ts'

type Limit = { kind: string, question: number, stop: number }

const limits = {
  source: { kind: 'lines', question: 200, stop: 300 },
  test: { kind: 'lines of test', question: 300, stop: 500 },
  definition: { kind: 'lines of definition', question: 300, stop: Infinity },
  readme: { kind: 'lines of README', question: 90, stop: 100 },
  room: { kind: 'files (tests apart) in the room', question: 25, stop: 30 },
}

export const sizes: Check = {
  name: 'sizes',
  asks: 'Is every file and every room small enough to be read? (Lengths of functions are looked at by oxlint.)',
  look(tree) {
    const measured = [...measuredFiles(tree), ...measuredRooms(tree)]
    return {
      seen: measured.length,
      problems: measured.filter(({ size, limit }) => size > limit.stop).map((one) => `${says(one)}, ${one.limit.stop} is the most`),
      questions: measured.filter(({ size, limit }) => size > limit.question && size <= limit.stop).map((one) => `${says(one)}: one idea, or two?`),
    }
  },
}

type Measured = { name: string, size: number, limit: Limit }

function says({ name, size, limit }: Measured): string {
  return `${name} has ${size} ${limit.kind}`
}

function measuredFiles(tree: Tree): Measured[] {
  return tree.files.flatMap((name) => {
    const limit = limitOf(name)
    if (limit === undefined) return []
    const text = tree.read(name)
    return isGenerated(text) ? [] : [{ name, size: text.trimEnd().split('\n').length, limit }]
  })
}

function limitOf(file: string): Limit | undefined {
  if (isTest(file)) return limits.test
  if (/\.(tsx?|mjs|cjs|css)$/.test(file)) return limits.source
  if (/^definitions\/.*\.(ya?ml|json)$/.test(file)) return limits.definition
  return file === 'README.md' ? limits.readme : undefined
}

/** What a tool has written says so in its first lines: ours by its command, the design system's by its version. */
function isGenerated(text: string): boolean {
  return /\bgenerated (by|from)\b|\bmade by `npm run\b|^design-tokens: v/im.test(text.split('\n', 5).join('\n'))
}

// Each part of a room is counted as a room. Tests are not counted (docs/decisions): a room is not to be read less well for
// being tested more finely.
function measuredRooms(tree: Tree): Measured[] {
  const counts = new Map<string, number>()
  for (const file of tree.files) {
    const place = placeOf(file)
    if (place !== '' && !isTest(file) && !isTranslation(file)) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts].map(([name, size]) => ({ name, size, limit: limits.room }))
}

/** The part of a room that a file lies in (decision 28): a folder is a part of its own, but the pages belong to the room. */
function placeOf(file: string): string {
  const room = roomOf(file)
  if (room === '') return ''
  const folder = file.slice(0, file.lastIndexOf('/'))
  return folder === `src/${room}/pages` ? `src/${room}` : folder
}

/** The words once more: whoever changes the room writes the English ones and reads no others (docs/decisions/0032). */
function isTranslation(file: string): boolean {
  return /\.words\.(?!en\.)[A-Za-z\d-]+\.json$/.test(file)
}
