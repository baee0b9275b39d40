import { join } from 'node:path'
import { loadDefinitions, offer } from '../../src/programmes/index.ts'
import { whenOver } from './once-a-file.ts'

/** Offers the project's own programmes in this test file, as a start of the service does. */
export async function offerProgrammes(): Promise<void> {
  offer(await loadDefinitions([join(import.meta.dirname, '../../definitions')]))
  whenOver(async () => offer({ definitions: new Map(), sources: new Map(), findings: [] }))
}
