import { askErasure, recordAdvice, sayTimes, shareTimes, writeNotice } from '../../src/participants/index.ts'
import { inWork, type House } from '../../src/platform/open-work.ts'
import type { Actor, Work } from '../../src/platform/work.ts'
import type { Day } from '../../src/platform/day.ts'
import { addSource, refer } from '../../src/referrals/index.ts'
import { cast, founder } from './cast.ts'
import type { Run } from './norland.ts'

/** What Norland tells people in two more languages, from where it takes referrals, what Jonas says of his own times, and somebody referred with a status to confirm. */
export async function tellPeople(house: House, run: Run, { today, unit }: { today: Day, unit: string }): Promise<void> {
  const [jonas, ravi] = await theTwo(house)
  await inWork(house, { actor: ravi!, does: 'alter', shows: 'accounts_and_settings', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
    for (const text of texts) await writeNotice(work, text)
    await addSource(work, 'Outpatient clinic')
  })
  await inWork(house, { actor: jonas!, does: 'collect', shows: 'personal_times', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
    await sayTimes(work, { weekday: '5', fromTime: '12:00', untilTime: '13:30', what: 'My daughter rings' })
    await shareTimes(work, { facilitator: false, mentor: true })
  })
  await run('Lena', { shows: 'referral' }, (work) => refer(work, { name: 'Kaur Bains', number: 'FV-10014', unit, source: 'case-manager', told: 'spoken', ground: 'own-wish', answer: 'yes', needsInterpreter: false, legalStatus: 'remand',
    why: 'On remand; asks for help to leave. His lawyer has been told.', referredOn: today }))
  const camille = await personNamed(run, 'Camille Roux')
  await run('Lena', { about: camille, shows: 'legal_status' }, (work) => recordAdvice(work, { advice: 'taken', leftOut: 'the offence', advisedOn: today }))
  await run('Mia', { about: camille, shows: 'withdrawal' }, (work) => askErasure(work, work.about, { cause: 'asked', ownWords: 'What I said about my mother should go.' }))
}

const texts = [
  { kind: 'asking', language: 'da', written: 'Det, du skriver her, læses kun af dem, der afgør, om de kan hjælpe, og senere af dem, der hjælper dig. De kommer og taler med dig, før noget begynder. Du kan sige nej da. Skriv dit navn, eller hvordan man finder dig. Skriv ikke noget, som nogen kunne bruge mod dig eller andre: først kommer en samtale.', easyRead: 'Nogen læser dette og kommer til dig. Du kan stadig sige nej. Skriv dit navn. Skriv ikke om det, du er sigtet for.' },
  { kind: 'asking', language: 'ar', written: 'ما تكتبه هنا لا يقرؤه إلا من يقررون هل يستطيعون المساعدة، ولاحقًا من يساعدونك. سيأتون ويتحدثون معك قبل أن يبدأ أي شيء. ويمكنك أن تقول «لا» عندها. اكتب اسمك أو كيف نجدك. لا تكتب ما يمكن أن يُستعمل ضدك أو ضد غيرك: أولًا يأتي الحديث.', easyRead: 'سيقرأ أحد هذا ويأتي إليك. ويمكنك عندها أن تقول لا. اكتب اسمك. لا تكتب عن التهمة الموجهة إليك.' },
  { kind: 'programme', language: 'da', written: 'Det er dit eget valg at deltage. Du kan sige nej, sige ikke nu eller stoppe når som helst, og det får ingen følger. Det, der skrives om dig, læses kun af dem, der arbejder med dig; du kan se, hvem de er, og hvem der har kigget, og du kan læse det. Noget skal efter loven gives videre, først og fremmest hvis nogen er i fare; du får det at vide, medmindre loven forbyder det. Du kan gøre indsigelse, bede om at få noget rettet og klage til datatilsynet.', easyRead: 'Du vælger. Du kan sige nej. Du kan stoppe. Ingen straffer dig for det. Du kan se, hvad vi skriver. Du kan se, hvem der læser det. Hvis nogen er i fare, skal vi sige det til andre. Du kan klage.' },
] as const

async function personNamed(run: Run, name: string): Promise<string> {
  return run('Kai', { shows: 'identity_name', does: 'consult' }, async (work) => (await work.db.selectFrom('participants').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .select(['participants.public_id', 'participants.id as participant_id']).where('identity_names.name', '=', name).executeTakeFirstOrThrow()).public_id)
}

/** Jonas at a kiosk, and Ravi in the hat of his office. */
async function theTwo(house: House): Promise<Actor[]> {
  const { name } = cast.find(({ first }) => first === 'Ravi')!
  return inWork(house, { actor: founder(), does: 'consult', shows: 'nothing', purpose: 'demonstration', door: 'waymark demo' }, async (work: Work): Promise<Actor[]> => {
    const ravi = await work.db.selectFrom('colleagues').select('id').where('name', '=', name).executeTakeFirstOrThrow()
    const jonas = await work.db.selectFrom('accounts').select('participant_id').where('username', '=', 'jonas').executeTakeFirstOrThrow()
    return [{ kind: 'participant', id: jonas.participant_id!, shape: 'person', name: 'participant', roles: ['participant'], language: 'en' }, { kind: 'colleague', id: ravi.id, shape: 'administrator', name, roles: ['administrator'], language: 'en' }]
  })
}
