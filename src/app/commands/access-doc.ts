import type { Command } from 'commander'
import { connectOnce } from '../../platform/database/index.ts'
import { writeAccessDoc } from '../access-doc.ts'
import { deploymentOf } from '../deployment.ts'
import { reachBeside, type Surroundings } from '../reach.ts'
import { migrate } from '../start.ts'
import { withSettings, type Around, type Tell } from './around.ts'
import { t } from './words.ts'

export function addAccessDoc(program: Command, around: Around, tell: Tell): void {
  program.command('access-doc').description(t('commands.access-doc')).action(withSettings(around, tell, write))
}

/** From the policies as they are now: the database is brought to this version first. */
async function write(surroundings: Surroundings): Promise<number> {
  const reached = await reachBeside(surroundings)
  try {
    await migrate(reached, deploymentOf(surroundings.projectDir))
    const owner = await connectOnce(reached.owner ?? reached.web)
    await writeAccessDoc(owner, surroundings.projectDir)
    await owner.end()
    surroundings.log.info(t('commands.access-doc.done'))
    return 0
  } finally {
    await reached.stop()
  }
}
