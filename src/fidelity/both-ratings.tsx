import { show } from '../platform/doors/index.ts'
import { Block, Crumbs, Narrow, Notice, PageHead, Table } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import { integrityOfPage, integrityPage } from './addresses.ts'
import { answerTo, parts, type Answer, type Item, type Part } from './fidelity.ts'
import type { Rating } from './fidelity.queries.ts'
import { itemSaid } from './rating-form.tsx'
import { t } from './words.ts'

/** Locked, and the other one's turn; or an observer, to whom the facilitator's own answers are not open: one's own as they stand. */
export function ownRating({ rating, items, heading, waits }: { rating: Rating, items: Item[], heading: string, waits: boolean }) {
  return show({ title: t('integrity.rate'), body: <Narrow>
    <PageHead title={t('integrity.rate')} sub={heading} />
    <Notice kind="info">{waits ? t('integrity.waits') : t('integrity.observer-only')}</Notice>
    {parts.map((part) => <PartTable part={part} items={items} ratings={[rating]} />)}
  </Narrow> })
}

/** Both ratings of one session, adherence and competence apart; where they differ stands in bold. */
export function bothRatings({ own, other, items, startsAt, facilitator }: { own: Rating, other: Rating, items: Item[], startsAt: Parameters<typeof say.moment>[0], facilitator: { public_id: string, name: string, isMe: boolean } }) {
  const above = facilitator.isMe ? { href: integrityPage, label: t('integrity.title') } : { href: integrityOfPage(facilitator.public_id), label: t('integrity.of', { name: facilitator.name }) }
  return show({ title: t('integrity.rate'), body: <Narrow>
    <Crumbs above={[above]} here={say.moment(startsAt)} />
    <PageHead title={t('integrity.both')} sub={say.moment(startsAt)} />
    {parts.map((part) => <PartTable part={part} items={items} ratings={[own, other]} />)}
  </Narrow> })
}

function PartTable({ part, items, ratings }: { part: Part, items: Item[], ratings: Rating[] }) {
  const columns = ratings.map((rating) => ({ label: ratings.length === 1 ? t('integrity.field.code') : headOf(rating) }))
  return <Block title={t(`integrity.${part}`)} size="xs">
    <Table caption={t(`integrity.${part}`)} captionHidden columns={[{ label: t('integrity.column.item') }, ...columns]}
      rows={items.filter((item) => item.part === part).map((item) => [<span dir="auto">{itemSaid(item)}</span>, ...inBoldWhereTheyDiffer(ratings.map((rating) => answerTo(rating, item.id)))])} />
    {ratings.map((rating) => restsOn(part, rating) && <p class="ds-paragraph"><b>{ratings.length === 1 ? t('integrity.field.rests-on') : headOf(rating)}</b><br /><span class="prose" dir="auto">{restsOn(part, rating)}</span></p>)}
  </Block>
}

function inBoldWhereTheyDiffer(given: (Answer | undefined)[]) {
  const isSame = given.every((one) => one === given[0])
  return given.map((one) => one === undefined ? '' : isSame ? t(`integrity.answer.${one}`) : <b>{t(`integrity.answer.${one}`)}</b>)
}

function headOf(rating: Rating): string {
  const who = rating.author_id === rating.facilitator_id ? t('integrity.column.facilitator') : t('integrity.column.observer')
  return rating.name ? `${who}, ${rating.name}` : who
}

function restsOn(part: Part, rating: Rating): string {
  return part === 'adherence' ? rating.rests_on_adherence : rating.rests_on_competence
}
