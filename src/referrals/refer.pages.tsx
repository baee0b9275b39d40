import type { Attempt } from '../platform/attempt.ts'
import type { Day } from '../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Choice, Crumbs, DayField, DetailsFold, Empty, ErrorSummary, Form, Link, Narrow, PageHead, SavedDraft, Select, Submit, SummaryList, Table, TextArea, TextField, Tick } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { answers, grounds, seenByOfficer } from './referral.ts'
import { AskForMyself, FilterSecurityReferral, legalStatuses, Refer, tellings, WriteSecurityReferral } from './referrals.input.ts'
import { mayReferTo, myOfficerReferrals, myUnits, officerReferral, officerReferrals, openUnits, referralsOfPerson, whereIAm } from './referrals.queries.ts'
import { askForMyself, filterSecurityReferral, refer, referBySecurity, sourcesOfTheService } from './referrals.verbs.ts'
import { referralPage, referralsPage } from './referrals.pages.tsx'
import { answerSaid, groundSaid, programmeOptions, stateSaid, statusSaid, toldSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const referPages = page

const newPage = `${referralsPage}/new`
export const ownAskPage = '/own/ask'
const securityPage = '/security-referrals'

page.get('/referrals/new', { does: 'consult', shows: 'referral', draft: true }, newReferral)
page.post('/referrals/new', { does: 'collect', shows: 'referral', draft: true, takes: Refer, again: newReferral }, async (work, input) => {
  const { publicId, receipt } = await refer(work, input)
  return goTo(referralPage(publicId), t('referral.sent', { receipt }))
})

async function newReferral(work: Work, _: object, attempt?: Attempt) {
  const mine = await myUnits(work)
  const units = await mayReferTo(work, 0) ? await openUnits(work) : mine
  if (units.length === 0) throw refuse('not-found')
  const offered = (await sourcesOfTheService(work)).filter(({ isOffered }) => isOffered)
  return show({ title: t('referral.new.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: referralsPage, label: t('referral.list.title') }]} here={t('referral.new.title')} />
    <PageHead title={t('referral.new.title')} sub={t('referral.new.sub')} />
    <Form action={newPage} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextField name="name" label={t('referral.field.name')} attempt={attempt} required />
      <TextField name="number" label={t('referral.field.number')} attempt={attempt} width="medium" />
      <DayField name="bornOn" label={t('referral.field.born-on')} attempt={attempt} max={work.today} />
      <Select name="unit" label={t('referral.field.unit')} hint={t('referral.unit.hint')} attempt={attempt} value={units.length === 1 ? units[0]!.public_id : ''} required options={units.map(({ public_id, name }) => ({ value: public_id, label: name }))} />
      <TextArea name="why" label={t('referral.field.why')} hint={t('referral.why.hint')} readers={t('referral.why.readers')} attempt={attempt} rows={6} most={10_000} required />
      <Choice name="answer" label={t('referral.field.answer')} hint={t('referral.answer.hint')} attempt={attempt} required options={answers.map((value) => ({ value, label: answerSaid(value) }))} />
      <Select name="told" label={t('referral.field.told')} hint={t('referral.told.hint')} attempt={attempt} value="not-said" required options={tellings.map((value) => ({ value, label: toldSaid(value) }))} />
      <Ground attempt={attempt} />
      <DetailsFold summary={t('referral.new.more')} open={attempt !== undefined}>
        <Select name="source" label={t('referral.field.source')} attempt={attempt} value="case-manager" required options={offered.map(({ value, label }) => ({ value, label }))} />
        <DayField name="referredOn" label={t('referral.field.referred-on')} attempt={attempt} value={work.today} max={work.today} />
        <Select name="programme" label={t('referral.field.programme')} hint={t('referral.programme.hint')} attempt={attempt} options={programmeOptions()} />
        <Select name="legalStatus" label={t('referral.field.legal-status')} attempt={attempt} options={legalStatuses.map((value) => ({ value, label: statusSaid(value) }))} />
        <DayField name="releaseOn" label={t('referral.field.release-on')} attempt={attempt} />
        <TextField name="languages" label={t('referral.field.languages')} hint={t('referral.languages.hint')} attempt={attempt} />
        <Tick name="needsInterpreter" label={t('referral.field.needs-interpreter')} attempt={attempt} />
        <TextField name="needs" label={t('referral.field.needs')} attempt={attempt} />
      </DetailsFold>
      <Submit label={t('referral.new.do')} draft />
    </Form>
  </Narrow> })
}

/** A word about somebody vulnerable has to carry more than a conviction or an own wish. */
function Ground({ attempt, conductOn }: { attempt: Attempt | undefined, conductOn?: Day | null }) {
  const isAsked = attempt?.values['ground'] === 'vulnerable' || attempt?.problems.some(({ field }) => ['conduct', 'conductOn', 'otherExplanation'].includes(field))
  return <>
    <Choice name="ground" label={t('referral.field.ground')} hint={t('referral.ground.hint')} attempt={attempt} value="not-said" required options={grounds.map((value) => ({ value, label: groundSaid(value) }))} />
    <DetailsFold summary={t('referral.if-vulnerable')} open={isAsked ?? false}>
      <DayField name="conductOn" label={t('referral.field.conduct-on')} value={conductOn ?? undefined} attempt={attempt} />
      <TextArea name="conduct" label={t('referral.field.conduct')} attempt={attempt} rows={3} most={4000} />
      <TextArea name="otherExplanation" label={t('referral.field.other-explanation')} attempt={attempt} rows={3} most={4000} />
    </DetailsFold>
  </>
}

page.get('/own/ask', { does: 'consult', shows: 'referral', for: ['person'], draft: true }, askForm)
page.post('/own/ask', { does: 'collect', shows: 'referral', for: ['person'], draft: true, takes: AskForMyself, again: askForm }, async (work, input) => {
  await askForMyself(work, input)
  return goTo(ownAskPage, t('referral.own.sent'))
})

async function askForm(work: Work, _: object, attempt?: Attempt) {
  const me = await whereIAm(work)
  const asked = me ? await referralsOfPerson(work, me.participant_id) : []
  const mayAsk = me?.state === 'ended' && !asked.some(({ state }) => state === 'received' || state === 'waiting')
  return show({ title: t('referral.own.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('referral.own.title')} />
    {mayAsk ? <Form action={ownAskPage} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextArea name="why" label={t('referral.own.field.why')} hint={t('referral.own.why.hint')} attempt={attempt} rows={5} most={4000} required />
      <TextField name="languages" label={t('referral.own.field.languages')} attempt={attempt} />
      <Submit label={t('referral.own.do')} draft />
    </Form> : <Empty>{t('referral.own.not-now')}</Empty>}
    {asked.length > 0 && <Block title={t('referral.own.asked')} size="xs"><SummaryList answers={asked.map(({ referred_on, state, why }) => ({ label: say.day(referred_on), value: `${stateSaid(state)}. ${why}` }))} /></Block>}
  </Narrow> })
}

page.get('/security-referrals', { does: 'consult', shows: 'security_referral', for: ['referrer', 'casework'] }, async (work) => {
  if (work.actor.shape === 'casework') return forTheCoordinator(work)
  const written = await myOfficerReferrals(work)
  return show({ title: t('security.own.title'), body: <>
    <PageHead title={t('security.own.title')} sub={t('security.own.sub')} actions={<ButtonLink href={`${securityPage}/new`}>{t('security.new.title')}</ButtonLink>} />
    {written.length === 0 ? <Empty>{t('security.own.empty')}</Empty> : written.map((one) => <Block title={one.receipt} size="xs">
      <SummaryList answers={[
        { label: t('security.state'), value: t(`security.state.${seenByOfficer(one.written_on, work.today)}`) }, { label: t('security.written-on'), value: say.day(one.written_on) }, { label: t('referral.field.unit'), value: one.unit },
        { label: t('security.field.about'), value: [one.about_whom, one.number].filter(Boolean).join(', ') }, { label: t('security.field.words'), value: <span dir="auto">{one.words}</span> },
        ...(one.conduct_on === null ? [] : [{ label: t('referral.field.conduct-on'), value: say.day(one.conduct_on) }]),
        ...(one.other_explanation === '' ? [] : [{ label: t('referral.field.other-explanation'), value: one.other_explanation }]), { label: t('referral.erase-on'), value: t('security.erase', { day: say.day(one.erase_on) }) },
      ]} />
    </Block>)}
  </> })
})

async function forTheCoordinator(work: Work) {
  if ((await myUnits(work)).length === 0) throw refuse('not-found')
  const written = await officerReferrals(work)
  const rows = written.map((one) => [<Link href={`${securityPage}/${one.public_id}`}>{one.receipt}</Link>, <span dir="auto">{one.about_whom}</span>, say.day(one.written_on), one.unit, one.filtered === null ? t('security.to-filter') : <Link href={referralPage(one.filtered)}>{t('security.filtered')}</Link>])
  return show({ title: t('security.list.title'), body: <>
    <Crumbs above={[{ href: referralsPage, label: t('referral.list.title') }]} here={t('security.list.title')} />
    <PageHead title={t('security.list.title')} sub={t('security.list.sub')} />
    {rows.length === 0 ? <Empty>{t('security.list.empty')}</Empty>
      : <Table caption={t('security.list.title')} captionHidden columns={[{ label: t('referral.receipt') }, { label: t('security.field.about') }, { label: t('security.written-on') }, { label: t('referral.field.unit') }, { label: t('referral.list.how-far') }]} rows={rows} />}
  </> })
}

page.get('/security-referrals/new', { does: 'consult', shows: 'security_referral', for: ['referrer'], draft: true }, officerForm)
page.post('/security-referrals/new', { does: 'collect', shows: 'security_referral', for: ['referrer'], draft: true, takes: WriteSecurityReferral, again: officerForm }, async (work, input) =>
  goTo(securityPage, t('security.sent', { receipt: (await referBySecurity(work, input)).receipt })))

async function officerForm(work: Work, _: object, attempt?: Attempt) {
  return show({ title: t('security.new.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: securityPage, label: t('security.own.title') }]} here={t('security.new.title')} />
    <PageHead title={t('security.new.title')} sub={t('security.new.sub')} />
    <Form action={`${securityPage}/new`} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextField name="aboutWhom" label={t('security.field.about')} hint={t('security.about.hint')} attempt={attempt} required />
      <TextField name="number" label={t('referral.field.number')} attempt={attempt} width="medium" />
      <Select name="unit" label={t('referral.field.unit')} attempt={attempt} required options={(await openUnits(work)).map(({ public_id, name }) => ({ value: public_id, label: name }))} />
      <TextArea name="words" label={t('security.field.words')} hint={t('security.words.hint')} readers={t('security.words.readers')} attempt={attempt} rows={8} most={10_000} required />
      <DayField name="conductOn" label={t('referral.field.conduct-on')} attempt={attempt} max={work.today} />
      <TextArea name="otherExplanation" label={t('referral.field.other-explanation')} attempt={attempt} rows={3} most={4000} />
      <Submit label={t('security.new.do')} draft />
    </Form>
  </Narrow> })
}

page.get('/security-referrals/{officerReferralId}', { does: 'consult', shows: 'security_referral', draft: true }, filterForm)
page.post('/security-referrals/{officerReferralId}', { does: 'collect', shows: 'referral', draft: true, takes: FilterSecurityReferral, again: filterForm }, async (work, { officerReferralId, ...input }) =>
  goTo(referralPage((await filterSecurityReferral(work, officerReferralId, input)).publicId), t('security.passed-on')))

async function filterForm(work: Work, { officerReferralId }: { officerReferralId: string }, attempt?: Attempt) {
  const one = await officerReferral(work, officerReferralId)
  if (!one) throw refuse('not-found')
  return show({ title: t('security.filter.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: referralsPage, label: t('referral.list.title') }, { href: securityPage, label: t('security.list.title') }]} here={one.receipt} />
    <PageHead title={t('security.filter.title')} sub={`${one.receipt} · ${say.day(one.written_on)} · ${one.unit}`} />
    <SummaryList answers={[
      { label: t('security.field.about'), value: [one.about_whom, one.number].filter(Boolean).join(', ') }, { label: t('security.officer.words'), value: <span dir="auto">{one.words}</span> },
      { label: t('referral.field.conduct-on'), value: one.conduct_on === null ? '' : say.day(one.conduct_on) }, { label: t('referral.field.other-explanation'), value: one.other_explanation }, { label: t('security.officer'), value: one.officer },
    ]} />
    {one.filtered !== null ? <Empty>{t('security.filtered-to')} <Link href={referralPage(one.filtered)}>{t('referral.title')}</Link></Empty> : <Form action={`${securityPage}/${officerReferralId}`} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <TextField name="name" label={t('referral.field.name')} attempt={attempt} value={one.about_whom} required />
      <TextField name="number" label={t('referral.field.number')} attempt={attempt} value={one.number ?? ''} width="medium" />
      <DayField name="bornOn" label={t('referral.field.born-on')} attempt={attempt} max={work.today} />
      <TextArea name="why" label={t('security.field.filtered')} hint={t('security.filter.hint')} readers={t('referral.why.readers')} attempt={attempt} rows={6} most={10_000} required />
      <Ground attempt={attempt} conductOn={one.conduct_on} />
      <Submit label={t('security.filter.do')} draft />
    </Form>}
  </Narrow> })
}
