import { mayFor } from '../access/index.ts'
import { dayAt } from '../platform/day.ts'
import type { Due, Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { programmesOnOffer, programmeTitle } from '../programmes/index.ts'
import { openQuestions, type Recorded } from './eligibility.ts'
import { begunToLookAt, givenAnswers, programmesLookedAt, questionsIn, recordedOf, type BegunRow } from './eligibility.queries.ts'
import { eligibilityPage, programmeFor, questionsPage } from './pages/addresses.ts'
import { t } from './words.ts'

/** The coordinator asks what nobody has answered yet, once somebody has begun to look. */
export async function eligibilityDue(work: Work): Promise<Due[]> {
  if (work.actor.shape !== 'casework' || !work.actor.roles.includes('coordinator')) return []
  const begun = await begunToLookAt(work)
  const given = begun.length === 0 ? [] : await givenAnswers(work, begun.map(({ participant_id: id }) => id))
  return begun.flatMap((row) => {
    const definition = programmesOnOffer().find((one) => one.definition.id === row.programme)?.definition
    const answers = given.filter(({ participant_id: id }) => id === row.participant_id)
    const open = definition ? openQuestions(questionsIn(work, definition, { recorded: answersByThemselves(row), given: answers })).length : 0
    const since = dayAt(row.since, work.timeZone)
    return definition === undefined || open === 0 ? [] : [{
      on: since, says: t('eligibility.due', { count: open, programme: definition.title }), href: questionsPage({ participantId: row.public_id, programme: row.programme }), about: row.name, because: t('eligibility.due.because', { day: say.day(since) }) }]
  })
}

/** Only an age and a number of weeks answer a rule by themselves; the rest need not be read here. */
function answersByThemselves({ release_on: on, as_told: asTold, born_on: bornOn }: BegunRow): Recorded {
  return { release: { on, asTold: asTold ?? false }, bornOn, statuses: [], needs: undefined, unit: null, consent: undefined }
}

/** The person's page: each programme that was looked at, and whether a question is open. Never how many speak for or against. */
export async function eligibilityGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  const [mayRead, lookedAt, recorded, given] = await together([mayFor(work, 'read', 'referral'), programmesLookedAt(work, participantId), recordedOf(work), givenAnswers(work, [participantId])])
  if (!mayRead) return undefined
  const lines = programmesOnOffer().filter(({ definition }) => lookedAt.includes(definition.id)).map(({ definition }) => {
    const open = openQuestions(questionsIn(work, definition, { recorded, given })).length
    return <li><Link href={programmeFor({ participantId: publicId, programme: definition.id })}>{programmeTitle(definition.id)}</Link>: {open > 0 ? t('eligibility.glance.open', { count: open }) : t('eligibility.glance.answered')}</li>
  })
  return { place: 'aside', order: 12, body: <Block title={t('eligibility.glance.title')} size="xs">
    {lines.length === 0 ? <p class="ds-paragraph" data-size="sm">{t('eligibility.glance.none')}</p> : <ul class="plain">{lines}</ul>}
    <p class="ds-paragraph" data-size="sm"><Link href={eligibilityPage(publicId)}>{t('eligibility.glance.all')}</Link></p>
  </Block> }
}
