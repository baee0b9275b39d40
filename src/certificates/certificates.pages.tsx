import type { Attempt } from '../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, DayField, Empty, ErrorSummary, Form, InARow, Link, Narrow, Notice, PageHead, Select, Submit, SummaryList, Table, TextArea, TextField, Tick } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { certificatePage, certificatesPage, newCertificatePage, withdrawalsPage } from './addresses.ts'
import { EnterCertificate, WithdrawCertificate } from './certificates.input.ts'
import { certificates, colleaguesToEnterFor, whatIKeep, type CertificateRow } from './certificates.queries.ts'
import { certificatesOnOffer, choiceOf, enterCertificate, theCertificate, titleSaid, withdrawCertificate } from './certificates.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const certificatePages = page

const kept = { shows: 'staff_record', for: ['casework', 'counts'] } as const
type Here = { certificateId: string }

/** Whose own staff record is theirs to read: the roles of access.yaml that read it "mine". */
export function keepsOwnCertificates(roles: readonly string[]): boolean {
  return ['facilitator', 'mentor', 'assessor', 'circle_volunteer', 'faith_contributor'].some((role) => roles.includes(role))
}

page.get('/account/certificates', { does: 'consult', shows: 'staff_record' }, async (work) => {
  const mine = await certificates(work).where('certificates.colleague_id', '=', work.actor.id).execute()
  return show({ title: t('certificates.own.title'), body: <Narrow>
    <Crumbs above={[{ href: '/account', label: t('certificates.account') }]} here={t('certificates.own.title')} />
    <PageHead title={t('certificates.own.title')} sub={t('certificates.own.sub')} />
    {mine.length === 0 ? <Empty>{t('certificates.own.none')}</Empty> : mine.map((one) => <Block title={titleSaid(one)} size="xs"><SummaryList answers={factsOf(work, one)} /></Block>)}
  </Narrow> })
})

page.get('/certificates', { ...kept, does: 'consult' }, async (work) => {
  const keeps = await whatIKeep(work)
  if (!keeps.reads) throw refuse('not-found')
  const all = await certificates(work).execute()
  return show({ title: t('certificates.title'), body: <>
    <PageHead title={t('certificates.title')} sub={t('certificates.sub')} actions={keeps.writes && <ButtonLink href={newCertificatePage}>{t('certificates.new.title')}</ButtonLink>} />
    {all.length === 0 ? <Empty>{t(keeps.writes ? 'certificates.none.enter' : 'certificates.none')}</Empty>
      : <Table caption={t('certificates.title')} captionHidden columns={[{ label: t('certificates.field.colleague') }, { label: t('certificates.field.what') }, { label: t('certificates.holds') }]}
        rows={all.map((one) => [<Link href={certificatePage(one.public_id)}>{one.name}</Link>, <>{titleSaid(one)}{one.equivalent_why !== null && <><br /><span class="muted">{t('certificates.equal')}</span></>}</>, holdsSaid(work, one)])} />}
  </> })
})

page.get('/certificates/new', { ...kept, does: 'consult' }, enterForm)
page.post('/certificates/new', { ...kept, does: 'collect', takes: EnterCertificate, again: enterForm }, async (work, sent) => goTo(certificatePage(await enterCertificate(work, sent)), t('certificates.new.done')))

