import { mayFor } from '../access/index.ts'
import type { Glance } from '../platform/due.ts'
import { Block, Link } from '../platform/page/index.ts'
import { together } from '../platform/together.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { exercisePage, exercisesPage } from './addresses.ts'
import { sheetsOf } from './exercises.queries.ts'
import { t } from './words.ts'

/** On one person's page: the sheets worked on last, for those who read what was done in sessions. */
export async function exercisesGlance(work: Work, participantId: number, publicId: string): Promise<Glance | undefined> {
  const [mayRead, sheets] = await together([mayFor(work, 'read', 'session_content'), sheetsOf(work, participantId)])
  if (!mayRead) return undefined
  const latest = sheets.filter(({ struck_at: struck }) => struck === null).slice(0, 3)
  return { place: 'aside', order: 35, body: <Block title={t('exercise.title')} size="xs">
    {latest.length > 0 && <ul class="plain">{latest.map(({ public_id: exerciseId, kind, made_on: on }) => <li><Link href={exercisePage({ participantId: publicId, exerciseId })}>{t(`exercise.tool.${kind}`)}</Link>, {say.day(on)}</li>)}</ul>}
    <p class="ds-paragraph" data-size="sm"><Link href={exercisesPage(publicId)}>{t('exercise.all')}</Link></p>
  </Block> }
}
