import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// The test database is started once for the whole run; without this file the pure tests still run.
const testDatabase = ['database/test-database.ts'].filter((file) => existsSync(file))

// The walk over every page takes as long as all other stories together: begun last, it would keep everybody waiting alone.
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith('journeys/every-page.test.ts')
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    // Listed once here and not in each project: a project of its own would start a second database.
    globalSetup: testDatabase,
    setupFiles: ['tools/fixed-chance.ts', 'tools/leave-nothing.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          // Loading the modules anew for each of four hundred files took a fifth of the time: docs/decisions/0064.
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'statistics/**/*.test.ts', 'tools/**/*.test.ts', 'database/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          // Two stories at a time: each has a service, a browser, a database and a clock of its own to move.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
