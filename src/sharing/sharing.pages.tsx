import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, giveFile, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { ButtonLink, Choice, Crumbs, DayField, Empty, ErrorSummary, Form, Hidden, Link, Narrow, Notice, PageHead, Pager, SavedDraft, Several, Submit, Table, TextArea, TextField } from '../platform/page/index.ts'
import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { disclosuresPage, newStatementPage, sharingPage, statementPage } from './addresses.ts'
import { recipientKinds, type RecipientKind, type Rule } from './disclosure.ts'
import { decidePackage, decideTelling, handOver, noteError, preparePackage, recallPackage, takeCopy } from './packages.verbs.ts'
import { nameHere, showStatement } from './statement-page.tsx'
import { asksSaid } from './rules.pages.tsx'
import { AskKind, DecidePackage, DecideTelling, HandOver, NoteError, PreparePackage, RecallPackage, RecordComment, RecordStatement, RefuseStatement } from './sharing.input.ts'
import { standingSaid } from './sharing.desk.tsx'
import { rulesWritten } from './sharing.queries.ts'
import { mayHere, readsAllHere, recordComment, recordStatement, refuseStatement } from './sharing.verbs.ts'
import { standingsOf, standingsRead, type Standing } from './standing.queries.ts'
import { t } from './words.ts'

const page = pageDoors()
export const sharingCasePages = page

const both = ['casework', 'oversight'] as const
const reading = { does: 'consult', shows: 'disclosure_statement', about: 'participantId', for: both } as const
const writing = { shows: 'disclosure_statement', about: 'participantId', for: both, does: 'collect', again: showStatement } as const
type Here = { participantId: string }

page.get('/people/{participantId}/sharing', reading, showSharing)
page.get('/people/{participantId}/sharing/new', { ...reading, draft: true, takes: AskKind }, newForm)
page.post('/people/{participantId}/sharing/new', { ...reading, does: 'collect', draft: true, takes: RecordStatement, again: newForm }, async (work, { participantId, ...said }) =>
  goTo(statementPage(participantId, await recordStatement(work, said)), t('sharing.done.recorded')))
page.get('/people/{participantId}/sharing/{statementId}', reading, showStatement)

page.post('/people/{participantId}/sharing/{statementId}/comments', { ...writing, takes: RecordComment }, async (work, { participantId, statementId, ...said }) => {
  await recordComment(work, statementId, said)
  return goTo(statementPage(participantId, statementId), t('sharing.done.commented'))
})
page.post('/people/{participantId}/sharing/{statementId}/refusals', { ...writing, takes: RefuseStatement }, async (work, { participantId, statementId, reason }) => {
  await refuseStatement(work, statementId, reason)
  return goTo(statementPage(participantId, statementId), t('sharing.done.refused'))
})
page.post('/people/{participantId}/sharing/{statementId}/packages', { ...writing, for: ['casework'], shows: 'disclosure_package', takes: PreparePackage }, async (work, { participantId, statementId, ...said }) => {
  await preparePackage(work, statementId, said)
  return goTo(statementPage(participantId, statementId), t('sharing.done.prepared'))
})
page.post('/people/{participantId}/sharing/{statementId}/decisions', { ...writing, takes: DecidePackage }, async (work, { participantId, statementId, ...said }) => {
  await decidePackage(work, statementId, said)
  return goTo(statementPage(participantId, statementId), t(`sharing.done.${said.decision}`))
})
page.post('/people/{participantId}/sharing/{statementId}/receipts', { ...writing, for: ['casework'], takes: HandOver }, async (work, { participantId, statementId, way }) => {
  await handOver(work, statementId, way)
  return goTo(statementPage(participantId, statementId), t('sharing.done.handed-over'))
})
page.post('/people/{participantId}/sharing/{statementId}/recalls', { ...writing, for: ['casework'], takes: RecallPackage }, async (work, { participantId, statementId, recallReason }) => {
  await recallPackage(work, statementId, recallReason)
  return goTo(statementPage(participantId, statementId), t('sharing.done.recalled'))
})
page.post('/people/{participantId}/sharing/{statementId}/errors', { ...writing, for: ['casework'], takes: NoteError }, async (work, { participantId, statementId, wrong }) => {
  await noteError(work, statementId, wrong)
  return goTo(statementPage(participantId, statementId), t('sharing.done.wrong'))
})
page.post('/people/{participantId}/sharing/{statementId}/tellings', { ...writing, for: ['casework'], takes: DecideTelling }, async (work, { participantId, statementId, ...said }) => {
  await decideTelling(work, statementId, said)
  return goTo(statementPage(participantId, statementId), t(`sharing.done.${said.telling}`))
})

