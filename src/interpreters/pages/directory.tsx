import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { ButtonLink, Crumbs, Empty, ErrorSummary, Form, Link, Narrow, PageHead, Select, Several, Submit, Table, TextField } from '../../platform/page/index.ts'
import { languageOptions } from '../../participants/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { closeInterpreterPage, directoryPage, newInterpreterPage, spokenPage } from '../addresses.ts'
import { genders } from '../interpreter.ts'
import { interpreterByPublicId, languagesOfMine, openInterpreters } from '../interpreters.queries.ts'
import { keepsDirectory } from '../interpreters.verbs.ts'
import { t } from '../words.ts'

/** Who can be booked, and in which languages; nothing of whom they interpret for. */
export async function directory(work: Work) {
  const [all, keeps] = [await openInterpreters(work), keepsDirectory(work)]
  return show({ title: t('interpreters.title'), body: <>
    <PageHead title={t('interpreters.title')} sub={t('interpreters.sub')} actions={keeps && <ButtonLink href={newInterpreterPage}>{t('interpreters.new.title')}</ButtonLink>} />
    {all.length === 0 ? <Empty>{t(keeps ? 'interpreters.none.add' : 'interpreters.none')}</Empty>
      : <Table caption={t('interpreters.title')} captionHidden columns={[{ label: t('interpreters.field.name') }, { label: t('interpreters.field.languages') }, { label: t('interpreters.field.reach') }, ...(keeps ? [{ label: t('interpreters.change') }] : [])]}
        rows={all.map((one) => [<><span dir="auto">{one.name}</span>{one.agency !== '' && <><br /><span class="muted" dir="auto">{one.agency}</span></>}</>, say.beside([say.list(one.languages.map(say.language)), one.gender === null ? '' : t(`interpreters.gender.${one.gender as (typeof genders)[number]}`)].filter(Boolean)),
          <span dir="auto">{one.reach}</span>, ...(keeps ? [<Link href={closeInterpreterPage(one.public_id)}>{t('interpreters.close')}<span class="ds-sr-only"> {one.name}</span></Link>] : [])])} />}
    <p class="ds-paragraph beside"><Link href={spokenPage}>{t('interpreters.spoken.title')}</Link></p>
  </> })
}

export async function addForm(work: Work, _: object, attempt?: Attempt) {
  if (!keepsDirectory(work)) throw refuse('not-found')
  return show({ title: t('interpreters.new.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: directoryPage, label: t('interpreters.title') }]} here={t('interpreters.new.title')} />
    <PageHead title={t('interpreters.new.title')} sub={t('interpreters.new.sub')} />
    <Form action={newInterpreterPage} keys={keysOf(work)}>
      <TextField name="name" label={t('interpreters.field.name')} attempt={attempt} required />
      <TextField name="agency" label={t('interpreters.field.agency')} attempt={attempt} />
      <TextField name="reach" label={t('interpreters.field.reach')} attempt={attempt} required />
      <Select name="gender" label={t('interpreters.field.gender')} hint={t('interpreters.field.gender.hint')} attempt={attempt} options={genders.map((value) => ({ value, label: t(`interpreters.gender.${value}`) }))} />
      <Several name="languages" label={t('interpreters.field.languages')} attempt={attempt} options={languageOptions()} />
      <Submit label={t('interpreters.new.do')} cancel={{ href: directoryPage, label: t('interpreters.back') }} />
    </Form>
  </Narrow> })
}

export async function closeForm(work: Work, { interpreterId }: { interpreterId: string }, attempt?: Attempt) {
  const found = keepsDirectory(work) ? await interpreterByPublicId(work, interpreterId) : undefined
  if (!found) throw refuse('not-found')
  return show({ title: t('interpreters.close.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: directoryPage, label: t('interpreters.title') }]} here={found.name} />
    <PageHead title={t('interpreters.close.title')} sub={t('interpreters.close.sub')} />
    <Form action={closeInterpreterPage(interpreterId)} keys={keysOf(work)}>
      <TextField name="why" label={t('interpreters.field.why')} attempt={attempt} required />
      <Submit label={t('interpreters.close.do')} cancel={{ href: directoryPage, label: t('interpreters.back') }} />
    </Form>
  </Narrow> })
}

/** Which languages the reader speaks: theirs, and read by nobody else. */
export async function spokenForm(work: Work, _: object, attempt?: Attempt) {
  const mine = await languagesOfMine(work)
  return show({ title: t('interpreters.spoken.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: directoryPage, label: t('interpreters.title') }]} here={t('interpreters.spoken.title')} />
    <PageHead title={t('interpreters.spoken.title')} sub={t('interpreters.spoken.sub')} />
    <Form action={spokenPage} keys={keysOf(work)}>
      <Several name="languages" label={t('interpreters.field.spoken')} attempt={attempt} chosen={mine} options={languageOptions(mine)} />
      <Submit label={t('interpreters.spoken.do')} />
    </Form>
  </Narrow> })
}
