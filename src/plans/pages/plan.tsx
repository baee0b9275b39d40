import { mayFor, myRoleFor } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import { show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Columns, DetailsFold, Empty, Link, Notice, PageHead, Tag } from '../../platform/page/index.ts'
import { together } from '../../platform/together.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { notEstablishedIn, programmeOf, programmesPage, unitsOf, type Programme, type Unit } from '../../programmes/index.ts'
import { statesIn } from '../states/states-in.ts'
import { ChangesOfProgramme } from '../change/change-page.tsx'
import { carryingOf, changesOfProgramme, planBefore, type Changed } from '../change/change.queries.ts'
import { t as change } from '../change/words.ts'
import { unitsIn } from '../choose-units.ts'
import { calledIn, isAboutTheOffence } from '../versions/earlier-parts.ts'
import { asksForAChoice, planFit, type PlanFit } from '../fit-plan.ts'
import { newerVersion } from '../versions/move-plan.ts'
import { strands } from '../plan.ts'
import { offenceStandingOf } from '../offence/answer-offence.ts'
import { aimsEverOf, fitChoicesOf, goalsOf, movesOf, needsOfPlan, statesOf, unitsOfPlan, type Need, type PlanRow, type UnitRow } from '../plans.queries.ts'
import { thePlan } from '../plans.verbs.ts'
import { fitChoiceSaid, needSaid, stateSentence } from '../state-sentence.ts'
import { t } from '../words.ts'
import { carriedPage, changePage, endingPage, endNeedPage, finishUnitPage, fitPage, newNeedPage, newPeriodPage, rhythmPage, seriesPage, unitsPage, versionPage, Way, type Here } from './addresses.tsx'
import { stagesOfPlan } from '../stages/stages-page.tsx'
import { Aims, WhereTheyStand } from '../states/aims.tsx'
import { standingOf } from '../states/standing.ts'
import { FitSaid } from './fit.tsx'
import { GoalsOfPlan } from './goals.tsx'

/** What this reader may do on the page: the verbs ask again. */
type May = { write: boolean, arrange: boolean, read: boolean, count: boolean }

type Shown = { plan: PlanRow, here: Here, may: May, definition: Programme | undefined }

/** The whole plan on one page: towards what, with which parts, adapted how, and whether it fits before release. */
export async function showPlan(work: Work, here: Here) {
  const [person, plan, role, reads] = await together([thePerson(work), thePlan(work, here.planId), myRoleFor(work, work.about), mayFor(work, 'read', 'plan_content')])
  const shown = { plan, here, definition: await programmeOf(work, plan.programme, plan.version), may: { ...mayAs(role ?? '', plan), read: reads } }
  const { definition, may } = shown
  const [stages, before, around, aims, noted, goals, units, locked] = await together([stagesOfPlan(work, { plan, here, mayArrange: may.arrange }), release(work, shown), arranged(work, shown),
    may.read ? aimsEverOf(work, plan.id) : [], statesOf(work, plan.id), may.read ? goalsOf(work, plan.participant_id) : [], may.read ? unitsOfPlan(work, plan.id) : [], may.read && isLocked(work, plan)])
  const [parts, standing] = await together([unitsIn(work, plan, units), standingOf(work, plan, { aims, noted })])
  const stands = <WhereTheyStand standing={standing} here={here} mayNote={may.write && statesIn(definition) !== undefined} />
  const title = definition?.title ?? plan.programme
  return show({ title: t('plan.title'), wide: true, body: <>
    <Way person={person} here={title} />
    <PageHead title={title} sub={t('plan.sub', { programme: person.name, version: String(plan.version), state: stateSentence(plan, work.today) })}
      actions={may.write && <ButtonLink secondary href={seriesPage(here.participantId)}>{t('plan.series')}</ButtonLink>} />
    {may.read ? <Columns aside={<>{stages}{before}{stands}{around}</>}>
      <Aims aims={aims} standing={standing} here={here} mayWrite={may.write} />
      <GoalsOfPlan goals={goals.filter((goal) => goal.plan_id === plan.id)} today={work.today} here={here} mayWrite={may.write} />
      <Units {...shown} rows={units} parts={parts} isLocked={locked} />
    </Columns> : <Columns aside={<Block title={t('plan.aims')} size="xs"><Empty>{t('plan.aims.not-yours')}</Empty></Block>}>{stages}{before}{around}</Columns>}
  </> })
}

/** Whether parts about the offence are locked now; for whoever may not know the legal status nothing is said of it. */
async function isLocked(work: Work, plan: PlanRow): Promise<boolean> {
  return !['open', 'not-mine-to-know'].includes(await offenceStandingOf(work, plan.participant_id))
}

async function release(work: Work, shown: Shown) {
  if (!shown.may.count) return null
  const [fit, choices] = await together([planFit(work, shown.plan, shown.definition), fitChoicesOf(work, shown.plan.id)])
  return <BeforeRelease {...shown} fit={fit} choices={choices} />
}

