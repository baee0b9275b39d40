import { releasesOf } from '../../participants/index.ts'
import { dayAt } from '../../platform/day.ts'
import type { Due } from '../../platform/due.ts'
import { Link } from '../../platform/page/index.ts'
import { together } from '../../platform/together.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { recallsOf, returnsToKnow } from '../recall/recall.queries.ts'
import { t as recall } from '../recall/words.ts'
import { arriving, transfersOf, transfersToKnow, withoutCoordinator } from '../transfer/transfer.queries.ts'
import { t as transfer } from '../transfer/words.ts'
import { movesPage, takingPage } from './addresses.ts'
import { placesToFind } from './moves.queries.ts'
import { t } from './words.ts'

/** Who comes to a unit of mine, or came and has nobody there yet; of which move I was not told yet; whom the next unit has not taken over; which of my meetings need a place. */
export async function movesDue(work: Work): Promise<Due[]> {
  const isCoordinator = work.actor.roles.includes('coordinator')
  const [coming, alone, toKnow, toPlace, returns] = await together([isCoordinator ? arriving(work) : [], isCoordinator ? withoutCoordinator(work) : [], transfersToKnow(work), placesToFind(work), returnsToKnow(work)])
  return [
    ...coming.map((one) => ({ on: one.called_off_at === null ? one.moves_on : dayAt(one.called_off_at, work.timeZone), says: transfer(one.called_off_at === null ? 'transfer.due.take' : 'transfer.due.not-coming'), href: takingPage(one.person, one.transfer), about: one.name,
      because: transfer(one.called_off_at === null ? 'transfer.due.take.because' : 'transfer.due.not-coming.because', { to: one.to_unit, from: one.from_unit }) })),
    ...alone.map((one) => ({ on: one.on, says: transfer('transfer.due.alone'), href: `/people/${one.public_id}/team`, about: one.name, because: transfer('transfer.due.alone.because', { unit: one.unit, day: say.day(one.on) }) })),
    ...toKnow.map((one) => ({ on: one.on, says: transfer(`transfer.due.${one.what}`, { unit: one.unit }), href: movesPage(one.public_id), about: one.name, because: transfer(`transfer.due.${one.what}.because`, { day: say.day(one.moves_on) }) })),
    ...returns.map((one) => ({ on: one.on, says: recall(`recall.due.${one.what}`), href: one.what === 'ask' ? `/people/${one.public_id}/consents` : movesPage(one.public_id), about: one.name, because: recall(`recall.due.${one.what}.because`) })),
    ...toPlace.map((one) => ({ on: work.today, says: t('moves.due.place'), href: movesPage(one.public_id), about: one.name, because: t('moves.due.place.because', { count: one.meetings, day: say.day(one.first_on) }) })),
  ]
}

/** Beside the person: that they are back in custody, as long as no other release is known; where they go over to, while it is announced; and the way to all that moved. */
export async function movesAtAGlance(work: Work, participantId: number, publicId: string) {
  const [transfers, [recalled], [release]] = await together([transfersOf(work, participantId), recallsOf(work, participantId), releasesOf(work, participantId)])
  const open = transfers.find(({ state }) => state === 'announced')
  return <>{recalled && release?.release_on === null && <p class="ds-paragraph" data-size="sm">{recall('recall.said', { day: say.day(recalled.recalledOn) })}.</p>}
    {open && <p class="ds-paragraph" data-size="sm">{t('moves.glance.goes', { unit: open.to, day: say.day(open.movesOn) })}</p>}
    <p class="ds-paragraph" data-size="sm"><Link href={movesPage(publicId)}>{t('moves.open')}</Link></p></>
}
