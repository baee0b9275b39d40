import { mayFor, sayReaders, whoMayRead } from '../../access/index.ts'
import type { Attempt } from '../../platform/attempt.ts'
import { addDays, dayAt } from '../../platform/day.ts'
import { goTo, keysOf, pageDoors, show } from '../../platform/doors/index.ts'
import { Block, Choice, DayField, DetailsFold, Empty, ErrorSummary, Form, Link, Narrow, SavedDraft, Submit, TextArea } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { releasePage, restrictionReviewsPage } from '../addresses.ts'
import { LookAgain } from '../participants.input.ts'
import { releasesOf, thePerson } from '../participants.queries.ts'
import { Head } from '../particulars.pages.tsx'
import { t } from '../words.ts'
import { byTheirWords, findings, latestLook, nextLook, type Restricted } from './restriction.ts'
import { looksAtRestrictions, type Look } from './restrictions.queries.ts'
import { lookAtRestrictions } from './restrictions.verbs.ts'

const page = pageDoors()
export const restrictionPages = page

const looking = { shows: 'release', about: 'participantId', draft: true } as const
type About = { participantId: string }

page.get('/people/{participantId}/release/restriction-reviews', { ...looking, does: 'consult' }, lookForm)
page.post('/people/{participantId}/release/restriction-reviews', { ...looking, does: 'collect', takes: LookAgain, again: lookForm }, async (work, { participantId, ...found }) => {
  await lookAtRestrictions(work, found)
  return goTo(releasePage(participantId), t('restriction.done'))
})

async function lookForm(work: Work, { participantId }: About, attempt?: Attempt) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'release')) throw refuse('not-found')
  const [now] = await releasesOf(work, work.about)
  const [looks, readers] = [await looksAtRestrictions(work, work.about), t('restriction.readers', { names: sayReaders((await whoMayRead(work, 'release')).filter(({ role }) => role !== 'participant')) })]
  return show({ title: t('restriction.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head person={person} title={t('restriction.title')} />
    {now?.restrictions ? <>
      <p class="ds-paragraph prose" dir="auto">{now.restrictions}</p>
      <p class="ds-paragraph muted" data-size="sm">{t('restriction.next', { day: say.day(nextLook(now, looks, work.timeZone)) })} {t('restriction.authority')}</p>
      <Form action={restrictionReviewsPage(participantId)} keys={keysOf(work)}>
        <SavedDraft attempt={attempt} />
        <Choice name="finding" label={t('restriction.field.finding')} attempt={attempt} required options={findings.map((value) => ({ value, label: t(`restriction.finding.${value}`) }))} />
        <TextArea name="words" label={t('restriction.field.words')} hint={t('restriction.words.hint')} attempt={attempt} rows={3} most={2000} readers={readers} required />
        <TextArea name="ownWords" label={t('restriction.field.own-words')} hint={t('restriction.own-words.hint')} attempt={attempt} rows={2} most={2000} readers={readers} />
        <DayField name="nextOn" label={t('restriction.field.next-on')} attempt={attempt} value={latestLook(work.today)} min={addDays(work.today, 1)} max={latestLook(work.today)} required />
        <Submit label={t('restriction.do')} draft cancel={{ href: releasePage(participantId), label: t('person.back') }} />
      </Form>
    </> : <Empty>{t('restriction.none')} <Link href={releasePage(participantId)}>{t('person.release')}</Link></Empty>}
  </Narrow> })
}

type Looked = { work: Work, participantId: string, /** The latest first. */ releases: Restricted[], looks: Look[], mayWrite: boolean }

/** On the page of the release: by when the restrictions that stand are looked at again, by whoever writes the release, and what was found of them; what was found of others is folded, with the words it was about. */
export function RestrictionLooks({ work, participantId, releases, looks, mayWrite }: Looked) {
  const [[release], { now, before }] = [releases, byTheirWords(releases, looks)]
  if (!release || (release.restrictions === '' && before.length === 0)) return null
  return <Block title={t('person.field.restrictions')} size="xs">
    {release.restrictions !== '' && <p class="ds-paragraph">{t('restriction.next', { day: say.day(nextLook(release, looks, work.timeZone)) })} {mayWrite && <Link does href={restrictionReviewsPage(participantId)}>{t('restriction.title')}</Link>}</p>}
    <Found looks={now} work={work} />
    {before.length > 0 && <DetailsFold summary={t('restriction.before')}>{before.map((one) => <>
      <p class="ds-paragraph">{t('restriction.before.words')} <q dir="auto">{one.restrictions}</q></p>
      <Found looks={one.looks} work={work} />
    </>)}</DetailsFold>}
  </Block>
}

function Found({ looks, work }: { looks: Look[], work: Work }) {
  if (looks.length === 0) return null
  return <ul class="ds-list">{looks.map((look) => <li>{t('restriction.was', { day: say.day(dayAt(look.at, work.timeZone)), name: look.by, finding: t(`restriction.finding.${look.finding}`) })} <span dir="auto">{look.words}</span>
    {look.ownWords !== '' && <div class="muted">{t('restriction.said')} <q dir="auto">{look.ownWords}</q></div>}</li>)}</ul>
}
