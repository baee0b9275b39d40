import { plain } from '../../platform/import/spelling.ts'

/** A number as it is compared: older systems write "fv 52445" and "FV52445" for FV-52445. */
export function sameNumber(number: string): string {
  return plain(number).replaceAll(' ', '')
}

export type Worker = { id: number, publicId: string, name: string, roles: string[] }

/**
 * How a colleague may be written in an older system: in full, the surname first, with initials, by first name. A way of writing that two
 * colleagues share suggests neither. All of it is a suggestion; a person says who is meant.
 */
export function writtenAs(workers: Worker[]): Map<string, string[]> {
  const owners = new Map<string, Set<string>>()
  for (const { publicId, name } of workers) for (const way of waysToWrite(name)) owners.set(way, (owners.get(way) ?? new Set()).add(publicId))
  const ways = new Map(workers.map(({ publicId }): [string, string[]] => [publicId, []]))
  for (const [way, [only, ...more]] of owners) if (only !== undefined && more.length === 0) ways.get(only)?.push(way)
  return ways
}

function waysToWrite(name: string): string[] {
  const words = plain(name).split(' ').filter(Boolean)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length === 1) return words
  const letters = words.map((word) => Array.from(word)[0]!)
  return [words.join(' '), `${last} ${words.slice(0, -1).join(' ')}`, `${first} ${last}`, `${last} ${first}`, `${letters[0]} ${last}`, `${last} ${letters[0]}`, `${first} ${letters.at(-1)}`,
    `${letters[0]}${last}`, first, last, letters.join(''), letters.join(' ')].filter((way, place, all) => all.indexOf(way) === place)
}
