import { thePerson } from '../../participants/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { goTo, keysOf, pageDoors, show } from '../../platform/doors/index.ts'
import { Crumbs, ErrorSummary, Form, Hidden, Narrow, PageHead, realigned, Select, Submit, TextField } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { reasonsPage, sessionPage } from '../sessions.glance.tsx'
import { CorrectReasons } from '../sessions.input.ts'
import { theSession } from '../sessions.verbs.ts'
import { t } from '../words.ts'
import { correctReasons, reasonedUnits, toCorrect } from './correct-reasons.ts'
import { fieldOf, unitReasons } from './unit-differences.ts'
import { reasonName } from './unit-fields.tsx'

const page = pageDoors()
export const reasonPages = page

page.get('/people/{participantId}/sessions/{sessionId}/reasons', { does: 'consult', shows: 'session_content', about: 'participantId' }, reasonsForm)
page.post('/people/{participantId}/sessions/{sessionId}/reasons', { does: 'alter', shows: 'session_content', about: 'participantId', takes: CorrectReasons, again: reasonsForm },
  async (work, { participantId, sessionId, why }) => {
    await correctReasons(work, sessionId, why)
    return goTo(sessionPage(participantId, sessionId), t('session.reasons.done'))
  })

/** Each unit that went another way, with the reason as it stands. */
async function reasonsForm(work: Work, { participantId, sessionId }: { participantId: string, sessionId: string }, sent?: Attempt) {
  const person = await thePerson(work)
  const session = await (sent === undefined ? toCorrect : theSession)(work, sessionId)
  const units = await reasonedUnits(work, session.id)
  if (units.length === 0 && sent === undefined) return goTo(sessionPage(participantId, sessionId))
  const attempt = realigned(units.map(({ unit_id: id }) => id), sent, { list: 'why', key: 'unit' })
  const here = sessionPage(participantId, sessionId)
  return show({ title: t('session.reasons.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: `/people/${participantId}`, label: person.name }, { href: here, label: say.moment(session.starts_at) }]} here={t('session.reasons.title')} />
    <PageHead title={t('session.reasons.title')} sub={t('session.note.sub', { name: person.name, when: say.moment(session.starts_at) })} />
    <p class="ds-paragraph">{t('session.reasons.what')}</p>
    <Form action={reasonsPage(participantId, sessionId)} keys={keysOf(work)}>
      {units.map(({ unit_id: unit, name, planned, reason, reason_words: words }, place) => <>
        <Hidden name={`why.${place}.unit`} value={unit} />
        <Select name={fieldOf(place)} label={t(planned ? 'session.field.not-given' : 'session.field.instead', { unit: name })} value={reason ?? ''} attempt={attempt} required options={unitReasons.map((value) => ({ value, label: reasonName(value) }))} />
        <TextField name={`why.${place}.words`} label={t('session.field.reason-words', { unit: name })} value={words} attempt={attempt} />
      </>)}
      <Submit label={t('session.reasons.do')} cancel={{ href: here, label: t('session.back') }} />
    </Form>
  </Narrow> })
}
