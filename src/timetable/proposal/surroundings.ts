import { theService } from '../../people/index.ts'
import { releasesOf } from '../../participants/index.ts'
import { addDays, dayAt, momentOf, timeAt, type Day, type Instant } from '../../platform/day.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import { goesOnOutside } from '../../plans/index.ts'
import { awayOfMine, hoursOfMine, hoursOfSecond, notThenAt, regimeOf, roomsOf, timesTaken, unitOf, waysFrom, type TakenRow } from '../timetable.queries.ts'
import { obstaclesTo, type GoesOn, type Surroundings, type TakenSpan, type Weekly } from './obstacles.ts'
import { step, weekdays } from './question.ts'

export type Asked = { secondId: number | undefined, minutes: number, from: Day, monday: Day, weeks: number, /** The programme sets no number of sessions. */ isOpen?: boolean }

/** Everything that a meeting of this person with whoever plans has to fit between; gathered once, reckoned with in memory. */
export async function surroundingsOf(work: Work, asked: Asked): Promise<Surroundings> {
  const here = await unitOf(work, work.about)
  const unit = here?.id ?? null
  const [from, until] = [firstMoment(work, asked.monday), firstMoment(work, addDays(asked.monday, asked.weeks * 7))]
  const [service, releases, hours, away, second, regime, rooms, ways, taken] = await together([theService(work), releasesOf(work, work.about), hoursOfMine(work), awayOfMine(work),
    hoursOfSecond(work, work.about, asked.secondId), unit === null ? [] : regimeOf(work, unit), unit === null ? [] : roomsOf(work, unit), unit === null ? new Map<number, number>() : waysFrom(work, unit),
    timesTaken(work, { participantId: work.about, secondId: asked.secondId, from, until })])
  const spans = (kind: TakenRow['kind']) => taken.filter((row) => row.kind === kind).map((row) => spanOf(work, row, row.unit_id === unit || row.unit_id === null ? 0 : ways.get(row.unit_id) ?? 0))
  const people = asked.secondId === undefined ? 2 : 3
  const releaseOn = releaseAhead(work, releases[0]?.release_on ?? null, here?.kind)
  const around: Surroundings = {
    from: asked.from, now: { on: work.today, minute: minuteOf(timeAt(work.now, work.timeZone)) }, releaseOn, goesOn: await whyItGoesOn(work, releaseOn, asked), holidays: new Set(service?.holidays), hours: weeklyOf(hours), away: away.map(({ from_on, until_on }) => ({ from: from_on, until: until_on })),
    second: asked.secondId === undefined ? undefined : { hours: weeklyOf(second), away: second.flatMap(({ from_on: one, until_on: other }) => (one && other ? [{ from: one, until: other }] : [])) },
    regime: regime.length === 0 ? [] : weeklyOf(regime), mine: spans('mine'), secondTaken: spans('second'), person: spans('person'), notThen: () => false,
    rooms: rooms.filter(({ holds }) => holds >= people).map(({ id, public_id: publicId, name }) => ({ id, publicId, name, taken: taken.filter((row) => row.room_id === id).map((row) => spanOf(work, row, 0)) })),
  }
  return { ...around, notThen: await notThenOf(work, around, asked) }
}

/** Whoever was released and has a unit outside is met there, in its hours and rooms: the day at the gate is over. */
function releaseAhead(work: Work, releaseOn: Day | null, kind: string | undefined): Day | null {
  const isInside = kind === 'prison' || kind === 'remand'
  return releaseOn !== null && releaseOn <= work.today && !isInside ? null : releaseOn
}

/** Whoever is outside is met outside, whatever was chosen before. Where the programme counts no sessions there is nothing to choose, and nothing ends at the gate. */
async function whyItGoesOn(work: Work, releaseOn: Day | null, { isOpen }: Asked): Promise<GoesOn | undefined> {
  if (releaseOn === null) return undefined
  if (releaseOn <= work.today) return 'released'
  if (await goesOnOutside(work, work.about, releaseOn)) return 'decided'
  return isOpen ? 'open' : undefined
}

/** Asked only about times that nothing else stands against. */
async function notThenOf(work: Work, around: Surroundings, { minutes, monday, weeks }: Asked): Promise<Surroundings['notThen']> {
  const open = Array.from({ length: weeks * 7 }, (_, day) => addDays(monday, day)).flatMap((on, day) => Array.from({ length: 24 * 60 / step }, (_slot, place) => place * step)
    .filter((from) => obstaclesTo(around, { on, weekday: weekdays[day % 7]! + 1, from, until: from + minutes }).length === 0)
    .flatMap((from) => { const at = momentOf(on, clockOf(from), work.timeZone); return at === undefined ? [] : [{ name: `${on} ${from}`, at }] }))
  const unwanted = await notThenAt(work, work.about, open.map(({ at }) => at), minutes)
  const names = new Set(open.filter(({ at }) => unwanted.has(at)).map(({ name }) => name))
  return (on, start) => names.has(`${on} ${start}`)
}

const usualWeek: Weekly[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 8 * 60, until: 16 * 60 }))

/** Whoever has not said when they work is counted from Monday to Friday, eight to four; the page says so. */
function weeklyOf(rows: readonly { weekday: number | null, from_time: string | null, until_time: string | null }[]): Weekly[] {
  const said = rows.flatMap(({ weekday, from_time: from, until_time: until }) => (weekday && from && until ? [{ weekday, from: minuteOf(from), until: minuteOf(until) }] : []))
  return said.length === 0 ? usualWeek : joined(said)
}

/** Hours that touch are one stretch, and the last minute that can be said is the end of the day: a meeting may lie over noon, and until midnight. */
function joined(hours: readonly Weekly[]): Weekly[] {
  const inOrder = hours.map((one) => ({ ...one, until: one.until === lastMinute ? lastMinute + 1 : one.until })).toSorted((one, other) => one.weekday - other.weekday || one.from - other.from)
  return inOrder.reduce<Weekly[]>((stretches, one) => {
    const before = stretches.at(-1)
    if (before?.weekday !== one.weekday || before.until < one.from) return [...stretches, one]
    return [...stretches.slice(0, -1), { ...before, until: Math.max(before.until, one.until) }]
  }, [])
}

const lastMinute = 24 * 60 - 1

function spanOf(work: Work, { starts_at: at, minutes }: { starts_at: Instant, minutes: number }, way: number): TakenSpan {
  const from = minuteOf(timeAt(at, work.timeZone))
  return { on: dayAt(at, work.timeZone), from: from - way, until: from + minutes + way }
}

function firstMoment(work: Work, on: Day): Instant {
  return momentOf(on, '00:00', work.timeZone) ?? momentOf(on, '03:00', work.timeZone)!
}

export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
