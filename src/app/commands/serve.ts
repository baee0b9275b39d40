import type { Command } from 'commander'
import { begin } from '../reach.ts'
import { serve } from '../serve.ts'
import { withSettings, type Around, type Tell } from './around.ts'
import { t } from './words.ts'

export function addServe(program: Command, around: Around, tell: Tell): void {
  program.command('serve').description(t('commands.serve')).action(withSettings(around, tell, (surroundings) => serve(surroundings, begin(surroundings))))
}