/** The frozen page. Its name, and its title in a viewer, say "appointment". */
page.get('/people/{participantId}/sharing/{statementId}/report', { ...reading, for: ['casework'], shows: 'disclosure_package' }, async (work, { statementId }) =>
  giveFile({ bytes: await takeCopy(work, statementId), type: 'application/pdf', name: 'appointment.pdf', inline: true }))

/** Everything that was asked and told, for those who oversee: by recipient, without a name. */
page.get('/disclosures', { does: 'consult', shows: 'disclosure_statement', for: ['oversight'], takes: z.object({ before: field.id('sharing.field.before').optional() }) }, async (work, { before }) => {
  const { shown, inAll, older } = await standingsRead(work, before)
  if (before !== undefined && shown.length === 0) throw refuse('not-found')
  return show({ title: t('sharing.all.title'), body: <>
    <PageHead title={t('sharing.all.title')} sub={t('sharing.all.sub')} />
    {shown.length === 0 ? <Empty>{t('sharing.all.none')}</Empty> : <>
      {inAll > shown.length && <p class="ds-paragraph muted">{t('sharing.all.some', { count: inAll, shown: shown.length, from: say.day(shown.at(-1)!.asked_on), until: say.day(shown[0]!.asked_on) })} {before !== undefined && <Link href={disclosuresPage}>{t('sharing.all.latest')}</Link>}</p>}
      <Standings all={shown} today={work.today} />
    </>}
    <Pager next={older > 0 ? `${disclosuresPage}?before=${shown.at(-1)!.statement}` : undefined} />
  </> })
})

async function showSharing(work: Work, { participantId }: Here) {
  const [name, mayRead, mayWrite] = [await nameHere(work), await mayHere(work, 'read'), await mayHere(work, 'write')]
  if (!mayRead) throw refuse('not-found')
  const [all, rules] = [await standingsOf(work, work.about), await rulesInForce(work)]
  return show({ title: t('sharing.title'), body: <Narrow>
    {name && <Crumbs above={[{ href: `/people/${participantId}`, label: name }]} here={t('sharing.title')} />}
    <PageHead title={t('sharing.title')} sub={t('sharing.sub')} actions={mayWrite && <ButtonLink href={newStatementPage(participantId)}>{t('sharing.new')}</ButtonLink>} />
    {all.length === 0 ? <Empty>{t(await readsAllHere(work) ? 'sharing.none' : 'sharing.none.own')}</Empty> : <Standings all={all} today={work.today} />}
    <h2 class="ds-heading" data-size="xs">{t('sharing.law')}</h2>
    <ul class="ds-list">{rules.map(({ kind, rule }) => <li><b>{t(`sharing.kind.${kind}`)}</b>: {rule ? <>{asksSaid(rule)} <span dir="auto">{rule.decision}</span> (<span dir="auto">{rule.basis}</span>)</> : t('sharing.law.none')}</li>)}</ul>
  </Narrow> })
}

async function rulesInForce(work: Work) {
  const rules = await rulesWritten(work)
  return recipientKinds.map((kind) => ({ kind, rule: rules.find((rule) => rule.kind === kind) }))
}

function Standings({ all, today }: { all: Standing[], today: Day }) {
  return <Table caption={t('sharing.title')} captionHidden columns={[t('sharing.list.recipient'), t('sharing.field.asked-on'), t('sharing.list.state')].map((label) => ({ label }))}
    rows={all.map((one) => [<Link href={statementPage(one.person, one.statement)}><span dir="auto">{one.authority}</span></Link>, say.day(one.asked_on), standingSaid(one, today)])} />
}

