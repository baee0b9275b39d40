import { expect } from 'vitest'

/** What every test file has one of its own of, made when it is first asked for: files that run in one process share the modules, and nothing else. */
export function onceAFile<T>(make: () => T): () => T {
  const made = new Map<string, T>()
  return () => {
    const file = expect.getState().testPath ?? ''
    const found = made.get(file) ?? make()
    made.set(file, found)
    return found
  }
}

const leaving: (() => Promise<void>)[] = []

/** What is to be closed when this test file is over; the last first. Tests may say so while they run, where no `afterAll` is heard any more. */
export function whenOver(close: () => Promise<void>): void {
  leaving.push(close)
}

/** Called by the set-up of every file, as its last act. */
export async function leave(): Promise<void> {
  for (let close = leaving.pop(); close; close = leaving.pop()) await close()
}
