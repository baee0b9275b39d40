import { join } from 'node:path'
import type { Command } from 'commander'
import { checkFiles } from '../../programmes/index.ts'
import type { Around, Tell } from './around.ts'
import { t } from './words.ts'

export function addDefinitions(program: Command, { projectDir, log }: Around, tell: Tell): void {
  program.command('definitions').description(t('commands.definitions'))
    .command('check').description(t('commands.definitions.check')).argument('<files...>', t('commands.definitions.files'))
    .action(async (files: string[]) => {
      const { findings, checked } = await checkFiles(files, join(projectDir, 'definitions'))
      for (const { file, line, sentence } of findings) log.warn(`${file}:${line}: ${sentence}`)
      if (findings.length === 0) log.info(t('commands.definitions.good', { count: checked }))
      tell(findings.length === 0 ? 0 : 1)
    })
}
