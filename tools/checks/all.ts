import { decisions } from './decisions.ts'
import { honestWords } from './honest-words.ts'
import { importTable } from './import-table.ts'
import { looks } from './looks.ts'
import { migrations } from './migrations.ts'
import { names } from './names.ts'
import { places } from './places.ts'
import { rooms } from './rooms.ts'
import { sizes } from './sizes.ts'
import type { Check, Tree } from './tree.ts'
import { translations } from './translations.ts'
import { words } from './words.ts'

export const checks: Check[] = [importTable, sizes, names, rooms, words, translations, migrations, places, decisions, honestWords, looks]

/** What a check has to say, line by line, and whether it is content. A check that saw nothing is not. */
export async function ask(check: Check, tree: Tree): Promise<{ passed: boolean, lines: string[] }> {
  const { seen, problems, questions = [] } = await look(check, tree)
  const wrong = seen === 0 ? ['it saw nothing at all, which is a fault of the check or of the place it was run in', ...problems] : problems
  const passed = wrong.length === 0

  return {
    passed,
    lines: [
      `${passed ? 'passed' : 'FAILED'}  ${check.name}: ${check.asks} (${seen} looked at)`,
      ...wrong.map((problem) => `        ${problem}`),
      ...questions.map((question) => `        worth a question: ${question}`),
    ],
  }
}

async function look(check: Check, tree: Tree) {
  try {
    return await check.look(tree)
  } catch (fault) {
    return { seen: 1, problems: [`it could not look: ${fault instanceof Error ? fault.message : String(fault)}`] }
  }
}
