import type { z } from 'zod'
import type { Declaration, PathInput, Schema } from './door.ts'
import type { Work } from '../work.ts'

type Query<S extends Schema | undefined> = S extends Schema ? z.output<S> : Record<never, never>

type Calling<Path extends string, S extends Schema | undefined, Gives extends z.ZodType> = Declaration<Path> & {
  /** The query of a GET, the body of a POST. */
  takes?: S
  gives: Gives
  /** One sentence for the description that agencies read. */
  summary: string
}

/** One address of the JSON interface. */
export type ApiDoor = Omit<Declaration, 'about' | 'secret'> & {
  about?: string | undefined
  secret?: string | undefined
  method: 'get' | 'post'
  path: string
  takes?: Schema | undefined
  gives: z.ZodType
  summary: string
  answer: (work: Work, input: never) => unknown
}

/** The JSON doors of a room. Each lists its fields one by one; none sends a row of the database. */
export function apiDoors() {
  const doors: ApiDoor[] = []
  return {
    doors,
    get<const Path extends string, Gives extends z.ZodType, S extends Schema | undefined = undefined>(
      path: Path, calling: Calling<Path, S, Gives>, answer: (work: Work, input: PathInput<Path> & Query<S>) => Promise<z.input<Gives>> | z.input<Gives>): void {
      doors.push({ ...calling, method: 'get', path, answer })
    },
    post<const Path extends string, Gives extends z.ZodType, S extends Schema | undefined = undefined>(
      path: Path, calling: Calling<Path, S, Gives>, answer: (work: Work, input: PathInput<Path> & Query<S>) => Promise<z.input<Gives>> | z.input<Gives>): void {
      doors.push({ ...calling, method: 'post', path, answer })
    },
  }
}

/** What a POST made, where it now is. */
export function created<T>(value: T): T {
  return value
}
