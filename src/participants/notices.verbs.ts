import { sql } from 'kysely'
import type { Instant } from '../platform/day.ts'
import { violates } from '../platform/violation.ts'
import { refuse } from '../platform/refusals.ts'
import { installedLanguages, readerOf, reading, untranslatedKeys } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import type { NoticeWritten } from './participants.input.ts'
import { t } from './words.ts'

export type Notice = { kind: string, language: string, version: number, written: string, easy_read: string, spoken: string, made_at: Instant | null, made_by: string | null }

/** Writes the next version of a text. Those before stay: what somebody was told is known for ever. */
export async function writeNotice(work: Work, { kind, language, written, easyRead, spoken }: NoticeWritten): Promise<void> {
  const before = (await versionsOf(work, kind, language))[0]?.version ?? 0
  try {
    await work.db.insertInto('notices').values({
      id: await work.newId(), public_id: work.newPublicId(), kind, language, version: before + 1, written, easy_read: easyRead, spoken: spoken ?? '', made_by: work.actor.kind === 'colleague' ? work.actor.id : null, made_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'notices_each_version_once')) throw refuse('notice-written-meanwhile')
    throw fault
  }
}

/** The texts that hold now, one for each kind and language. */
export async function noticesNow(work: Work): Promise<Notice[]> {
  const { rows } = await sql<Notice>`select distinct on (n.kind, n.language) n.kind, n.language, n.version, n.written, n.easy_read, n.spoken, n.made_at, null as made_by
    from notices n order by n.kind, n.language, n.version desc`.execute(work.db)
  return [...rows, ...ours().filter((own) => !rows.some(({ kind, language }) => kind === own.kind && language === own.language))]
}

/** The text for somebody who is asked, in the first of these languages that has one; English is always there. */
export async function noticeFor(work: Work, kind: string, languages: readonly string[]): Promise<Notice> {
  const all = (await noticesNow(work)).filter((one) => one.kind === kind)
  return [...languages, 'en'].flatMap((language) => all.find((one) => one.language === language) ?? [])[0] ?? ours()[0]!
}

/** Every version of one text, the latest first. */
export async function versionsOf(work: Work, kind: string, language: string): Promise<Notice[]> {
  const { rows } = await sql<Notice>`select n.kind, n.language, n.version, n.written, n.easy_read, n.spoken, n.made_at, c.name as made_by
    from notices n left join colleagues c on c.id = n.made_by where n.kind = ${kind} and n.language = ${language} order by n.version desc`.execute(work.db)
  return [...rows, ...ours().filter((own) => own.kind === kind && own.language === language && !rows.some(({ version }) => version === own.version))]
}

/** The texts that come with the program, in each language that has them: version 1 of each. */
function ours(): Notice[] {
  return installedLanguages().filter(({ code }) => !untranslatedKeys(code).some((key) => key.startsWith('notice.ours.'))).flatMap(({ code }) => reading(readerOf(code, 'UTC'), () =>
    (['programme', 'data', 'family', 'research', 'asking'] as const).map((kind) => ({
      kind, language: code, version: 1, written: t(`notice.ours.${kind}`), easy_read: t(`notice.ours.${kind}.easy`), spoken: '', made_at: null, made_by: null }))))
}
