import { holdData, holderOf } from './owner-lock.ts'
import { forgetSocketFolder, hasCluster, placeOf, socketFolder, superuser, superuserPassword, type Place } from './place.ts'
import { createCluster } from './create-cluster.ts'
import { runningPostmaster } from './postmaster.ts'
import { giveTo, letThrough, runnerFor } from './programs.ts'
import { defaultPort, serverArguments } from './server-arguments.ts'
import { adopt, end, launch, stopLeftBehind, type Command, type Server } from './server.ts'
import { t } from './words.ts'

export type Log = { info(sentence: string): void, warn(sentence: string): void }

/** `port`: also listens there, on this machine only. Without it there is only the socket. */
export type Wanted = { dataDir: string, port?: number, log: Log }

/** What it takes to connect to the embedded server. */
export type Access = { socketDir: string, port: number, superuser: string, password: string }

/** `adopted`: it was already running, left behind by an application that was killed. */
export type Embedded = Access & { adopted: boolean, stop(): Promise<void> }

/** Starts the embedded PostgreSQL on this DATA_DIR (made at the first start) and keeps it running until `stop`. */
export async function startEmbedded(wanted: Wanted): Promise<Embedded> {
  const place = placeOf(wanted.dataDir)
  const letGo = holdData(place)
  try {
    const { command, password } = prepare(place, wanted)
    const adopted = await adopt(command)
    const server = adopted ?? await startAnew(command, wanted.log)
    if (adopted) wanted.log.info(t('postgres.adopted'))
    const kept = keepRunning(server, command, wanted.log)
    const { socketDir, port } = command
    return { socketDir, port, superuser, password, adopted: adopted !== undefined, stop: () => kept.stop().finally(letGo) }
  } catch (fault) {
    letGo()
    throw fault
  }
}

/** How to connect to the server that a running application keeps on this DATA_DIR; undefined if none runs. */
export function runningEmbedded(dataDir: string): Access | undefined {
  const place = placeOf(dataDir)
  const found = holderOf(place) === undefined ? undefined : runningPostmaster(place)
  if (found?.status !== 'ready') return undefined
  return { socketDir: found.socketDir, port: found.port, superuser, password: superuserPassword(place) }
}

function prepare(place: Place, { port, log }: Wanted): { command: Command, password: string } {
  const runner = runnerFor()
  const password = superuserPassword(place)
  letThrough(runner, place.dataDir)
  if (!hasCluster(place)) {
    createCluster(place, runner, password)
    log.info(t('postgres.created', { folder: place.dataDir }))
  }
  const socketDir = socketFolder(place, port ?? defaultPort)
  for (const folder of [place.cluster, socketDir]) giveTo(runner, folder)
  return { password, command: { place, runner, socketDir, port: port ?? defaultPort, args: serverArguments(place, socketDir, port) } }
}

async function startAnew(command: Command, log: Log): Promise<Server> {
  if (await stopLeftBehind(command.place)) log.info(t('postgres.replaced'))
  return launch(command)
}

/** A server that ends unasked (killed, out of memory) is started again; the pool connects anew by itself. */
function keepRunning(first: Server, command: Command, log: Log): { stop(): Promise<void> } {
  let current: Promise<Server | undefined> = Promise.resolve(first)
  let stopping = false
  first.onEnd(restart)

  function restart(): void {
    if (stopping) return
    log.warn(t('postgres.died'))
    current = launch(command).then(comeBack, giveUp)
  }

  function comeBack(server: Server): Server {
    log.info(t('postgres.came-back'))
    server.onEnd(restart)
    return server
  }

  function giveUp(fault: unknown): undefined {
    log.warn(t('postgres.gave-up', { reason: fault instanceof Error ? fault.message : String(fault) }))
  }

  async function stop(): Promise<void> {
    stopping = true
    const server = await current
    if (server && !server.hasEnded()) await end(server)
    forgetSocketFolder(command.place, command.socketDir)
  }

  return { stop }
}
