import { roleName } from '../../access/index.ts'
import { keysOf } from '../../platform/doors/index.ts'
import { Empty, Form, Link, Submit, Timeline, type Happening } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { callingOffPage, knownPage } from '../moves/addresses.ts'
import { membersOf, type Transfer } from './transfer.queries.ts'
import { t } from './words.ts'

type Shown = { work: Work, participantId: string, transfers: Transfer[], mayMove: boolean }

/** Where somebody went over to, the latest first: from which day, why, who goes on, and whether the next unit has them. */
export async function Transfers({ work, participantId, transfers, mayMove }: Shown) {
  if (transfers.length === 0) return <Empty>{t('transfer.none')}</Empty>
  const items = await Promise.all(transfers.map(async (one): Promise<Happening> => ({ when: say.day(one.movesOn), dateTime: one.movesOn, title: t('transfer.from-to', { from: one.from, to: one.to }),
    body: <>
      <p class="ds-paragraph" data-size="sm">{stateSaid(one)}. <span class="muted">{t('transfer.by', { name: one.by, when: say.moment(one.announcedAt) })}</span></p>
      {one.reason !== null && <p class="ds-paragraph" data-size="sm" dir="auto">{t('transfer.because', { reason: one.reason, authority: one.authority ?? '' })}</p>}
      {one.state !== 'called-off' && <p class="ds-paragraph" data-size="sm">{teamSaid((await membersOf(work, one.id)).map(({ name, role, stays }) => ({ name, role, stays })))}</p>}
      {hasToSay(one, work.actor.id) && <Form action={knownPage(participantId, one.publicId)} keys={keysOf(work)}><Submit label={t('transfer.know')} /></Form>}
      {one.state === 'announced' && mayMove && <p class="ds-paragraph" data-size="sm"><Link href={callingOffPage(participantId, one.publicId)}>{t('transfer.call-off')}</Link></p>}
    </> })))
  return <Timeline items={items} />
}

/** Whoever announced it or took over knows already; of one that was called off there is nothing to know beforehand any more. */
function hasToSay({ state, isNoted, byId, takenById }: Transfer, actorId: number): boolean {
  return state !== 'called-off' && !isNoted && byId !== actorId && takenById !== actorId
}

function stateSaid({ state, to, takenBy, takenAt, calledOffAt, calledOffWhy }: Transfer): string {
  if (state === 'announced') return t('transfer.waits', { unit: to })
  if (state === 'taken') return takenBy ? t('transfer.taken-by', { unit: to, name: takenBy, when: say.moment(takenAt!) }) : t('transfer.taken', { unit: to, when: say.moment(takenAt!) })
  return t('transfer.called-off', { when: say.moment(calledOffAt!), why: calledOffWhy })
}

/** Who goes on and who ends, in two sentences. */
export function teamSaid(members: { name: string, role: string, stays: boolean }[]): string {
  const said = (stays: boolean) => members.filter((one) => one.stays === stays).map(({ name, role }) => t('transfer.member', { name, role: roleName(role) }))
  const [on, ends] = [said(true), said(false)]
  return [on.length > 0 ? t('transfer.team.stays', { names: say.list(on) }) : t('transfer.team.nobody-stays'), ends.length > 0 ? t('transfer.team.ends', { names: say.list(ends) }) : ''].filter(Boolean).join(' ')
}

/** The same for the person themself: what was decided and where it stands, without who of the team. */
export function OwnTransfers({ transfers }: { transfers: Transfer[] }) {
  return <Timeline items={transfers.map((one) => ({ when: say.day(one.movesOn), dateTime: one.movesOn, title: t('transfer.from-to', { from: one.from, to: one.to }),
    body: <><p class="ds-paragraph" data-size="sm">{ownStateSaid(one)}</p>{one.reason !== null && <p class="ds-paragraph" data-size="sm" dir="auto">{t('transfer.because', { reason: one.reason, authority: one.authority ?? '' })}</p>}</> }))} />
}

function ownStateSaid({ state, to, takenAt, calledOffAt, calledOffWhy }: Transfer): string {
  if (state === 'announced') return t('transfer.own.waits', { unit: to })
  if (state === 'taken') return t('transfer.own.taken', { unit: to, when: say.moment(takenAt!) })
  return t('transfer.called-off', { when: say.moment(calledOffAt!), why: calledOffWhy })
}
