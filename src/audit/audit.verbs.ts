import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { linesAboutMe, linesOfTheLog, linesOnAPage, peopleIn, type LogLine, type OwnLine, type Wanted } from './audit.queries.ts'
import { cursorAt, type Cursor } from './cursor.ts'

/** How many months of the log stand ready: the service may be away for a quarter and still write into its own month. */
const monthsReady = 6

/** Makes the coming months of the log before they are needed; the caretaker does so each day. Returns how many lie ahead. */
export async function keepLogMonths(work: Work): Promise<number> {
  await sql`select make_log_months(${work.today}, ${monthsReady})`.execute(work.db)
  const { rows } = await sql<{ months: number }>`select log_months_ahead(${work.today}) as months`.execute(work.db)
  return rows[0]?.months ?? 0
}

/** Seals the days that are over; the caretaker does so each day. Returns how many got their seal. */
export async function sealFinishedDays(work: Work): Promise<number> {
  const { rows } = await sql<{ made: number }>`select seal_finished_days() as made`.execute(work.db)
  return rows[0]?.made ?? 0
}

export type CheckedSeal = { day: Day, lines: number, seal: string, fits: boolean }

/** Each seal since a day, with whether the lines of its day still give it. Only who reads the whole log can tell. */
export async function checkSeals(work: Work, since: Day): Promise<CheckedSeal[]> {
  const { rows } = await sql<CheckedSeal>`select s.day, s.lines, s.seal, now_.seal = s.seal and now_.lines = s.lines as fits
    from log_seals s, seal_of(s.day, coalesce((select before.seal from log_seals before where before.day = s.day - 1), '')) now_
    where s.day >= ${since} order by s.day desc`.execute(work.db)
  return rows
}

export type Page<Line> = { lines: Line[], next: string | undefined }

/** A page of the log, with the public ids of those it is about. Reading it is a line of its own, about all of them. */
export async function readLog(work: Work, wanted: Wanted): Promise<Page<LogLine> & { people: Map<number, string> }> {
  const page = pageOf(await linesOfTheLog(work, wanted))
  const people = await peopleIn(work, page.lines)
  work.saw(...people.keys())
  return { ...page, people }
}

/** A page of what others did on the records of the person asking. */
export async function readOwnLog(work: Work, before: Cursor | undefined): Promise<Page<OwnLine>> {
  return pageOf(await linesAboutMe(work, before))
}

function pageOf<Line extends { at: LogLine['at'], id: number }>(found: Line[]): Page<Line> {
  const lines = found.slice(0, linesOnAPage)
  return { lines, next: found.length > linesOnAPage ? cursorAt(lines.at(-1)) : undefined }
}
