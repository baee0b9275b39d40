import type { Command } from 'commander'
import { founder } from '../../../database/seeds/cast.ts'
import { pretendDay } from '../../people/index.ts'
import { readDay, type Day } from '../../platform/day.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { inWork } from '../../platform/open-work.ts'
import { safetyJobs } from '../../safety/index.ts'
import { castInWords, prepareDemonstration } from '../demonstration.ts'
import { demonstrationAccounts } from '../production.ts'
import { fidelityJobs } from '../../fidelity/index.ts'
import { figureJobs } from '../figures/session-months.ts'
import { eraseDecided } from '../jobs.ts'
import type { Surroundings } from '../reach.ts'
import { withHouse } from '../start.ts'
import { withSettings, type Around, type Tell } from './around.ts'
import { t } from './words.ts'

export function addDemo(program: Command, around: Around, tell: Tell): void {
  program.command('demo').description(t('commands.demo')).option('--today <day>', t('commands.demo.today'))
    .action(withSettings(around, tell, demonstrate))
}

async function demonstrate(surroundings: Surroundings, { today }: { today?: string }): Promise<number> {
  const { settings, log } = surroundings
  if (settings.mode === 'production') return refused(log.warn, t('commands.demo.production'), 1)
  const on = today === undefined || today === 'real' ? undefined : readDay(today)
  if (today !== undefined && today !== 'real' && !on) return refused(log.warn, t('commands.demo.no-day', { day: today }), 2)
  return withHouse(surroundings, async (house) => {
    if (today === undefined) {
      await prepareDemonstration(house, settings.dataDir)
      log.info(castInWords())
      return 0
    }
    // A clock is never moved in a service that is somebody's real one, whatever the settings of this shell say.
    if ((await demonstrationAccounts(house)).length === 0) return refused(log.warn, t('commands.demo.not-one'), 1)
    await inWork(house, { actor: founder(), does: 'alter', shows: 'accounts_and_settings', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
      await pretendDay(work, on)
      // A call whose minutes are over on that day goes on now, what is to be erased by then is, and figures are those of that day; not when the queue would have looked.
      for (const job of [...safetyJobs, eraseDecided, ...figureJobs, ...fidelityJobs]) await enqueue(work, job, [])
    })
    log.info(on ? t('commands.demo.pretends', { day: said(on) }) : t('commands.demo.real'))
    return 0
  })
}

function said(day: Day): string {
  return day
}

function refused(warn: (sentence: string) => void, sentence: string, code: number): number {
  warn(sentence)
  return code
}
