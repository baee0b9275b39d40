import type { Command } from 'commander'
import { connectOnce } from '../../platform/database/index.ts'
import { backup, outsideBackupAdvice, type Client } from '../../platform/postgres/backup.ts'
import { runningEmbedded, startEmbedded, type Access } from '../../platform/postgres/launch.ts'
import { restore } from '../../platform/postgres/restore.ts'
import type { Surroundings } from '../reach.ts'
import { withSettings, type Around, type Tell } from './around.ts'
import { t } from './words.ts'

export function addBackup(program: Command, around: Around, tell: Tell): void {
  program.command('backup').description(t('commands.backup')).argument('<to>', t('commands.backup.to')).action(withSettings(around, tell, backUp))
  program.command('restore').description(t('commands.restore')).argument('<from>', t('commands.restore.from')).action(withSettings(around, tell, bringBack))
}

async function backUp({ settings, log }: Surroundings, to: string): Promise<number> {
  if (settings.database) {
    log.warn(outsideBackupAdvice())
    return 1
  }
  const { dataDir } = settings
  const running = runningEmbedded(dataDir)
  const started = running ? undefined : await startEmbedded({ dataDir, log })
  try {
    const { said } = await backup({ connect: () => connectTo(running ?? started!), dataDir, to })
    log.info(said)
    return 0
  } finally {
    await started?.stop()
  }
}

async function bringBack({ settings, log }: Surroundings, from: string): Promise<number> {
  if (settings.database) {
    log.warn(outsideBackupAdvice())
    return 1
  }
  const { said } = await restore({ from, dataDir: settings.dataDir, log })
  log.info(said)
  return 0
}

/** Stopping the server ends this connection too; nobody waits for it then. */
async function connectTo(access: Access): Promise<Client> {
  const client = await connectOnce({ socketDir: access.socketDir, port: access.port, user: access.superuser, password: access.password, database: 'waymark' })
  client.on('error', () => {})
  return client
}
