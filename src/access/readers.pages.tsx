import type { Child } from 'hono/jsx'
import { pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, DetailsFold, Empty, Narrow, PageHead, Table } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { namesOfPeople } from './names-of-people.ts'
import { recordName, recordNames } from './record-names.ts'
import { roleName } from './roles.ts'
import { sayReader, whoMayRead, type Reader } from './who-may-read.ts'
import { t } from './words.ts'

export const page = pageDoors()

export const readersPage = (personId: string) => `/people/${personId}/readers`
export const ownReadersPage = '/own/readers'

page.get('/people/{participantId}/readers', { does: 'consult', shows: 'identity_name', about: 'participantId', for: ['casework', 'oversight'] }, async (work) => {
  const [person] = await namesOfPeople(work, [work.about])
  if (!person) throw refuse('not-found')
  return show({ title: t('access.readers.title'), body: <Narrow>
    <Crumbs above={[{ href: `/people/${person.public_id}`, label: person.name }]} here={t('access.readers.title')} />
    <PageHead title={t('access.readers.title')} sub={`${person.name}. ${t('access.readers.how')}`} />
    <WhatEachReads readers={about(await whoMayRead(work))} />
    {await inTheRoom(work, work.about)}
    <p class="ds-paragraph beside">{t('access.readers.never')}</p>
  </Narrow> })
})

page.get('/own/readers', { does: 'consult', shows: 'identity_name', for: ['person'] }, async (work: Work) => show({ title: t('access.readers.own'), body: <Narrow>
  <PageHead title={t('access.readers.own')} sub={t('access.readers.own.how')} />
  <WhatEachReads readers={about(await whoMayRead(work))} />
  {await inTheRoom(work, work.actor.id)}
  <p class="ds-paragraph beside">{t('access.readers.own.never')}</p>
</Narrow> }))

type InTheRoom = (work: Work, participantId: number) => Promise<Child>

/** Port: who was in the room without reading anything belongs to a room above this one, so the application hands it in at start. */
export function alsoInTheRoom(told: InTheRoom): void {
  inTheRoom = told
}

let inTheRoom: InTheRoom = async () => undefined

/** What concerns one person; the records about staff and the service are read elsewhere, and a sanction is kept nowhere here: no line says that somebody reads one. */
function about(readers: Reader[]): Reader[] {
  return readers.filter(({ record }) => !notOfOnePerson.includes(record))
}

const notOfOnePerson = ['staff_record', 'staff_test_result', 'supervision', 'supervision_state', 'integrity_rating', 'reflection_log', 'accounts_and_settings', 'evaluation_data', 'workshop', 'sanction', 'nothing']

/** By record, since that is the question one has ("who reads my notes?"); then each reader by name. */
function WhatEachReads({ readers }: { readers: Reader[] }) {
  if (readers.length === 0) return <Empty>{t('access.readers.nobody')}</Empty>
  const records = recordNames.filter((record) => readers.some((one) => one.record === record))
  // What the same people read stands in one row: a page of twenty rows with the same six names is read by nobody.
  const together = Map.groupBy(records, (record) => say.list(readers.filter((one) => one.record === record).map(sayReader)))
  const people = [...new Map(readers.map((one) => [keyOf(one), one])).values()].sort((one, other) => Number(one.name === undefined) - Number(other.name === undefined) || (one.name ?? '').localeCompare(other.name ?? ''))
  return <>
    <Block title={t('access.readers.each')}>
      {people.map((one) => <DetailsFold summary={one.name === undefined ? roleName(one.role) : `${one.name}, ${roleName(one.role)}`}>
        <ul class="ds-list">{readers.filter((other) => keyOf(other) === keyOf(one)).map(({ record, scope }) => <li><span class="capital">{recordName(record)}{limitOf(scope)}</span></li>)}</ul>
      </DetailsFold>)}
    </Block>
    <Block title={t('access.readers.by-record')}>
      <Table caption={t('access.readers.by-record')} captionHidden columns={[{ label: t('access.readers.record') }, { label: t('access.readers.today') }]}
        rows={[...together].map(([names, of]) => [<ul class="plain">{of.map((record) => <li class="capital">{recordName(record)}</li>)}</ul>, names])} />
    </Block>
  </>
}

function keyOf({ name, role }: Reader): string {
  return `${name ?? ''} ${role}`
}

function limitOf(scope: string): string {
  const known = ['own', 'agreed', 'staff', 'named', 'emergency', 'request'] as const
  const found = known.find((one) => one === scope)
  return found ? ` (${t(`access.scope.${found}`)})` : ''
}
