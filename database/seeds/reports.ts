import { addDays, type Day } from '../../src/platform/day.ts'
import { inWork, type House } from '../../src/platform/open-work.ts'
import { shareableOfPlans } from '../../src/plans/index.ts'
import type { Actor, Work } from '../../src/platform/work.ts'
import { shareableOfSessions } from '../../src/sessions/index.ts'
import { decidePackage, handOver, preparePackage, recordComment, recordStatement, refuseStatement, setRule, useShareable } from '../../src/sharing/index.ts'
import { backThen, workingDayAgo } from './back-then.ts'
import { cast, founder } from './cast.ts'
import type { Run } from './norland.ts'

const toTheBoard = { kind: 'parole-board', authority: 'Parole board of Norland', recipientFunction: 'Registrar' } as const

/** What Norland's law asks for, one report that was handed over, and one that was refused. */
export async function tellOthers(house: House, run: Run, today: Day): Promise<void> {
  useShareable(shareableOfPlans, shareableOfSessions)
  const office = await offices(house)
  await inWork(house, { actor: office.ravi, does: 'alter', shows: 'accounts_and_settings', purpose: 'demonstration', door: 'waymark demo' }, (work) => setRule(work, {
    kind: 'parole-board', asks: 'report-and-ending', decision: 'Release on parole', basis: 'Prison act of Norland (invented), section 38: the board asks whether somebody took part, and whether it ended by own wish.', usableDays: 120 }))
  await oneIsTold({ house, run, dana: office.dana, today })
  await oneIsRefused(run, today)
}

type Telling = { house: House, run: Run, dana: Actor, today: Day }

/** Jonas is asked first; Dana reads it as second, since his team has one coordinator. */
async function oneIsTold({ house, run, dana, today }: Telling): Promise<void> {
  const about = await personNamed(run, 'Jonas Lind')
  const kai = <T>(daysAgo: number, what: (work: Work) => Promise<T>) => run('Kai', { about, shows: 'disclosure_statement' }, async (work) => what(await backThen(work, workingDayAgo(today, daysAgo))))
  const statement = await kai(15, (work) => recordStatement(work, {
    ...toTheBoard, reference: 'PB 318/26', askedBy: 'Letter of the registrar', askedOn: addDays(work.today, -1), purpose: 'Whether his application for parole is heard in spring.', necessity: 'The act names taking part as one of the things the board looks at. How it goes is none of them.', items: ['taking-part', 'meetings'] }))
  await kai(14, (work) => recordComment(work, statement, { answer: 'comments', words: 'I come because I want the workshop and a room. Twice I sat there and nobody fetched me.' }))
  const number = await kai(13, async (work) => {
    await preparePackage(work, statement, { language: 'en' })
    return (await work.db.selectFrom('disclosure_packages').select(['participant_id', 'number']).where('participant_id', '=', work.about).executeTakeFirstOrThrow()).number
  })
  await inWork(house, { actor: dana, about, does: 'collect', shows: 'disclosure_statement', purpose: 'demonstration', door: 'waymark demo' }, async (work) =>
    decidePackage(await backThen(work, workingDayAgo(today, 12)), statement, { number, decision: 'approved', decisionWords: 'Days and counts only, his own words beside them. The basis is right.' }))
  await kai(11, (work) => handOver(work, statement, 'By hand to the registry, in a closed envelope without a sender'))
}

async function oneIsRefused(run: Run, today: Day): Promise<void> {
  const about = await personNamed(run, 'Nils Aas-Kirkegaard-Vestergaard')
  const lena = <T>(what: (work: Work) => Promise<T>) => run('Lena', { about, shows: 'disclosure_statement' }, async (work) => what(await backThen(work, workingDayAgo(today, 9))))
  const statement = await lena((work) => recordStatement(work, {
    kind: 'court', authority: 'Fjordvik District Court', recipientFunction: 'Clerk', reference: '', askedBy: 'Telephone call of a clerk', askedOn: work.today, purpose: 'Not said. Asked back: it would be good to have in the file.', necessity: 'None was named.', items: ['taking-part'] }))
  await run('Kai', { about, shows: 'disclosure_statement' }, async (work) => refuseStatement(await backThen(work, workingDayAgo(today, 8)), statement, 'Nothing has to be decided, and no law asks a court for it. The clerk was told so.'))
}

async function personNamed(run: Run, name: string): Promise<string> {
  return run('Kai', { shows: 'identity_name', does: 'consult' }, async (work) => (await work.db.selectFrom('participants').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .select(['participants.public_id', 'participants.id as participant_id']).where('identity_names.name', '=', name).executeTakeFirstOrThrow()).public_id)
}

/** Ravi and Dana, each in the hat of their office. */
async function offices(house: House): Promise<{ ravi: Actor, dana: Actor }> {
  return inWork(house, { actor: founder(), does: 'consult', shows: 'nothing', purpose: 'demonstration', door: 'waymark demo' }, async (work: Work) => {
    const inOffice = async (first: 'Ravi' | 'Dana', shape: Actor['shape'], role: string): Promise<Actor> => {
      const { name } = cast.find((one) => one.first === first)!
      const { id } = await work.db.selectFrom('colleagues').select('id').where('name', '=', name).executeTakeFirstOrThrow()
      return { kind: 'colleague', id, shape, name, roles: [role], language: 'en' }
    }
    return { ravi: await inOffice('Ravi', 'administrator', 'administrator'), dana: await inOffice('Dana', 'oversight', 'data_protection_officer') }
  })
}