async function newForm(work: Work, { participantId, kind: wished }: Here & { kind?: RecipientKind | undefined }, attempt?: Attempt) {
  const name = await nameHere(work)
  if (!await mayHere(work, 'write')) throw refuse('not-found')
  const rules = await rulesInForce(work)
  const telling = rules.filter(({ rule }) => rule?.reportAsked)
  // Where the law lets one kind of authority alone be told, it is that one; whoever else asks has a shorter form, one step away.
  const only = telling.length === 1 ? wished ?? recipientKinds.find((one) => one === attempt?.values['kind']) ?? telling[0]!.kind : undefined
  const lets = only ? telling.filter(({ kind }) => kind === only) : telling
  const canLeave = lets.length > 0
  const above = [...(name ? [{ href: `/people/${participantId}`, label: name }] : []), { href: sharingPage(participantId), label: t('sharing.title') }]
  return show({ title: t('sharing.new'), body: <Narrow>
    <Crumbs above={above} here={t('sharing.new')} />
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('sharing.new')} sub={t(canLeave ? 'sharing.new.sub' : 'sharing.new.none-can.sub')} />
    {canLeave ? <Notice kind="info">{t('sharing.new.nothing-leaves')}</Notice> : <Notice kind="care" title={t('sharing.new.none-can.title')}>{t(only ? 'sharing.new.none-can.kind' : 'sharing.new.none-can', only ? { kind: t(`sharing.kind.${only}`) } : {})}</Notice>}
    <Form action={newStatementPage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      {only ? <DecidedKind rules={rules} kind={only} at={newStatementPage(participantId)} />
        : <Choice name="kind" label={t('sharing.field.kind')} attempt={attempt} required options={rules.map(({ kind, rule }) => ({ value: kind, label: t(`sharing.kind.${kind}`), hint: lawSaid(rule) }))} />}
      <TextField name="authority" label={t('sharing.field.authority')} attempt={attempt} required />
      <TextField name="recipientFunction" label={t('sharing.field.function')} hint={t('sharing.field.function.hint')} attempt={attempt} required />
      <TextField name="reference" label={t('sharing.field.reference')} attempt={attempt} />
      <TextField name="askedBy" label={t('sharing.field.asked-by')} hint={t('sharing.field.asked-by.hint')} attempt={attempt} required />
      <DayField name="askedOn" label={t('sharing.field.asked-on')} attempt={attempt} required />
      <DayField name="answerBy" label={t('sharing.field.answer-by')} attempt={attempt} />
      <TextArea name="purpose" label={t('sharing.field.purpose')} hint={t('sharing.field.purpose.hint')} attempt={attempt} rows={3} most={2000} readers={t('sharing.readers')} required />
      <Hidden name="items" value="taking-part" />
      {canLeave && <WhatAndWhy attempt={attempt} mayTellEnding={lets.some(({ rule }) => rule?.endingAsked)} />}
      <Submit label={t('sharing.new.do')} draft cancel={{ href: sharingPage(participantId), label: t('sharing.back') }} />
    </Form>
  </Narrow> })
}

function lawSaid(rule: Rule | undefined): string {
  return rule ? asksSaid(rule) : t('sharing.law.none')
}

/** For whom it is, with the law about it; and the way to the form of whoever else asks. */
function DecidedKind({ rules, kind, at }: { rules: Awaited<ReturnType<typeof rulesInForce>>, kind: RecipientKind, at: string }) {
  const others = rules.filter((one) => one.kind !== kind)
  return <div>
    <Hidden name="kind" value={kind} />
    <p class="ds-paragraph">{t('sharing.field.kind')}: <b>{t(`sharing.kind.${kind}`)}</b>. {lawSaid(rules.find((one) => one.kind === kind)?.rule)}</p>
    {others.map((one) => <p class="ds-paragraph"><Link href={`${at}?kind=${one.kind}`}>{t('sharing.new.other-kind', { kind: t(`sharing.kind.${one.kind}`) })}</Link></p>)}
  </div>
}

/** Only where something could leave: why that decision needs it, and how little would do. That somebody took part is the report itself, so that is not asked. */
function WhatAndWhy({ attempt, mayTellEnding }: { attempt: Attempt | undefined, mayTellEnding: boolean }) {
  const besides = mayTellEnding ? ['meetings', 'ending'] as const : ['meetings'] as const
  return <>
    <TextArea name="necessity" label={t('sharing.field.necessity')} hint={t('sharing.field.necessity.hint')} attempt={attempt} rows={3} most={2000} required />
    <Several name="items" label={t('sharing.field.items-too')} hint={t('sharing.field.items-too.hint')} attempt={attempt} options={besides.map((value) => ({ value, label: t(`sharing.item.${value}`), hint: t(`sharing.item.${value}.hint`) }))} />
  </>
}
