import { founder } from '../../database/seeds/cast.ts'
import { endsWithTokens } from '../accounts/index.ts'
import { endFeedsOf } from '../timetable/index.ts'
import type { Operation, Work } from '../platform/work.ts'
import { inWork, type House } from '../platform/open-work.ts'

/** Work on accounts and settings for whoever has the machine itself in hand. Its line in the log names the command. */
export function atTheShell<T>(house: House, door: string, does: Operation, run: (work: Work) => Promise<T>): Promise<T> {
  endsWithTokens(endFeedsOf)
  return inWork(house, { actor: founder(), does, shows: 'accounts_and_settings', purpose: 'command', door }, run)
}
