import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { existing } from './existing.ts'
import type { Place } from './place.ts'
import { beginningOf } from './running-process.ts'
import { t } from './words.ts'

/** One application per DATA_DIR. The lock of one that was killed is taken over; gives back how to let go. */
export function holdData(place: Place): () => void {
  const own = `${process.pid} ${beginningOf(process.pid)}`
  const draft = `${place.lock}.${process.pid}`
  writeFileSync(draft, own)
  try {
    while (!appears(draft, place.lock)) makeWay(place)
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (existing(() => readFileSync(place.lock, 'utf8')) === own) rmSync(place.lock)
  }
}

/** The process that holds the data now, if it is alive. */
export function holderOf(place: Place): number | undefined {
  const [process, beginning] = (existing(() => readFileSync(place.lock, 'utf8')) ?? '').split(' ')
  return process && beginningOf(Number(process)) === beginning ? Number(process) : undefined
}

/** A link comes into being whole or not at all: nobody reads a lock that is half written. */
function appears(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock)
    return true
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false
    throw fault
  }
}

function makeWay(place: Place): void {
  const holder = holderOf(place)
  if (holder !== undefined) throw new Error(t('postgres.held', { folder: place.dataDir, process: String(holder) }))
  // Moved aside first: of two that take over at the same moment, one moves it and the other finds nothing to move.
  const aside = `${place.lock}.left.${process.pid}`
  existing(() => renameSync(place.lock, aside))
  const { lock } = place
  if (holderOf({ ...place, lock: aside }) !== undefined) appears(aside, lock)
  rmSync(aside, { force: true })
}
