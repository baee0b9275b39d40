import type { Attempt } from '../../platform/attempt.ts'
import { openUnits } from '../../people/index.ts'
import { goTo, keysOf, pageDoors, show } from '../../platform/doors/index.ts'
import { Block, Crumbs, Empty, ErrorSummary, Form, InARow, Narrow, NumberField, PageHead, Select, Submit, TextField } from '../../platform/page/index.ts'
import type { Work } from '../../platform/work.ts'
import { placePage, timetablePage } from '../addresses.ts'
import { HoursSaid, RoomSaid, WaySaid } from '../timetable.input.ts'
import { regimeOf, roomsOf, waysFrom } from '../timetable.queries.ts'
import { t } from '../words.ts'
import { HoursForm, HoursList, Listed, TakeAway } from './hours.tsx'
import { addRegime, addRoom, closeRoom, endRegime, sayWay, theUnit } from './settings.verbs.ts'

const page = pageDoors()
export const placePages = page
const kept = { shows: 'nothing' } as const

page.get('/timetable/units/{unitId}', { ...kept, does: 'consult' }, placeOf)
page.post('/timetable/units/{unitId}/rooms', { ...kept, does: 'collect', takes: RoomSaid, again: placeOf }, async (work, { unitId, ...said }) => {
  await addRoom(work, unitId, said)
  return goTo(placePage(unitId), t('timetable.saved'))
})
page.post('/timetable/units/{unitId}/rooms/{roomId}/endings', { ...kept, does: 'alter' }, async (work, { unitId, roomId }) => {
  await closeRoom(work, unitId, roomId)
  return goTo(placePage(unitId), t('timetable.room.closed'))
})
page.post('/timetable/units/{unitId}/regime', { ...kept, does: 'collect', takes: HoursSaid, again: placeOf }, async (work, { unitId, ...said }) => {
  await addRegime(work, unitId, said)
  return goTo(placePage(unitId), t('timetable.saved'))
})
page.post('/timetable/units/{unitId}/regime/{regimeId}/endings', { ...kept, does: 'alter' }, async (work, { unitId, regimeId }) => {
  await endRegime(work, unitId, regimeId)
  return goTo(placePage(unitId), t('timetable.taken-away'))
})
page.post('/timetable/units/{unitId}/ways', { ...kept, does: 'collect', takes: WaySaid, again: placeOf }, async (work, { unitId, ...said }) => {
  await sayWay(work, unitId, said)
  return goTo(placePage(unitId), t('timetable.saved'))
})

async function placeOf(work: Work, { unitId }: { unitId: string }, attempt?: Attempt) {
  const unit = await theUnit(work, unitId)
  const [rooms, regime, ways, units] = [await roomsOf(work, unit.id), await regimeOf(work, unit.id), await waysFrom(work, unit.id), await openUnits(work)]
  const here = placePage(unitId)
  const others = units.filter(({ id }) => id !== unit.id)
  return show({ title: unit.name, body: <Narrow>
    <Crumbs above={[{ href: timetablePage, label: t('timetable.title') }]} here={unit.name} />
    <PageHead title={unit.name} sub={t('timetable.unit.sub')} />
    <ErrorSummary attempt={attempt} />
    <Block title={t('timetable.rooms')}>
      {rooms.length === 0 ? <Empty>{t('timetable.rooms.none')}</Empty> : <Listed caption={t('timetable.rooms')} rows={rooms.map(({ public_id: id, name, holds }) => ({
        says: t('timetable.room.line', { name, count: holds }), end: unit.isMine && <TakeAway work={work} action={`${here}/rooms/${id}/endings`} what={name} label={t('timetable.room.close')} /> }))} />}
      {unit.isMine && <Form action={`${here}/rooms`} keys={keysOf(work)}>
        <InARow><TextField name="name" label={t('timetable.field.room')} attempt={attempt} required /><NumberField name="holds" label={t('timetable.field.holds')} attempt={attempt} required /></InARow>
        <Submit label={t('timetable.room.do')} /></Form>}
    </Block>
    <Block title={t('timetable.regime')}>
      {regime.length === 0 ? <Empty>{t('timetable.regime.none')}</Empty> : <HoursList work={work} hours={regime} at={unit.isMine ? (id) => `${here}/regime/${id}/endings` : undefined} />}
      {unit.isMine && <HoursForm action={`${here}/regime`} keys={keysOf(work)} attempt={attempt} />}
    </Block>
    <Block title={t('timetable.ways')}>
      {ways.size === 0 ? <Empty>{t('timetable.ways.none')}</Empty> : <ul class="plain">{others.filter(({ id }) => ways.has(id)).map(({ id, name }) => <li>{t('timetable.way.line', { name, count: ways.get(id)! })}</li>)}</ul>}
      {unit.isMine && others.length > 0 && <Form action={`${here}/ways`} keys={keysOf(work)}>
        <InARow><Select name="toUnit" label={t('timetable.field.to-unit')} attempt={attempt} required options={others.map(({ public_id: value, name: label }) => ({ value, label }))} />
          <NumberField name="minutes" label={t('timetable.field.way')} attempt={attempt} required /></InARow>
        <Submit label={t('timetable.way.do')} /></Form>}
    </Block>
    {!unit.isMine && <p class="ds-paragraph muted" data-size="sm">{t('timetable.unit.who')}</p>}
  </Narrow> })
}
