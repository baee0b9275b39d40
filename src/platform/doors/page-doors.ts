import type { z } from 'zod'
import type { Declaration, PageDoor, PathInput, Schema, SendHandler, ShowHandler } from './door.ts'

type Query<S extends Schema | undefined> = S extends Schema ? z.output<S> : Record<never, never>

type Showing<Path extends string, S extends Schema | undefined> = Declaration<Path> & { takes?: S }

type Sending<Path extends string, S extends Schema | undefined> = Declaration<Path> & {
  takes?: S
  /** The page that holds the form: shown again, with everything kept, when something has to be mended. */
  again?: ShowHandler<PathInput<Path>>
}

/** The web doors of a room, in the order in which they are read. */
export function pageDoors() {
  const doors: PageDoor[] = []
  return {
    doors,
    get<const Path extends string, S extends Schema | undefined = undefined>(
      path: Path, declaration: Showing<Path, S>, handler: ShowHandler<PathInput<Path> & Query<S>>): void {
      doors.push(asDoor({ ...declaration, method: 'get', path, show: handler as ShowHandler<never> }))
    },
    post<const Path extends string, S extends Schema | undefined = undefined>(
      path: Path, declaration: Sending<Path, S>, handler: SendHandler<PathInput<Path> & Query<S>>): void {
      doors.push(asDoor({ ...declaration, method: 'post', path, send: handler as SendHandler<never>, again: declaration.again as ShowHandler<never> | undefined }))
    },
  }
}

type Loose = Omit<PageDoor, 'show' | 'send' | 'again'> & { show?: ShowHandler<never>, send?: SendHandler<never>, again?: ShowHandler<never> | undefined }

/** The list forgets the types of each handler; the mounting gives each exactly what its own schema and address produced. */
function asDoor(door: Loose): PageDoor {
  return door as PageDoor
}
