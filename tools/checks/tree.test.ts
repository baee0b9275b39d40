import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readTree } from './tree.ts'

const top = mkdtempSync(join(tmpdir(), 'waymark-tree-'))
afterEach(() => rmSync(top, { recursive: true, force: true }))

test('it sees what would be committed, and not what is ignored', () => {
  const files = { '.gitignore': 'node_modules/\n*.log\n.env\n', '.env': '', '.env.example': '', '.ci/run': '', '.git/HEAD': '', 'node_modules/pg/index.js': '', 'src/plans/plan.ts': 'plan', 'start.log': '' }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, file)), { recursive: true })
    writeFileSync(join(top, file), text)
  }

  const tree = readTree(top)
  expect(tree.files).toEqual(['.ci/run', '.env.example', '.gitignore', 'src/plans/plan.ts'])
  expect(tree.read('src/plans/plan.ts')).toBe('plan')
  expect(tree.bytes('src/plans/plan.ts')).toBe(4)
})
