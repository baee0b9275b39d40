import { dayAt } from '../../platform/day.ts'
import type { Due } from '../../platform/due.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { answerPage, lonePage, outingPage } from '../addresses.ts'
import { t } from '../words.ts'
import { outingsAboutMe } from './lone.queries.ts'

/** Who is out alone: myself, those I look out for, and, before everything else, whoever has not come back. */
export async function loneDue(work: Work): Promise<Due[]> {
  const { mine, asked, lookingOut } = await outingsAboutMe(work)
  return [
    ...asked.map((one) => ({ on: dayAt(one.back_by, work.timeZone), at: one.back_by, ...askedSaid(work, one) })),
    ...(mine ? [{ on: dayAt(mine.back_by, work.timeZone), at: mine.back_by, says: t('safety.lone.due.mine'), href: lonePage, because: t('safety.lone.due.mine.because', { name: mine.lookout }), isNow: true }] : []),
    ...lookingOut.map((one) => ({ on: dayAt(one.back_by, work.timeZone), at: one.back_by, says: t('safety.lone.due.lookout', { name: one.name }), href: outingPage(one.public_id), because: t('safety.lone.due.lookout.because') })),
  ]
}

/** Whoever was asked stays asked when somebody taps for half an hour more, and reads that they did. */
function askedSaid(work: Work, { name, public_id: id, back_by: backBy }: Awaited<ReturnType<typeof outingsAboutMe>>['asked'][number]): Pick<Due, 'says' | 'href' | 'because' | 'isNow'> {
  if (backBy > work.now) return { says: t('safety.lone.due.longer', { name }), href: outingPage(id), because: t('safety.lone.due.longer.because', { time: say.time(backBy) }) }
  return { says: t('safety.lone.due.overdue', { name }), href: answerPage(id), because: t('safety.lone.due.overdue.because', { time: say.time(backBy) }), isNow: true }
}
