import { addDays, dayAt, momentOf } from '../../platform/day.ts'
import type { Due } from '../../platform/due.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import { sessionsBetween } from '../../sessions/index.ts'
import { dueFor, inOrder } from './gathered.ts'
import { t } from './words.ts'

/** How many meetings with others are told: enough to know that somebody meets the person, and when. */
const mostOthers = 3

/** What is next with the one person that this work is about: what awaits the reader, and when others of the team meet them. */
export async function nextWith(work: Work): Promise<Due[]> {
  const until = momentOf(addDays(work.today, 60), '12:00', work.timeZone) ?? work.now
  const [mine, all] = await together([dueFor(work), sessionsBetween(work, work.now, until)])
  const others = all.filter(({ author_id: author }) => author !== work.actor.id).slice(0, mostOthers)
  return inOrder([...mine, ...others.map((one): Due => ({
    on: dayAt(one.starts_at, work.timeZone), at: one.starts_at, says: one.with ? t('myday.next-with', { name: one.with }) : t('myday.next-with.nobody'),
    href: `/people/${one.person}/sessions/${one.public_id}`, because: one.place || t('myday.next-with.because') }))])
}
