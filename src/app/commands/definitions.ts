import { join, resolve, sep } from 'node:path'
import type { Command } from 'commander'
import { checkFrames } from '../../coding/index.ts'
import { checkFiles } from '../../programmes/index.ts'
import type { Around, Tell } from './around.ts'
import { t } from './words.ts'

export function addDefinitions(program: Command, { projectDir, log }: Around, tell: Tell): void {
  program.command('definitions').description(t('commands.definitions'))
    .command('check').description(t('commands.definitions.check')).argument('<files...>', t('commands.definitions.files'))
    .action(async (files: string[]) => {
      const home = join(projectDir, 'definitions')
      const [frames, programmes] = [files.filter(isFrame), files.filter((file) => !isFrame(file))]
      const { findings: ofProgrammes, checked } = await checkFiles(programmes, home)
      const findings = [...ofProgrammes, ...(await checkFrames(frames, home)).findings]
      for (const { file, line, rule, sentence } of findings) log.warn(`${file}:${line}: ${sentence} [${rule}]`)
      if (findings.length === 0) log.info(t('commands.definitions.good', { count: checked + frames.length }))
      // A file that is not there is no finding about a definition: a script must not take it for one that was looked at.
      tell(findings.some(({ rule }) => rule === 'not-a-file') ? 2 : findings.length === 0 ? 0 : 1)
    })
}

/** Coding frames lie in a folder of that name, in the project's definitions as in a service's own. */
function isFrame(file: string): boolean {
  return resolve(file).split(sep).includes('coding-frames')
}
