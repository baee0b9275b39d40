import type { Child } from 'hono/jsx'
import { addMinutes, dayAt } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { mayFor } from '../access/index.ts'
import { languagesIn } from '../participants/index.ts'
import { debriefPage, interpretersOfPage } from './addresses.ts'
import { covers, isNeeded } from './interpreter.ts'
import { aboutMySessions, bookingsOf, languagesOfMine, sessionsAhead, type ToDo } from './interpreters.queries.ts'
import { t } from './words.ts'

/** Of one's own sessions: nobody is booked though somebody is needed, somebody is booked in vain, or was not offered a talk afterwards. */
export async function interpretersDue(work: Work): Promise<Due[]> {
  if (work.actor.kind !== 'colleague') return []
  const sessions = (await aboutMySessions(work)).filter(({ participant_id: id }) => work.about === 0 || id === work.about)
  const spoken = sessions.some(({ kind }) => kind === 'ahead') ? await languagesOfMine(work) : []
  return sessions.flatMap((one) => dueOf(work, one, spoken))
}

function dueOf(work: Work, one: ToDo, spoken: readonly string[]): Due[] {
  const due = { on: dayAt(one.starts_at, work.timeZone), at: one.starts_at, about: one.name, href: interpretersOfPage(one.person) }
  const name = one.interpreter ?? ''
  if (one.kind === 'debrief') return [{ ...due, says: t('interpreters.due.debrief'), href: debriefPage(one.person, one.booking ?? ''), because: t('interpreters.due.debrief.because', { name }) }]
  if (one.kind === 'in-vain') return [{ ...due, says: t('interpreters.due.in-vain'), because: t('interpreters.due.in-vain.because', { name }) }]
  if (one.kind === 'paused' || one.kind === 'closed') return [{ ...due, says: t(one.kind === 'paused' ? 'interpreters.due.in-vain' : 'interpreters.due.closed'), because: t(`interpreters.due.${one.kind}.because`, { name }) }]
  const languages = languagesIn((one.languages ?? []).join(', '))
  if (one.from_at && one.until_at) {
    const holds = covers({ from: one.from_at, until: one.until_at }, { from: one.starts_at, until: addMinutes(one.starts_at, one.minutes) })
    return holds ? [] : [{ ...due, says: t('interpreters.due.other-time'), because: t('interpreters.due.other-time.because', { name, when: say.moment(one.from_at) }) }]
  }
  if (!isNeeded({ languages, asks: one.needs_interpreter ?? false }, spoken)) return []
  return [{ ...due, says: t('interpreters.due.nobody'), because: languages.length > 0 ? t('interpreters.speaks', { languages: say.list(languages.map(say.language)) }) : t('interpreters.due.asks') }]
}

/** On the person's page: who interprets next, and the way to everything about it. */
export async function interpretersGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  if (!await mayFor(work, 'read', 'access_needs')) return undefined
  const next = (await sessionsAhead(work, participantId)).find(({ interpreter }) => interpreter !== null)
  return { place: 'aside', order: 85, body: <Block title={t('interpreters.of.title')} size="xs">
    <p class="ds-paragraph" data-size="sm">{next ? t('interpreters.glance.next', { name: next.interpreter ?? '', when: say.moment(next.starts_at) }) : t('interpreters.glance.none')} <Link href={interpretersOfPage(publicId)}>{t('interpreters.glance.all')}</Link></p>
  </Block> }
}

/** Beside who can read: who was in the room, or will be, and reads nothing. */
export async function interpretersInTheRoom(work: Work, participantId: number): Promise<Child> {
  const there = (await bookingsOf(work, participantId)).filter(({ cancelled_at: cancelled }) => cancelled === null)
  if (there.length === 0) return undefined
  return <Block title={t('interpreters.in-room')}>
    <p class="ds-paragraph">{t('interpreters.in-room.what')}</p>
    <ul class="plain">{there.map(({ name, from_at: at }) => <li dir="auto">{t('interpreters.in-room.one', { name, when: say.moment(at) })}</li>)}</ul>
  </Block>
}
