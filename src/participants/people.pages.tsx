import { z } from 'zod'
import { roleName } from '../access/index.ts'
import { field, pageDoors, show } from '../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, Empty, Link, PageHead, Table, TextField } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { peoplePage, personPage, registerPage } from './addresses.ts'
import { mayUseRegister, myPeople, searchRegister } from './participants.queries.ts'
import { stateSaid } from './said.ts'
import { t } from './words.ts'

const page = pageDoors()
export const participantPages = page

/** The people one works with, and nobody else. */
page.get('/people', { does: 'consult', shows: 'identity_name' }, async (work) => {
  const people = await myPeople(work)
  const isCoordinator = await mayUseRegister(work)
  const rows = people.map((one) => [<Link href={personPage(one.public_id)}>{one.name}</Link>, one.unit ?? '', one.stopped && one.state !== 'ended' ? t('person.state.stopped') : stateSaid(one.state), one.until_at === null ? roleName(one.role) : t('person.list.until', { role: roleName(one.role), when: say.moment(one.until_at) })])
  return show({ title: t('person.list.title'), body: <>
    <PageHead title={t('person.list.title')} sub={t('person.list.sub', { count: people.length })} actions={isCoordinator && <ButtonLink secondary href={registerPage}>{t('person.register.title')}</ButtonLink>} />
    {rows.length === 0 ? <Empty>{isCoordinator ? t('person.list.empty-coordinator') : t('person.list.empty')}</Empty>
      : <Table caption={t('person.list.title')} captionHidden columns={[t('person.field.name'), t('person.unit'), t('person.state'), t('person.my-role')].map((label) => ({ label }))} rows={rows} />}
  </> })
})

/** The only search over the whole service: by name or number, for coordinators, written in the log with everybody it showed. */
page.get('/register', { does: 'consult', shows: 'register', takes: z.object({ words: field.line('person.register.words').optional() }) }, async (work, { words }) => {
  if (!await mayUseRegister(work)) throw refuse('not-found')
  return show({ title: t('person.register.title'), body: <>
    <Crumbs above={[{ href: peoplePage, label: t('person.list.title') }]} here={t('person.register.title')} />
    <PageHead title={t('person.register.title')} sub={t('person.register.sub')} />
    <Block title={t('person.register.do')} size="xs"><form class="form" method="get" action={registerPage} role="search" autocomplete="off">
      <TextField name="words" type="search" label={t('person.register.words')} value={words ?? ''} required />
      <div class="submit"><button class="ds-button" type="submit">{t('person.register.do')}</button></div>
    </form></Block>
    {words !== undefined && await Found({ work, words })}
  </> })
})

const mostFound = 25

async function Found({ work, words }: { work: Work, words: string }) {
  const found = await searchRegister(work, words, mostFound)
  if (found.length === 0) return <Empty>{t('person.register.nobody')}</Empty>
  const rows = found.map((one) => [
    one.public_id === null ? one.name : <Link href={personPage(one.public_id)}>{one.name}</Link>, one.number ?? '', one.born_year === null ? '' : String(one.born_year), one.unit ?? '', say.list(one.coordinators)])
  return <>
    <Table caption={t('person.register.found', { count: found.length })} columns={[t('person.field.name'), t('person.field.number'), t('person.born-year'), t('person.unit'), t('person.coordinators')].map((label) => ({ label }))} rows={rows} />
    {found.length === mostFound && <p class="ds-paragraph" data-size="sm">{t('person.register.more')}</p>}
  </>
}
