import { z } from 'zod'
import { addDays } from '../platform/day.ts'
import { field, pageDoors, show } from '../platform/doors/index.ts'
import { ButtonLink, Crumbs, Empty, Narrow, Notice, PageHead, Pager, Timeline } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import type { OwnLine } from './audit.queries.ts'
import { checkSeals, readLog, readOwnLog } from './audit.verbs.ts'
import { cursorForm, cursorIn } from './cursor.ts'
import { aboutWhom, colleaguesByName } from './audit.queries.ts'
import { LogFilter, LogTable, SealTable } from './log-table.tsx'
import { gathered, type Gathered } from './gather.ts'
import { ownPurposeIn, rolesIn, whatIn } from './say-line.ts'
import { t } from './words.ts'

const page = pageDoors()
export const auditPages = page

export const logPage = '/log'
export const ownLogPage = '/own/log'
const sealsPage = '/log/seals'

/** A month: the whole log is read anew for what this page says. */
const daysShown = 31

export function logAboutPage(participantId: string): string { return `${logPage}/people/${participantId}` }

const before = field.line('audit.field.before').regex(cursorForm).optional()
export const AskLog = z.object({
  colleague: field.id('audit.field.colleague').optional(), from: field.day('audit.field.from').optional(), until: field.day('audit.field.until').optional(),
  operation: field.choice('audit.field.operation', ['collect', 'alter', 'consult', 'disclose', 'combine', 'erase']).optional(),
  door: field.line('audit.field.door').optional(), about: field.choice('audit.field.about', aboutWhom).optional(), before,
})

export type Asked = z.output<typeof AskLog>

page.get('/log', { does: 'consult', shows: 'access_log', for: ['oversight'], takes: AskLog }, (work, asked) => log(work, asked, logPage, t('audit.log.title')))
page.get('/log/people/{participantId}', { does: 'consult', shows: 'access_log', for: ['oversight'], about: 'participantId', takes: AskLog },
  (work, { participantId, ...asked }) => log(work, asked, logAboutPage(participantId), t('audit.log.about-one')))

page.get('/log/seals', { does: 'consult', shows: 'access_log', for: ['oversight'] }, async (work) => {
  const seals = await checkSeals(work, addDays(work.today, -daysShown))
  const broken = seals.filter(({ fits }) => !fits).length
  return show({ title: t('audit.seals.title'), body: <>
    <Crumbs above={[{ href: logPage, label: t('audit.log.title') }]} here={t('audit.seals.title')} />
    <PageHead title={t('audit.seals.title')} sub={t('audit.seals.sub')} />
    {broken > 0 && <Notice kind="care">{t('audit.seals.alarm', { count: broken })}</Notice>}
    {seals.length === 0 ? <Empty>{t('audit.seals.empty')}</Empty> : <SealTable seals={seals} />}
  </> })
})

page.get('/own/log', { does: 'consult', shows: 'access_log', for: ['person'], takes: z.object({ before }) }, async (work, asked) => {
  const { lines, next } = await readOwnLog(work, cursorIn(asked.before))
  return show({ title: t('audit.own.title'), body: <Narrow>
    <PageHead title={t('audit.own.title')} sub={t('audit.own.sub')} />
    {lines.length === 0 ? <Empty>{t('audit.own.empty')}</Empty> : <Timeline items={gathered(lines, work.timeZone).map(happening)} />}
    <Pager next={next && `${ownLogPage}?before=${encodeURIComponent(next)}`} />
    <p class="ds-paragraph muted" data-size="sm">{t('audit.own.names')}</p>
  </Narrow> })
})

async function log(work: Work, { before, ...asked }: Asked, address: string, title: string) {
  const { lines, next, people } = await readLog(work, { ...asked, before: cursorIn(before) })
  const asking = Object.entries({ ...asked, before: next }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]))
  const further = next && `${address}?${new URLSearchParams(asking).toString()}`
  return show({ title, wide: true, body: <>
    <PageHead title={title} sub={t('audit.log.sub')} actions={work.actor.roles.includes('data_protection_officer') && <ButtonLink secondary href={sealsPage}>{t('audit.seals.title')}</ButtonLink>} />
    <LogFilter action={address} asked={asked} colleagues={await colleaguesByName(work)} />
    {lines.length === 0 ? <Empty>{t('audit.log.empty')}</Empty> : <LogTable lines={lines} people={people} pageOf={logAboutPage} />}
    <Pager next={further} />
  </> })
}

function happening({ line, times, first, last }: Gathered<OwnLine>) {
  return { when: whenIn({ times, first, last }), dateTime: last, title: whoIn(line), body: <>
    <p>{whatIn(line)}{line.recipient && ` ${t('audit.to', { recipient: line.recipient })}`}</p>
    <p class="muted">{t('audit.own.why', { purpose: ownPurposeIn(line) })}</p>
  </> }
}

function whenIn({ times, first, last }: Pick<Gathered<OwnLine>, 'times' | 'first' | 'last'>): string {
  if (times === 1) return say.moment(last)
  const isAtOnce = say.time(first) === say.time(last)
  return isAtOnce ? t('audit.own.times', { count: times, moment: say.moment(first) }) : t('audit.own.times-until', { count: times, moment: say.moment(first), until: say.time(last) })
}

function whoIn(line: OwnLine): string {
  if (line.actor_kind === 'machine') return t('audit.own.house')
  return line.name === null ? t('audit.own.role', { role: rolesIn(line) }) : t('audit.own.who', { name: line.name, role: rolesIn(line) })
}
