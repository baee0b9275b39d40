import { refuse } from '../platform/refusals.ts'

/** What was held as the programme means it, and how well: two things, never added up. */
export const parts = ['adherence', 'competence'] as const
export type Part = (typeof parts)[number]

/** What can be said of one item. That it did not arise is no code: neither good nor bad. */
export const answers = ['fully', 'partly', 'absent', 'not-arisen'] as const
export type Answer = (typeof answers)[number]
export type Code = 0 | 1 | 2 | null

const codeOf: Record<Answer, Code> = { absent: 0, partly: 1, fully: 2, 'not-arisen': null }

export function answerOf(code: number | null): Answer {
  return answers.find((answer) => codeOf[answer] === code) ?? 'not-arisen'
}

/** The house's own items; beside them stand those that a programme brings with its units, methods and stance. */
export const houseItems = {
  opening: 'adherence', stance: 'adherence', departures: 'adherence', closing: 'adherence',
  together: 'competence', understanding: 'competence', example: 'competence', reluctance: 'competence', fitting: 'competence', boundaries: 'competence', safety: 'competence',
} as const satisfies Record<string, Part>

export type HouseItem = keyof typeof houseItems

export type Item = { id: string, part: Part, kind: 'house' | 'unit' | 'method', /** What the programme calls it. */ name: string }

/** What a programme brings to the checklist of one session. */
export type Brings = { units: { id: string, name: string }[], methods: string[], leavesBeliefs: boolean }

/** The items of one session, in the order in which a meeting goes: the same for both who rate it, because nothing that they choose is in it. */
export function checklistFor({ units, methods, leavesBeliefs }: Brings): Item[] {
  return [
    house('opening'),
    ...units.map(({ id, name }): Item => ({ id: `unit-${id}`, part: 'adherence', kind: 'unit', name })),
    ...methods.map((name, place): Item => ({ id: `method-${place + 1}`, part: 'adherence', kind: 'method', name })),
    ...(leavesBeliefs ? [house('stance')] : []), house('departures'), house('closing'),
    ...(Object.keys(houseItems) as HouseItem[]).filter((id) => houseItems[id] === 'competence').map(house),
  ]
}

function house(id: HouseItem): Item {
  return { id, part: houseItems[id], kind: 'house', name: '' }
}

export function partOf(item: string): Part {
  return item in houseItems ? houseItems[item as HouseItem] : 'adherence'
}

export type Rated = { items: string[], codes: Code[] }

/** One code for each item that is asked, in their order. Refuses 'integrity-other-items' for an item that is not asked, twice, or not at all. */
export function ratedFrom(asked: readonly Pick<Item, 'id'>[], sent: readonly { item: string, code: Answer }[]): Rated {
  const given = new Map(sent.map(({ item, code }) => [item, code]))
  const isWhole = given.size === sent.length && sent.length === asked.length && asked.every(({ id }) => given.has(id))
  if (!isWhole) throw refuse('integrity-other-items')
  return { items: asked.map(({ id }) => id), codes: asked.map(({ id }) => codeOf[given.get(id)!]) }
}

/** The answer to one item; undefined where it was not asked. */
export function answerTo({ items, codes }: { items: readonly string[], codes: readonly (number | null)[] }, item: string): Answer | undefined {
  const place = items.indexOf(item)
  return place < 0 ? undefined : answerOf(codes[place] ?? null)
}
