import { join } from 'node:path'
import { loadDefinitions, offer } from '../../src/programmes/index.ts'

/** Offers the project's own programmes in this test file, as a start of the service does. */
export async function offerProgrammes(): Promise<void> {
  offer(await loadDefinitions([join(import.meta.dirname, '../../definitions')]))
}
