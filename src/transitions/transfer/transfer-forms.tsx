import { roleName, teamOf } from '../../access/index.ts'
import { openUnits } from '../../people/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Choice, DayField, Empty, ErrorSummary, Fieldset, Form, Hidden, Narrow, Notice, PageHead, SavedDraft, Select, Submit, SummaryList, TextArea, TextField } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { announcePage, callingOffPage, movesPage, takingPage } from '../moves/addresses.ts'
import { Way } from '../moves/way.tsx'
import { t as moves } from '../moves/words.ts'
import { teamSaid } from './transfer-said.tsx'
import { transfersOf, unitOf } from './transfer.queries.ts'
import { mustMove, theArriving } from './transfer.verbs.ts'
import { t } from './words.ts'

type Here = { participantId: string }
type At = Here & { transferId: string }

/** Where to, from which day, why, and of each member of the team whether they go on: nothing is chosen for anybody beforehand. */
export async function announceForm(work: Work, { participantId }: Here, attempt?: Attempt) {
  const person = await mustMove(work)
  if (person.state === 'ended') throw refuse('transfer-ended')
  const [units, from, team] = [await openUnits(work), await unitOf(work, person.participant_id), await teamOf(work, person.participant_id)]
  const others = units.filter(({ id }) => id !== from)
  return show({ title: t('transfer.do'), body: <Narrow>
    <Way person={person} here={t('transfer.do')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('transfer.do')} sub={t('transfer.sub')} />
    {others.length === 0 || from === null ? <Empty>{t('transfer.none-else')}</Empty> : <Form action={announcePage(participantId)} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      <Select name="to" label={t('transfer.field.to')} attempt={attempt} required options={others.map((one) => ({ value: one.public_id, label: one.name }))} />
      <DayField name="movesOn" label={t('transfer.field.moves-on')} hint={t('transfer.field.moves-on.hint')} attempt={attempt} required />
      <TextArea name="reason" label={t('transfer.field.reason')} hint={t('transfer.field.reason.hint')} readers={t('transfer.field.reason.readers')} attempt={attempt} rows={3} most={2000} required />
      <TextField name="authority" label={t('transfer.field.authority')} attempt={attempt} required />
      {team.length > 0 && <Fieldset legend={t('transfer.field.team')} hint={t('transfer.field.team.hint')}>{team.map((one, place) => <>
        <Hidden name={`team.${place}.assignment`} value={one.public_id} />
        <Choice inline name={`team.${place}.goes`} label={t('transfer.member', { name: one.name, role: roleName(one.role) })} attempt={attempt} required options={(['on', 'ends'] as const).map((value) => ({ value, label: t(`transfer.goes.${value}`) }))} />
      </>)}</Fieldset>}
      <Submit label={t('transfer.announce')} draft cancel={{ href: movesPage(participantId), label: moves('moves.back') }} />
    </Form>}
  </Narrow> })
}

export async function callingOffForm(work: Work, { participantId, transferId }: At, attempt?: Attempt) {
  const person = await mustMove(work)
  const found = (await transfersOf(work, person.participant_id)).find(({ publicId }) => publicId === transferId)
  if (!found) throw refuse('not-found')
  if (found.state !== 'announced') throw refuse(`transfer-${found.state}`)
  return show({ title: t('transfer.call-off'), body: <Narrow>
    <Way person={person} here={t('transfer.call-off')} /><ErrorSummary attempt={attempt} />
    <PageHead title={t('transfer.call-off')} sub={t('transfer.from-to', { from: found.from, to: found.to })} />
    <p class="ds-paragraph">{t('transfer.call-off.sub')}</p>
    <Form action={callingOffPage(participantId, transferId)} keys={keysOf(work)}>
      <TextArea name="why" label={t('transfer.field.why')} readers={t('transfer.field.reason.readers')} attempt={attempt} rows={2} most={500} required />
      <Submit label={t('transfer.call-off.do')} cancel={{ href: movesPage(participantId), label: moves('moves.back') }} />
    </Form>
  </Narrow> })
}

/** For the coordinator of the unit they come to: who comes, why, with whom, and the one press. */
export async function takingForm(work: Work, { participantId, transferId }: At, attempt?: Attempt) {
  const coming = await theArriving(work, transferId)
  const team = coming.names.map((name, place) => ({ name, role: coming.roles[place] ?? '', stays: coming.staying[place] ?? false }))
  return show({ title: t('transfer.taking'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <PageHead title={t('transfer.taking')} sub={coming.name} />
    {coming.called_off_at !== null && <Notice kind="info">{t('transfer.taking.off', { when: say.moment(coming.called_off_at) })}</Notice>}
    <SummaryList answers={[{ label: t('transfer.title'), value: t('transfer.from-to', { from: coming.from_unit, to: coming.to_unit }) }, { label: t('transfer.field.moves-on'), value: say.day(coming.moves_on) },
      ...(coming.reason === null ? [] : [{ label: t('transfer.field.reason'), value: <span dir="auto">{coming.reason}</span> }, { label: t('transfer.field.authority'), value: <span dir="auto">{coming.authority}</span> }]),
      ...(coming.called_off_at === null ? [{ label: t('transfer.field.team'), value: `${teamSaid(team)} ${t('transfer.taking.since')}` }] : [])]} />
    <p class="ds-paragraph muted" data-size="sm">{t('transfer.by', { name: coming.announced_by, when: say.moment(coming.announced_at) })}</p>
    {coming.called_off_at === null && (coming.moves_on > work.today ? <Notice kind="info">{t('transfer.taking.not-yet', { day: say.day(coming.moves_on) })}</Notice> : <>
      <p class="ds-paragraph">{t('transfer.taking.sub')}</p>
      <Form action={takingPage(participantId, transferId)} keys={keysOf(work)}><Submit label={t('transfer.taking.do')} cancel={{ href: '/', label: moves('moves.back') }} /></Form>
    </>)}
  </Narrow> })
}
