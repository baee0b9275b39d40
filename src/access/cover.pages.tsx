import { z } from 'zod'
import { colleaguesAppointedAs } from '../people/index.ts'
import type { Attempt } from '../platform/attempt.ts'
import { field, goTo, keysOf, pageDoors, show } from '../platform/doors/index.ts'
import { Choice, Crumbs, DayField, Empty, ErrorSummary, Form, Hidden, Link, Narrow, PageHead, Submit, TextField, Ticks } from '../platform/page/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { appointmentsToday, assignmentsOfMyUnits } from './access.queries.ts'
import { cover } from './access.verbs.ts'
import { namesOfPeople } from './names-of-people.ts'
import { roleName } from './roles.ts'
import { t } from './words.ts'

export const page = pageDoors()

/** Somebody is ill: who takes their place, with whom, until when. */
export const coverPage = '/cover'

const For = z.object({ for: z.string().max(64).optional() })
/** One tick a person; the number is the place in the list, the field beside it says which assignment that is. */
const Covering = z.object({
  for: field.id('access.field.absent'), by: field.id('access.field.by'), until: field.day('access.field.until'), untilTime: field.time('access.field.until-time').optional(),
  people: z.array(z.object({ ticked: z.boolean(), assignment: z.string().max(64) })).max(500).meta({ label: 'access.field.people' }),
})

page.get('/cover', { does: 'consult', shows: 'identity_name', takes: For }, (work, { for: absent }, attempt) => absent ? coverForm(work, absent, attempt) : chooseAbsent(work))
page.post('/cover', { does: 'alter', shows: 'identity_name', takes: Covering, again: (work, _, attempt) => coverForm(work, attempt?.values['for'] ?? '', attempt) }, async (work, { for: absentId, by, until, untilTime, people }) => {
  const { absent, candidates } = await standing(work, absentId)
  const chosen = candidates.find(({ public_id }) => public_id === by)
  if (!chosen) throw refuse('cannot-cover', { role: roleName(absent[0]!.role) })
  const count = await cover(work, { absentId: absent[0]!.colleague_id, byId: chosen.id, until, untilTime, assignmentIds: people.filter(({ ticked }) => ticked).map(({ assignment }) => assignment) })
  return goTo(coverPage, t('access.cover.done', { count, by: chosen.name, name: absent[0]!.name }))
})

/** Everybody who works with somebody in the actor's units, with how many. */
async function chooseAbsent(work: Work) {
  const all = await assignmentsOfMyUnits(work)
  const colleagues = [...new Map(all.map((one) => [one.colleague_public_id, one])).values()]
  return show({ title: t('access.cover.title'), body: <Narrow>
    <PageHead title={t('access.cover.title')} sub={t('access.cover.how')} />
    {colleagues.length === 0 ? <Empty>{t('access.cover.none')}</Empty> : <>
      <h2 class="ds-heading" data-size="xs">{t('access.cover.who')}</h2>
      <ul class="tasks">{colleagues.map((one) => <li>
        <span class="due-what"><Link href={`${coverPage}?for=${one.colleague_public_id}`}>{one.name}</Link><span class="muted">{rolesOf(all, one.colleague_id)}</span></span>
        <span class="ds-tag" data-color="neutral">{t('access.cover.people', { count: all.filter(({ colleague_id }) => colleague_id === one.colleague_id).length })}</span>
      </li>)}</ul>
    </>}
  </Narrow> })
}

type Running = Awaited<ReturnType<typeof assignmentsOfMyUnits>>

function rolesOf(all: Running, colleagueId: number): string {
  return [...new Set(all.filter(({ colleague_id }) => colleague_id === colleagueId).map(({ role }) => roleName(role)))].join(', ')
}

/** The absent colleague's assignments in the actor's units, and who is appointed to do the same. */
async function standing(work: Work, absentId: string) {
  const all = await assignmentsOfMyUnits(work)
  const absent = all.filter(({ colleague_public_id }) => colleague_public_id === absentId)
  if (absent.length === 0) throw refuse('not-found')
  const found = new Map<number, Awaited<ReturnType<typeof colleaguesAppointedAs>>[number]>()
  for (const role of new Set(absent.map((one) => one.role))) for (const one of await colleaguesAppointedAs(work, role)) found.set(one.id, one)
  found.delete(absent[0]!.colleague_id)
  const candidates = [...found.values()].sort((one, other) => one.name.localeCompare(other.name))
  return { absent, candidates: await Promise.all(candidates.map(async (one) => ({ ...one, because: await reasonsFor(work, one, all) }))) }
}

/** What speaks for somebody, in words and in the order of names: where they are appointed, and with how many people they work already. Nobody is ranked. */
async function reasonsFor(work: Work, { id, title }: { id: number, title: string }, all: Running): Promise<string> {
  const units = new Set((await appointmentsToday(work, id)).flatMap(({ unit }) => unit ?? []))
  const people = new Set(all.filter(({ colleague_id }) => colleague_id === id).map(({ participant_id }) => participant_id))
  return [title, ...units, people.size === 0 ? t('access.cover.load-none') : t('access.cover.load', { count: people.size })].filter(Boolean).join(', ')
}

async function coverForm(work: Work, absentId: string, attempt?: Attempt) {
  const { absent, candidates } = await standing(work, absentId)
  const names = new Map((await namesOfPeople(work, absent.map(({ participant_id }) => participant_id))).map(({ participant_id, name }) => [participant_id, name]))
  const name = absent[0]!.name
  return show({ title: t('access.cover.title'), body: <Narrow>
    <Crumbs above={[{ href: coverPage, label: t('access.cover.title') }]} here={name} />
    <PageHead title={t('access.cover.for', { name })} sub={t('access.cover.ends')} />
    <ErrorSummary attempt={attempt} />
    {candidates.length === 0 ? <Empty>{t('access.cover.nobody', { role: rolesOf(absent, absent[0]!.colleague_id) })}</Empty> : <Form action={coverPage} keys={keysOf(work)}>
      <Hidden name="for" value={absentId} />
      <Choice name="by" label={t('access.field.by')} attempt={attempt} required options={candidates.map(({ public_id, name: label, because }) => ({ value: public_id, label, hint: because }))} />
      <DayField name="until" label={t('access.field.until')} hint={t('access.cover.until.hint')} value={work.today} min={work.today} attempt={attempt} required />
      <TextField name="untilTime" label={t('access.field.until-time')} hint={t('access.cover.until-time.hint')} width="short" attempt={attempt} />
      {absent.map(({ public_id }, place) => <Hidden name={`people.${place}.assignment`} value={public_id} />)}
      <Ticks name="people" label={t('access.field.people')} attempt={attempt} required
        options={absent.map((one, place) => ({ name: `people.${place}.ticked`, label: names.get(one.participant_id) ?? t('access.cover.unnamed'), hint: roleName(one.role), checked: true }))} />
      <Submit label={t('access.cover.do')} cancel={{ href: coverPage, label: t('access.back') }} />
    </Form>}
  </Narrow> })
}
