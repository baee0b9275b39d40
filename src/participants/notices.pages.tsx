import { z } from 'zod'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Block, Crumbs, DetailsFold, ErrorSummary, Form, Link, Narrow, PageHead, Select, Submit, Table, TextArea } from '../platform/page/index.ts'
import { installedLanguages, say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { noticesPage } from './addresses.ts'
import { noticesNow, versionsOf, writeNotice, type Notice } from './notices.verbs.ts'
import { noticeKinds, WriteNotice } from './participants.input.ts'
import { kindSaid, languageOptions, waySaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const noticePages = page

const kept = { shows: 'accounts_and_settings', for: ['administrator'] } as const

/** The texts that people are told before they answer: texts of the service, kept by the administrator, each version for ever. */
page.get('/notices', { ...kept, does: 'consult' }, async (work) => {
  const notices = await noticesNow(work)
  const rows = noticeKinds.flatMap((kind) => notices.filter((one) => one.kind === kind).map((one) => [
    <Link href={`${noticesPage}/text?kind=${kind}&language=${one.language}`}>{kindSaid(kind)}</Link>, say.language(one.language), String(one.version), one.spoken === '' ? t('notice.spoken-none') : t('notice.spoken-there')]))
  const without = installedLanguages().map(({ code }) => code).filter((code) => !notices.some(({ kind, language }) => kind === 'asking' && language === code))
  return show({ title: t('notice.title'), body: <Narrow>
    <Crumbs above={[{ href: '/service', label: t('notice.service') }]} here={t('notice.title')} />
    <PageHead title={t('notice.title')} sub={t('notice.sub')} />
    <Table caption={t('notice.title')} captionHidden columns={[t('notice.field.kind'), t('notice.field.language'), t('notice.version'), t('notice.field.spoken')].map((label) => ({ label }))} rows={rows} />
    {without.length > 0 && <p class="ds-paragraph">{t('notice.without', { languages: say.list(without.map(say.language)) })}</p>}
    <p class="ds-paragraph beside"><Link href={`${noticesPage}/text`}>{t('notice.new')}</Link></p>
  </Narrow> })
})

const Which = z.object({ kind: field.choice('notice.field.kind', noticeKinds).optional(), language: field.line('notice.field.language', 20).optional() })

page.get('/notices/text', { ...kept, does: 'consult', takes: Which }, (work, which) => oneText(work, which))
page.post('/notices/text', { ...kept, does: 'alter', takes: WriteNotice, again: (work, _, attempt) => oneText(work, {}, attempt) }, async (work, written) => {
  await writeNotice(work, written)
  return goTo(noticesPage, t('notice.written'))
})

async function oneText(work: Work, { kind, language }: { kind?: string | undefined, language?: string | undefined }, attempt?: Attempt) {
  const versions = kind && language ? await versionsOf(work, kind, language) : []
  const [now, ...before] = versions
  return show({ title: t('notice.text'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: noticesPage, label: t('notice.title') }]} here={t('notice.text')} />
    <PageHead title={t('notice.text')} sub={now ? t('notice.now', { kind: kindSaid(now.kind), language: say.language(now.language), version: now.version }) : t('notice.text.sub')} />
    <Form action={`${noticesPage}/text`} keys={keysOf(work)}>
      <Select name="kind" label={t('notice.field.kind')} attempt={attempt} value={kind ?? ''} required options={noticeKinds.map((value) => ({ value, label: kindSaid(value) }))} />
      <Select name="language" label={t('notice.field.language')} attempt={attempt} value={language ?? ''} required options={languageOptions(installedLanguages().map(({ code }) => code))} />
      <TextArea name="written" label={t('notice.field.written')} hint={t('notice.written.hint')} attempt={attempt} value={now?.written ?? ''} rows={8} most={10_000} required />
      <TextArea name="easyRead" label={t('notice.field.easy')} hint={t('notice.easy.hint')} attempt={attempt} value={now?.easy_read ?? ''} rows={5} most={4000} required />
      <TextArea name="spoken" label={t('notice.field.spoken')} hint={t('notice.spoken.hint')} attempt={attempt} value={now?.spoken ?? ''} rows={5} most={10_000} />
      <Submit label={t('notice.do')} cancel={{ href: noticesPage, label: t('person.back') }} />
    </Form>
    {before.length > 0 && <Block title={t('notice.before')} size="xs">{before.map((one) => <DetailsFold summary={t('notice.one-before', { version: one.version, who: one.made_by ?? t('notice.with-the-program'), when: one.made_at ? say.moment(one.made_at) : '' })}><NoticeTexts notice={one} /></DetailsFold>)}</Block>}
  </Narrow> })
}

/** A text in its own language and direction, in the three ways of telling it. */
export function NoticeTexts({ notice }: { notice: Notice }) {
  const ways = [['written', notice.written], ['easy-read', notice.easy_read], ['spoken', notice.spoken]] as const
  return <>{ways.filter(([, text]) => text !== '').map(([way, text]) => <><p class="ds-paragraph"><b>{waySaid(way)}</b></p><p class="ds-paragraph prose" lang={notice.language} dir="auto">{text}</p></>)}</>
}
