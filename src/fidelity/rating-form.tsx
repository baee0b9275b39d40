import type { Attempt } from '../platform/attempt.ts'
import { keysOf, show } from '../platform/doors/index.ts'
import { Block, Choice, Crumbs, ErrorSummary, Form, Hidden, Narrow, PageHead, SavedDraft, Submit, TextArea } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { personIntegrityPage, ratingPage } from './addresses.ts'
import { answers, parts, type HouseItem, type Item, type Part } from './fidelity.ts'
import type { Asked } from './fidelity.verbs.ts'
import { t } from './words.ts'

/** One's own answers: what the other said is not here, and not in the answer of the database. */
export function ratingForm(work: Work, { session, items }: Asked, attempt?: Attempt) {
  const here = ratingPage(session.person, session.session)
  return show({ title: t('integrity.rate'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: `/people/${session.person}`, label: session.name }, { href: personIntegrityPage(session.person), label: t('integrity.title') }]} here={say.moment(session.starts_at)} />
    <PageHead title={t('integrity.rate')} sub={`${session.name}, ${say.moment(session.starts_at)}`} />
    <p class="ds-paragraph">{session.is_own ? t('integrity.rate.own') : t('integrity.rate.observer', { name: session.facilitator })}</p>
    <Form action={here} keys={keysOf(work)}>
      <SavedDraft attempt={attempt} />
      {parts.map((part) => <PartFields part={part} items={items} attempt={attempt} />)}
      <Submit label={t('integrity.lock')} draft cancel={{ href: personIntegrityPage(session.person), label: t('integrity.back') }} />
    </Form>
  </Narrow> })
}

function PartFields({ part, items, attempt }: { part: Part, items: Item[], attempt: Attempt | undefined }) {
  return <Block title={t(`integrity.${part}`)} size="xs">
    <div class="fields">
      <p class="ds-paragraph muted">{t(`integrity.${part}.hint`)}</p>
      {items.map((item, place) => item.part === part && <>
        <Hidden name={`codes.${place}.item`} value={item.id} />
        <Choice name={`codes.${place}.code`} label={itemSaid(item)} inline required attempt={attempt} value="" options={answers.map((answer) => ({ value: answer, label: t(`integrity.answer.${answer}`) }))} />
      </>)}
      <TextArea name={part === 'adherence' ? 'restsOnAdherence' : 'restsOnCompetence'} label={t('integrity.field.rests-on')} hint={t('integrity.field.rests-on.hint')} rows={3} most={2000} attempt={attempt} />
    </div>
  </Block>
}

export function itemSaid({ id, kind, name }: Item): string {
  if (kind === 'house') return t(`integrity.item.${id as HouseItem}`)
  return t(`integrity.item.${kind}`, { name })
}