async function arranged(work: Work, shown: Shown) {
  const { plan, may, here } = shown
  const [needs, moves, changes, before, carried] = await together([needsOfPlan(work, plan.id), movesOf(work, plan.id), changesOfProgramme(work, plan.participant_id), planBefore(work, plan), carryingOf(work, plan.id)])
  const ofThis = changes.filter(({ fromPlan, toPlan }) => [fromPlan, toPlan].includes(plan.public_id))
  return <>{may.write && before && !carried && <div class="on-screen"><Notice kind="info"><Link href={carriedPage(here)}>{change('plan.carry.open')}</Link></Notice></div>}
    {carried && <p class="ds-paragraph muted" data-size="sm">{change('plan.carry.chosen', { name: carried.name ?? '', when: say.moment(carried.chosen_at) })}</p>}
    <Needs {...shown} needs={needs} /><OfProgramme {...shown} moves={moves} changes={ofThis} /></>
}

function mayAs(role: string, plan: PlanRow): Omit<May, 'read'> {
  const open = plan.state !== 'ended'
  return {
    write: open && role === 'facilitator', arrange: open && ['coordinator', 'facilitator'].includes(role),
    // A mentor sees their own sessions alone, so that a count would not be the count.
    count: open && ['coordinator', 'facilitator', 'assessor', 'case_manager'].includes(role) }
}

/** The parts in the order chosen for this person, each with its reason; those left out, folded; what nobody decided on yet, said. */
function Units({ rows, parts, isLocked, definition, may, here }: Shown & { rows: UnitRow[], parts: Unit[], isLocked: boolean }) {
  const units = definition ? unitsOf(definition) : []
  const titleOf = (id: string) => calledIn(parts, id)
  const isEarlier = (wanted: string) => !units.some(({ id }) => id === wanted)
  const [chosen, left] = [rows.filter(({ position }) => position !== null), rows.filter(({ position }) => position === null)]
  const open = units.filter(({ id }) => !rows.some((row) => row.unit_id === id))
  if (units.length === 0 && rows.length === 0) return <Block title={t('plan.units')}><Empty>{t('plan.units.none')}</Empty></Block>
  return <Block title={t('plan.units')}>
    {chosen.length === 0 ? <Empty>{t('plan.units.nothing-chosen')}</Empty> : <ol class="aims">{chosen.map((row) => ({ ...row, isAbout: isAboutTheOffence(parts, row) })).map((row) => <li>
      <p class="ds-paragraph"><b dir="auto">{titleOf(row.unit_id)}</b>{row.isAbout && <span class="muted">, {t('plan.unit.about-offence')}</span>}{isEarlier(row.unit_id) && <span class="muted">, {t('plan.part.earlier')}</span>} {row.isAbout && isLocked && <Tag>{t('plan.unit.locked-now')}</Tag>} {row.done_on && <Tag>{t('plan.unit.done', { day: say.day(row.done_on) })}</Tag>}</p>
      <p class="ds-paragraph muted" data-size="sm"><span dir="auto">{row.reason}</span> {may.write && !(row.isAbout && isLocked) && <Link does href={finishUnitPage(here, row.unit_id)}>{t(row.done_on ? 'plan.unit.again' : 'plan.unit.finish')}<span class="ds-sr-only"> {titleOf(row.unit_id)}</span></Link>}</p>
    </li>)}</ol>}
    {open.length > 0 && <p class="ds-paragraph" data-size="sm">{t('plan.units.open', { count: open.length, titles: say.list(open.map(({ title }) => title)) })}</p>}
    {may.write && <p class="ds-paragraph" data-size="sm"><Link does href={unitsPage(here)}>{t('plan.units.decide')}</Link></p>}
    {left.length > 0 && <DetailsFold summary={t('plan.units.left-out', { count: left.length })}><ul class="ds-list">{left.map((row) =>
      <li><b dir="auto">{titleOf(row.unit_id)}</b><br /><span class="muted" dir="auto">{row.reason}</span></li>)}</ul></DetailsFold>}
  </Block>
}

type FitProps = Shown & { fit: PlanFit, choices: Awaited<ReturnType<typeof fitChoicesOf>> }

