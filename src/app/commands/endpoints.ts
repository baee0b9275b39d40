import type { Command } from 'commander'
import { apiDoorsOf, pageDoorsOf } from '../routes.ts'
import type { Around } from './around.ts'
import { tableOf } from './table-of.ts'
import { t } from './words.ts'

type Row = readonly [method: string, address: string, does: string, shows: string, forWhom: string]

export function addEndpoints(program: Command, { log }: Around): void {
  program.command('endpoints').description(t('commands.endpoints')).action(() => { log.info(tableOf([heading(), ...endpoints()])) })
}

/** Every door of the house, as it declares itself. */
function endpoints(): Row[] {
  const pages = pageDoorsOf().map((door): Row => [door.method, door.path, door.does, door.shows, door.as ?? (door.for ?? ['casework']).join(', ')])
  const calls = apiDoorsOf().map((door): Row => [door.method, `/api${door.path}`, door.does, door.shows, (door.for ?? ['casework']).join(', ')])
  return [...pages, ...calls].map(([method, ...rest]) => [method.toUpperCase(), ...rest])
}

function heading(): Row {
  return [t('commands.endpoints.method'), t('commands.endpoints.address'), t('commands.endpoints.does'), t('commands.endpoints.shows'), t('commands.endpoints.for')]
}
