import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import packageFile from '../../package.json' with { type: 'json' }
import { keepLogMonths } from '../audit/index.ts'
import { askStanding } from '../platform/ask-standing.ts'
import { dayAt } from '../platform/day.ts'
import { caretaker, runJobs, type Running } from '../platform/jobs/index.ts'
import { inWork, type House } from '../platform/open-work.ts'
import { useAssets } from '../platform/page/index.ts'
import { loadFrames, offerFrame } from '../coding/index.ts'
import { useTranslations } from '../platform/words/index.ts'
import { offer, type Catalogue } from '../programmes/index.ts'
import { buildIdentity } from './build-identity.ts'
import { readDefinitions } from './definitions.ts'
import { castInWords, prepareDemonstration } from './demonstration.ts'
import { jobsOf } from './jobs.ts'
import { close, listenOn } from './listening.ts'
import { logFault } from './log.ts'
import { refuseDemonstrationInProduction } from './production.ts'
import type { Beginning, Surroundings } from './reach.ts'
import { readinessOf, type Doing } from './readiness.ts'
import { startHouse, type Started } from './start.ts'
import { addAssets, addProbes, addProxy } from './surroundings.ts'
import { webOf } from './web.ts'
import { t } from './serve-words.ts'

/** Runs the service until it is told to stop. Resolves with the exit code. */
export async function serve(surroundings: Surroundings, { reaching, told }: Beginning): Promise<number> {
  const { settings, projectDir, log } = surroundings
  useTranslations({ shipped: join(projectDir, 'src'), own: settings.wordsDir })
  // The database starts meanwhile, which is another process.
  const [started, definitions] = await Promise.all([startHouse(reaching, surroundings), readDefinitions({ ...settings, projectDir })])
  try {
    await offerDefinitions(definitions, surroundings)
    const doing: Doing = { hash: started.deployment.hash, jobs: { ok: true, says: t('ready.jobs-starting') } }
    await prepareHouse(started.house, surroundings)
    const listening = await listenOn(appOver(started, doing, surroundings), settings)
    if (settings.mode === 'demo') log.info(castInWords())
    log.info(t('serve.ready', { address: listening.address }))
    const jobs = beginJobs(started, doing)
    await told
    await close(listening.server)
    await (await jobs)?.stop()
    return 0
  } finally {
    await started.stop()
  }
}

/** Programmes, and the frame by which notes are coded; what is wrong with any of them is told at the same place. */
async function offerDefinitions(catalogue: Catalogue, { settings, projectDir }: Surroundings): Promise<void> {
  const { frame, findings } = await loadFrames([join(projectDir, 'definitions'), ...(settings.definitionsDir ? [settings.definitionsDir] : [])])
  offerFrame(frame)
  offer({ ...catalogue, findings: [...catalogue.findings, ...findings] })
}

async function prepareHouse(house: House, { settings, log }: Surroundings): Promise<void> {
  const { monthsAhead } = await askStanding(house, dayAt(house.clock(), 'UTC'))
  if (monthsAhead < 3) await inWork(house, { actor: caretaker(), does: 'alter', shows: 'nothing', purpose: 'start', door: 'waymark serve' }, keepLogMonths)
  if (settings.mode === 'demo') await prepareDemonstration(house, settings.dataDir)
  else await refuseDemonstrationInProduction(house, log)
}

function appOver({ house }: Started, doing: Doing, { settings, projectDir }: Surroundings): Hono {
  useAssets(JSON.parse(readFileSync(join(projectDir, 'dist/assets.json'), 'utf8')) as Record<string, string>)
  return webOf(house, {
    baseUrl: settings.baseUrl, secure: settings.tls !== undefined || settings.baseUrl?.startsWith('https:') === true, timeZone: 'UTC', mode: settings.mode, logFault, codeVersion: buildIdentity(packageFile.version, projectDir),
    around: (app) => { addProxy(app, settings.trustedProxies); addAssets(app, join(projectDir, 'dist/assets')); addProbes(app, () => readinessOf(house, doing)) },
  })
}

/** Jobs need the owner, whose the queue is. They begin when people are already being served, and their faults stop nobody. */
async function beginJobs({ house, reached }: Started, doing: Doing): Promise<Running | undefined> {
  const { owner } = reached
  if (!owner) {
    Object.assign(doing, { jobs: { ok: true, says: t('ready.jobs-elsewhere') } })
    return undefined
  }
  try {
    const running = await runJobs(jobsOf(), { house, owner, logFault })
    Object.assign(doing, { jobs: { ok: true, says: t('ready.jobs') } })
    return running
  } catch (fault) {
    Object.assign(doing, { jobs: { ok: false, says: t('ready.jobs-failed', { reason: fault instanceof Error ? fault.message : String(fault) }) } })
    return undefined
  }
}