/** Whether what is left fits before release, in sentences; and what was chosen when it does not. */
function BeforeRelease({ fit: { fit, releaseOn, afterRelease, change }, choices, may, here }: FitProps) {
  const holding = choices.find(({ release_on }) => release_on === releaseOn)
  return <Block title={t('plan.fit.title')} size="xs">
    <FitSaid fit={fit} size="sm" />
    {change && <ReleaseMoved change={change} mayWrite={may.write} here={here} />}
    {afterRelease.length > 0 && <Notice kind="care">{t('plan.fit.need-a-place', { count: afterRelease.length, when: say.list(afterRelease.slice(0, 6).map((at) => say.moment(at))) })}</Notice>}
    {holding && <p class="ds-paragraph" data-size="sm"><b>{fitChoiceSaid(holding.choice)}.</b> <span dir="auto">{holding.reason}</span> <span class="muted">{t('plan.fit.chosen-by', { name: holding.chosen_by ?? '', when: say.moment(holding.chosen_at) })}</span></p>}
    {may.arrange && <p class="ds-paragraph on-screen" data-size="sm">{releaseOn !== null && <Link href={fitPage(here)}>{t(holding ? 'plan.fit.again' : asksForAChoice(fit) ? 'plan.fit.choose' : 'plan.fit.after')}</Link>}{fit.kind !== 'no-number' && fit.kind !== 'time' && <>{releaseOn !== null && ' · '}<Link href={rhythmPage(here)}>{t('plan.rhythm.title')}</Link></>}</p>}
  </Block>
}

/** Why the plan no longer fits as it was made: the cause lies outside, and is nobody's failure here. */
function ReleaseMoved({ change, mayWrite, here }: { change: NonNullable<PlanFit['change']>, mayWrite: boolean, here: Here }) {
  const dayOr = (day: typeof change.before) => (day === null ? t('plan.fit.no-day') : say.day(day))
  return <p class="ds-paragraph" data-size="sm">{t('plan.fit.moved', { before: dayOr(change.before), now: dayOr(change.release_on), when: say.moment(change.recorded_at) })} <span dir="auto">{[change.reason, change.authority].filter(Boolean).join(', ')}.</span>
    {mayWrite && <> <Link does href={newPeriodPage(here)}>{t('plan.period.title')}</Link></>}</p>
}

function Needs({ needs, may, here }: Shown & { needs: Need[] }) {
  const hasStrand = needs.some(({ kind }) => strands.some((one) => one === kind))
  return <Block title={t(may.read ? 'plan.needs.title' : 'plan.needs.people')} size="xs">
    {needs.length === 0 && <Empty>{t(may.read ? 'plan.needs.none' : 'plan.needs.nobody')}</Empty>}
    {needs.length > 0 && <ul class="plain-list">{needs.map((need) => <li><p class="ds-paragraph" data-size="sm"><b>{needSaid(need.kind)}:</b> <span dir="auto">{need.what}</span>
      {need.why && <span class="muted" dir="auto"> {need.why}</span>}{need.asked_for_by_person && <span class="muted"> {t('plan.needs.asked-for')}</span>}
      {(need.kind === 'person' ? may.arrange : may.write) && <> <Link does href={endNeedPage(here, need.public_id)}>{t('plan.needs.end')}<span class="ds-sr-only"> {need.what}</span></Link></>}</p></li>)}</ul>}
    {may.read && !hasStrand && <p class="ds-paragraph" data-size="sm">{t('plan.needs.no-strand')}</p>}
    {may.arrange && <p class="ds-paragraph" data-size="sm"><Link does href={newNeedPage(here)}>{t(may.write ? 'plan.needs.add' : 'plan.needs.add-person')}</Link></p>}
  </Block>
}

function OfProgramme({ plan, definition, moves, changes, may, here }: Shown & { moves: Awaited<ReturnType<typeof movesOf>>, changes: Changed[] }) {
  const unknown = definition ? notEstablishedIn(definition).length : 0
  const newer = newerVersion(plan)
  const least = (definition?.team.minimum ?? []).map(({ role, count }) => t('plan.programme.role', { number: count, role: definition?.roles.find(({ id }) => id === role)?.title ?? role }))
  return <Block title={t('plan.programme')} size="xs">
    <p class="ds-paragraph" data-size="sm"><Link href={`${programmesPage}/${plan.programme}`}>{t('plan.programme.page')}</Link></p>
    {least.length > 0 && <p class="ds-paragraph" data-size="sm">{t('plan.programme.least', { roles: say.list(least) })}</p>}
    {unknown > 0 && <p class="ds-paragraph muted" data-size="sm">{t('plan.not-established.places', { count: unknown })}</p>}
    {newer !== undefined && <p class="ds-paragraph" data-size="sm">{t('plan.version.newer', { newer, version: plan.version })} {may.arrange && <Link does href={versionPage(here)}>{t('plan.version.title')}</Link>}</p>}
    {moves.map((move) => <p class="ds-paragraph muted" data-size="sm">{t('plan.version.moved', { from: move.from_version, to: move.to_version, when: say.moment(move.moved_at), name: move.moved_by ?? '' })} <span dir="auto">{move.reason}</span></p>)}
    {may.arrange && <p class="ds-paragraph on-screen" data-size="sm"><Link href={changePage(here)}>{change('plan.change.title')}</Link> · <Link href={endingPage(here)}>{t('plan.end.title')}</Link></p>}
    {changes.length > 0 && <ChangesOfProgramme changes={changes} participantId={here.participantId} />}
  </Block>
}
