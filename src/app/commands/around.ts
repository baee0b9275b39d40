import type { Log } from '../../platform/postgres/launch.ts'
import type { Surroundings } from '../reach.ts'

/** What every command works with: the settings, read only by those that need them, and to whom it speaks. */
export type Around = { read: () => Surroundings | undefined, projectDir: string, log: Log }

/** How a command says with which code it ended. */
export type Tell = (code: number) => void

/** An action that needs the settings: their faults have been named when they cannot be used. */
export function withSettings<Given extends unknown[]>({ read }: Around, tell: Tell, run: (surroundings: Surroundings, ...given: Given) => Promise<number>) {
  return async (...given: Given): Promise<void> => {
    const surroundings = read()
    tell(surroundings ? await run(surroundings, ...given) : 2)
  }
}