async function enterForm(work: Work, _: object, attempt?: Attempt) {
  if (!(await whatIKeep(work)).writes) throw refuse('not-found')
  const [colleagues, offered] = [await colleaguesToEnterFor(work), certificatesOnOffer()]
  return show({ title: t('certificates.new.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: certificatesPage, label: t('certificates.title') }]} here={t('certificates.new.title')} />
    <PageHead title={t('certificates.new.title')} sub={t('certificates.new.sub')} />
    {colleagues.length === 0 || offered.length === 0 ? <Empty>{t(colleagues.length === 0 ? 'certificates.nobody-to-enter' : 'certificates.nothing-asked')}</Empty> : <Form action={newCertificatePage} keys={keysOf(work)}>
      <Select name="colleague" label={t('certificates.field.colleague')} attempt={attempt} required options={colleagues.map(({ public_id: value, name: label }) => ({ value, label }))} />
      <Select name="what" label={t('certificates.field.what')} hint={t('certificates.field.what.hint')} attempt={attempt} required options={offered.map((one) => ({ value: choiceOf(one), label: one.title }))} />
      <TextField name="issuer" label={t('certificates.field.issuer')} attempt={attempt} required />
      <InARow><DayField name="issuedOn" label={t('certificates.field.issued-on')} attempt={attempt} required /><DayField name="expiresOn" label={t('certificates.field.expires-on')} attempt={attempt} /></InARow>
      <Tick name="isEquivalent" label={t('certificates.field.is-equivalent')} attempt={attempt} />
      <TextField name="equivalentWhy" label={t('certificates.field.equivalent-why')} hint={t('certificates.field.equivalent-why.hint')} attempt={attempt} />
      <Submit label={t('certificates.new.do')} cancel={{ href: certificatesPage, label: t('certificates.back') }} />
    </Form>}
  </Narrow> })
}

page.get('/certificates/{certificateId}', { ...kept, does: 'consult' }, certificateOf)
page.post('/certificates/{certificateId}/withdrawals', { ...kept, does: 'alter', takes: WithdrawCertificate, again: certificateOf }, async (work, { certificateId, ...sent }) => {
  await withdrawCertificate(work, certificateId, sent)
  return goTo(certificatePage(certificateId), t('certificates.withdraw.done'))
})

async function certificateOf(work: Work, { certificateId }: Here, attempt?: Attempt) {
  const certificate = await theCertificate(work, certificateId)
  const mayWithdraw = certificate.withdrawn_on === null && (await colleaguesToEnterFor(work)).some(({ id }) => id === certificate.colleague_id)
  return show({ title: t('certificates.one'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: certificatesPage, label: t('certificates.title') }]} here={certificate.name} />
    <PageHead title={titleSaid(certificate)} sub={certificate.name} />
    {certificate.withdrawn_on !== null && <Notice kind="info" title={t('certificates.withdrawn', { day: say.day(certificate.withdrawn_on) })}>{certificate.withdrawn_why}</Notice>}
    <SummaryList answers={factsOf(work, certificate)} />
    {mayWithdraw && <Block title={t('certificates.withdraw.title')}>
      <p class="ds-paragraph">{t('certificates.withdraw.how')}</p>
      <Form action={withdrawalsPage(certificateId)} keys={keysOf(work)}>
        <DayField name="from" label={t('certificates.field.withdrawn-from')} value={work.today} attempt={attempt} required />
        <TextArea name="why" label={t('certificates.field.withdrawn-why')} attempt={attempt} rows={2} most={500} required />
        <Submit label={t('certificates.withdraw.do')} />
      </Form>
    </Block>}
  </Narrow> })
}

function factsOf(work: Work, one: CertificateRow) {
  return [
    { label: t('certificates.holds'), value: holdsSaid(work, one) }, { label: t('certificates.field.issuer'), value: <span dir="auto">{one.issuer}</span> },
    { label: t('certificates.field.issued-on'), value: say.day(one.issued_on) },
    ...(one.equivalent_why === null ? [] : [{ label: t('certificates.equal'), value: <span dir="auto">{one.equivalent_why}</span> }]),
    { label: t('certificates.entered'), value: one.entered_by === null ? say.moment(one.entered_at) : t('certificates.entered-by', { name: one.entered_by, when: say.moment(one.entered_at) }) },
  ]
}

function holdsSaid(work: Work, { expires_on: ends, withdrawn_on: withdrawn }: CertificateRow): string {
  if (withdrawn !== null) return t('certificates.withdrawn', { day: say.day(withdrawn) })
  if (ends === null) return t('certificates.no-end')
  return t(ends < work.today ? 'certificates.ran-out' : 'certificates.until', { day: say.day(ends) })
}
