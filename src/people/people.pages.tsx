import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { readDay } from '../platform/day.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, Empty, ErrorSummary, Form, Hidden, Link, Narrow, PageHead, Select, Submit, SummaryList, Table, TextArea, TextField, Tick, Ticks } from '../platform/page/index.ts'
import { refuse, refuseFields } from '../platform/refusals.ts'
import { installedLanguages, say, sentencesThereAre, translationOf, untranslatedKeys } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { openUnits, theService } from './people.queries.ts'
import { changeService, closeUnit, openUnit } from './people.verbs.ts'
import { daysIn, unitKinds, type UnitKind } from './service.ts'
import { t } from './words.ts'

export const peoplePages = pageDoors()
const page = peoplePages

const servicePage = '/service'
const unitsPage = '/service/units'

const Facts = z.object({
  name: field.line('service.field.name'), timeZone: field.line('service.field.time-zone', 60), holidays: field.text('service.field.holidays', 4000).optional(), codesRequired: field.tick('service.field.codes'),
  languages: z.array(z.object({ code: z.string().max(35), ticked: z.boolean() })).max(200).meta({ label: 'service.field.languages' }),
})
const Unit = z.object({ name: field.line('service.unit.name', 120), kind: field.choice('service.unit.kind', unitKinds) })

const kept = { shows: 'accounts_and_settings', for: ['administrator'] } as const

page.get('/service', { ...kept, does: 'consult' }, (work, _, attempt) => servicePageOf(work, attempt))

page.post('/service', { ...kept, does: 'alter', takes: Facts, again: (work, _, attempt) => servicePageOf(work, attempt) }, async (work, { holidays = '', languages, ...facts }, sent) => {
  const { days, wrong } = daysIn(holidays, readDay)
  if (wrong.length > 0) throw refuseFields([{ field: 'holidays', sentence: t('service.refused.holidays', { wrong: say.list(wrong) }) }])
  const installed = new Set(installedLanguages().map(({ code }) => code))
  const chosen = languages.filter(({ code, ticked }) => ticked && installed.has(code)).map(({ code }) => code)
  await changeService(work, { ...facts, holidays: days, languages: chosen }, sent.revision)
  return goTo(servicePage, t('service.saved'))
})

page.get('/service/units', { ...kept, does: 'consult' }, (work, _, attempt) => unitsPageOf(work, attempt))
page.post('/service/units', { ...kept, does: 'alter', takes: Unit, again: (work, _, attempt) => unitsPageOf(work, attempt) }, async (work, unit) => {
  await openUnit(work, unit)
  return goTo(unitsPage, t('service.unit.added'))
})
page.post('/service/units/{unitId}/endings', { ...kept, does: 'alter' }, async (work, { unitId }) => {
  await closeUnit(work, unitId)
  return goTo(unitsPage, t('service.unit.closed'))
})

async function servicePageOf(work: Work, attempt?: Attempt) {
  const service = await theService(work)
  if (!service) throw refuse('not-found')
  const isMeanwhile = attempt?.problems.some(({ field: name }) => name === '') ?? false
  return show({ title: t('service.title'), body: <Narrow>
    <PageHead title={t('service.title')} sub={t('service.how')} />
    <ErrorSummary attempt={attempt} />
    <Form action={servicePage} keys={keysOf(work, service.revision)}>
      <TextField name="name" label={t('service.field.name')} value={service.name} attempt={attempt} required />
      <TextField name="timeZone" label={t('service.field.time-zone')} hint={t('service.time-zone.hint')} value={service.time_zone} attempt={attempt} required width="medium" />
      {installedLanguages().map(({ code }, place) => <Hidden name={`languages.${place}.code`} value={code} />)}
      <Ticks name="languages" label={t('service.field.languages')} hint={t('service.languages.hint')} attempt={attempt} required
        options={installedLanguages().map(({ code, name }, place) => ({ name: `languages.${place}.ticked`, label: name, checked: service.languages.includes(code) }))} />
      <TextArea name="holidays" label={t('service.field.holidays')} hint={t('service.holidays.hint')} value={service.holidays.join('\n')} attempt={attempt} rows={6} />
      <Tick name="codesRequired" label={t('service.field.codes')} hint={t('service.codes.hint')} checked={service.codes_required} attempt={attempt} />
      <Submit label={t('service.save')} />
    </Form>
    <Languages />
    {isMeanwhile && <Block title={t('service.now')}><SummaryList answers={[
      { label: t('service.field.name'), value: service.name }, { label: t('service.field.time-zone'), value: service.time_zone },
      { label: t('service.field.languages'), value: say.list(service.languages) }, { label: t('service.field.holidays'), value: say.list(service.holidays.map((day) => say.day(day))) }]} /></Block>}
    <p class="ds-paragraph beside"><Link href={unitsPage}>{t('service.units')}</Link> <Link href="/service/crisis-card">{t('service.crisis-card')}</Link></p>
  </Narrow> })
}

/** What a service should know before it lets people read a language: how much of it is there, and whether anybody who speaks it has read it. */
function Languages() {
  const of = sentencesThereAre()
  return <Block title={t('service.words.title')} size="xs">
    <p class="ds-paragraph">{t('service.words.how')}</p>
    <Table caption={t('service.words.title')} captionHidden columns={[t('service.words.language'), t('service.words.said'), t('service.words.read-by')].map((label) => ({ label }))}
      rows={installedLanguages().map(({ code, name, locale }) => [<span lang={locale} dir="auto">{name}</span>, t('service.words.of', { said: of - untranslatedKeys(code).length, of }), readBy(code)])} />
  </Block>
}

function readBy(code: string): string {
  if (code === 'en') return t('service.words.source')
  return translationOf(code).readBy || t('service.words.unread')
}

async function unitsPageOf(work: Work, attempt?: Attempt) {
  const units = await openUnits(work)
  return show({ title: t('service.units'), body: <Narrow>
    <Crumbs above={[{ href: servicePage, label: t('service.title') }]} here={t('service.units')} />
    <PageHead title={t('service.units')} sub={t('service.units.how')} />
    <ErrorSummary attempt={attempt} />
    {units.length === 0 ? <Empty>{t('service.units.none')}</Empty> : <Table caption={t('service.units')} captionHidden columns={[{ label: t('service.unit.name') }, { label: t('service.unit.kind') }, { label: t('service.unit.change') }]}
      rows={units.map(({ public_id, name, kind }) => [name, t(`service.unit.kind.${kind as UnitKind}`),
        <Form action={`${unitsPage}/${public_id}/endings`} keys={keysOf(work)}><button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">{t('service.unit.close')}<span class="ds-sr-only"> {name}</span></button></Form>])} />}
    <Block title={t('service.unit.add')}>
      <Form action={unitsPage} keys={keysOf(work)}>
        <TextField name="name" label={t('service.unit.name')} attempt={attempt} required />
        <Select name="kind" label={t('service.unit.kind')} attempt={attempt} required options={unitKinds.map((kind) => ({ value: kind, label: t(`service.unit.kind.${kind}`) }))} />
        <Submit label={t('service.unit.do')} />
      </Form>
    </Block>
  </Narrow> })
}
