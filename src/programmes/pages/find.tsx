import { show } from '../../platform/doors/index.ts'
import { ButtonLink, Block, Empty, Link, Mark, NumberField, PageHead, Select, TextField, type Option } from '../../platform/page/index.ts'
import { surenessOf } from '../../platform/definitions/index.ts'
import { currentReader, say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { sourcesFor, type LoadedDefinition } from '../catalogue.ts'
import { amountInWords, countryInWords, frequencyInWords, shapeInWords } from '../in-words.ts'
import { doseKinds, doseKindsOf, fits, kindOf, type Wish } from '../find-programmes.ts'
import { offeredCatalogue, programmesOnOffer } from '../on-offer.ts'
import { partsOf, type Dose, type Programme, type Setting, type Team } from '../programme.ts'
import { tellingOf, type Telling } from '../sheet.ts'
import { t } from '../words.ts'

/** Where the pages of programmes are; no address is spelled twice. */
export const programmesPage = '/programmes'
export const comparePage = `${programmesPage}/compare`
export const filesPage = `${programmesPage}/files`
export function programmePage(id: string): string { return `${programmesPage}/${id}` }
export function versionPage(id: string, version: number): string { return `${programmePage(id)}/versions/${version}` }

/** All programmes on offer, or those that fit what was asked; to be ticked and set side by side. */
export function showProgrammes(work: Work, wish: Wish) {
  const all = byName(programmesOnOffer()).map(({ definition }) => definition)
  const found = all.filter(definition => fits(definition, wish, currentReader().language))
  const isFiles = work.actor.shape === 'administrator'
  return show({ title: t('programmes.page.title'), body: <>
    <PageHead title={t('programmes.page.title')} sub={t('programmes.page.sub')} actions={isFiles && <ButtonLink secondary href={filesPage}>{t('programmes.page.files')}</ButtonLink>} />
    {all.length > 0 && <FindForm wish={wish} all={all} />}
    {all.length === 0 ? <Empty>{t('programmes.page.none-offered')}</Empty> : found.length === 0
      ? <Empty>{t('programmes.page.empty')} <Link href={programmesPage}>{t('programmes.page.all')}</Link></Empty> : <PickList found={found} />}
  </> })
}

/** The project's and the service's own in one row. */
export function byName(offered: readonly LoadedDefinition[]): LoadedDefinition[] {
  return offered.toSorted((one, other) => one.definition.title.localeCompare(other.definition.title))
}

function FindForm({ wish, all }: { wish: Wish, all: Programme[] }) {
  const isAsked = Object.values(wish).some(value => value !== undefined)
  return <Block title={t('programmes.page.find')} size="xs">
    <form class="form" method="get" action={programmesPage} role="search" autocomplete="off"><div class="finding">
      <Select name="setting" label={t('programmes.page.field.setting')} options={settings.map(value => ({ value, label: t(`programmes.setting.${value}`) }))} value={wish.setting} required={false} />
      <TextField name="aim" label={t('programmes.page.field.aim')} hint={t('programmes.page.field.aim.hint')} value={wish.aim} />
      <TextField name="target" label={t('programmes.page.field.target')} hint={t('programmes.page.field.target.hint')} value={wish.target} />
      <Select name="dose" label={t('programmes.page.field.dose')} options={doseKinds.map(value => ({ value, label: t(`programmes.dose-kind.${value}`) }))} value={wish.dose} />
      <NumberField name="weeks" label={t('programmes.page.field.weeks')} hint={t('programmes.page.field.weeks.hint')} value={wish.weeks} />
      <Select name="team" label={t('programmes.page.field.team')} options={teamsOf(all)} value={wish.team} />
      <Select name="country" label={t('programmes.page.field.country')} options={countriesOf(all)} value={wish.country} />
      <div class="submit"><button class="ds-button" type="submit">{t('programmes.page.find.do')}</button>{isAsked && <Link href={programmesPage}>{t('programmes.page.all')}</Link>}</div>
    </div></form>
  </Block>
}

const settings: readonly Setting[] = ['remand', 'prison', 'through_the_gate', 'parole', 'probation', 'community', 'residential_centre']

function teamsOf(all: Programme[]): Option[] {
  return [...new Set(all.map(({ team }) => team.shape))].map((shape: Team['shape']) => ({ value: shape, label: shapeInWords(shape) }))
}

function countriesOf(all: Programme[]): Option[] {
  const codes = [...new Set(all.flatMap(({ country }) => country ?? []))]
  return codes.map(value => ({ value, label: countryInWords(value) })).sort((one, other) => one.label.localeCompare(other.label))
}

function PickList({ found }: { found: Programme[] }) {
  return <Block title={t('programmes.page.found', { count: found.length })}>
    <form method="get" action={comparePage} autocomplete="off">
      <ul class="picks">{found.map(definition => <Pick telling={tellingOf(definition, sourcesFor(offeredCatalogue(), definition))} />)}</ul>
      <div class="submit pick"><button class="ds-button" data-variant="secondary" type="submit">{t('programmes.page.compare.do')}</button><span class="muted">{t('programmes.page.ids')}</span></div>
    </form>
  </Block>
}

function Pick({ telling }: { telling: Telling }) {
  const { definition, sources } = telling
  const { id, title, country, settings: where, team } = definition
  const about = [definition.summary, ...definition.aims].find(one => one !== undefined && one.says !== 'not_established')
  const places = where.in === 'not_established' ? undefined : say.list(where.in.map(place => t(`programmes.setting.${place}`)))
  return <li>
    <input class="ds-input pick" type="checkbox" name="ids" value={id} aria-label={t('programmes.page.pick', { title })} />
    <div>
      <h3><Link href={programmePage(id)}>{title}</Link>{country && <span class="muted"> {countryInWords(country)}</span>}</h3>
      {about && <p class="ds-paragraph"><span dir="auto">{oneSentence(about.says)}</span> <NotSure sureness={surenessOf(about, 'says', sources)} /></p>}
      <dl>
        <div><dt>{t('programmes.page.line.settings')}</dt><dd>{places} <NotSure sureness={surenessOf(where, 'in', sources)} /></dd></div>
        <div><dt>{t('programmes.page.line.dose')}</dt><dd><DoseLine telling={telling} /></dd></div>
        <div><dt>{t('programmes.page.line.team')}</dt><dd>{team.shape !== 'not_established' && shapeInWords(team.shape)} <NotSure sureness={surenessOf(team, 'shape', sources)} /></dd></div>
      </dl>
    </div>
  </li>
}

/** In a list only what is not established is marked. */
function NotSure({ sureness }: { sureness: ReturnType<typeof surenessOf> }) {
  return sureness === 'established' ? null : <Mark sureness={sureness} />
}

/** The pattern of what is delivered, or else the first of which something is known, in a few words; all of it stands on the programme's own page. */
function DoseLine({ telling: { definition, sources } }: { telling: Telling }) {
  const all = partsOf(definition.dose)
  const known = all.filter(one => kindOf(one) !== 'unknown')
  const dose = known.find(one => isDelivered(definition, one)) ?? known[0] ?? all[0]
  if (!dose || doseKindsOf(definition).every(kind => kind === 'unknown')) return <Mark sureness="not_established" />
  const hours = dose.hours_per_week ?? dose.bands[0]?.hours_per_week
  const unit = dose.counted_in === 'not_established' ? 'sessions' : dose.counted_in
  const said = [
    ...(dose.count === undefined || dose.count === 'not_established' ? [] : [amountInWords(dose.count, unit)]),
    ...(dose.frequency === undefined || dose.frequency === 'not_established' ? [] : [frequencyInWords(dose.frequency)]),
    ...(hours === undefined || hours === 'not_established' ? [] : [t('programmes.said.a-week', { amount: amountInWords(hours, 'hours') })]),
  ]
  return <>{say.list(said)} <NotSure sureness={surenessOf(dose, 'title', sources)} /></>
}

function isDelivered({ stages }: Programme, dose: Dose): boolean {
  return stages.some(stage => stage.kind === 'delivery' && dose.stages.includes(stage.id))
}

function oneSentence(text: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)
  return (first?.segment ?? text).trim()
}
