import { answerComplaint, coordinatorsFor, forwardComplaint, raise, writeDown } from '../../src/complaints/index.ts'
import { addDays, type Day } from '../../src/platform/day.ts'
import { inWork, type House } from '../../src/platform/open-work.ts'
import type { Actor, Work } from '../../src/platform/work.ts'
import { cast, founder } from './cast.ts'

/** What people of Norland do not agree with: one that is late, one that Jonas wrote himself, one forwarded to Kai, one answered. */
export async function disagree(house: House, today: Day): Promise<void> {
  const [rune, jonas] = await theTwo(house)
  const asRune = <T>(what: (work: Work) => Promise<T>) => inWork(house, { actor: rune!, does: 'collect', shows: 'complaint', purpose: 'demonstration', door: 'waymark demo' }, what)
  await asRune((work) => writeDown(work, { number: 'FV-10002', kind: 'complaint', subject: 'shared', toldOn: addDays(today, -34), reach: 'In a talk, with her mentor outside the room.',
    words: 'Somebody told my mother which days I come here. I never said that was all right. I want to know who it was, and that it does not happen again.' }))
  await inWork(house, { actor: jonas!, does: 'collect', shows: 'complaint', purpose: 'demonstration', door: 'waymark demo' }, (work) => raise(work, {
    kind: 'objection', subject: 'record', words: 'It says that I did not come because I was ill. I had a fever, but I sat in the room and nobody came. I want that to stand beside it.' }))
  const forwarded = await asRune((work) => writeDown(work, { number: 'FV-10004', kind: 'complaint', subject: 'decision', toldOn: addDays(today, -9), words: 'Three times the room was taken by others. Then it says that it is my pause.' }))
  await asRune(async (work) => {
    const [kai] = await coordinatorsFor(work, forwarded.publicId)
    await forwardComplaint(work, { complaintId: forwarded.publicId, to: kai!.public_id, why: 'Kai plans the rooms, and can say what happened on the three days.', until: addDays(today, 10) })
  })
  const file = await asRune((work) => writeDown(work, { number: 'FV-10003', kind: 'file', toldOn: addDays(today, -20), words: 'I want to read everything before my hearing.' }))
  await asRune((work) => answerComplaint(work, { complaintId: file.publicId, outcome: 'given', words: 'You read the whole file with me on two mornings and hold a copy. Nothing was left out.' }))
}

/** Rune in the hat of his office, and Jonas at a kiosk. */
async function theTwo(house: House): Promise<(Actor | undefined)[]> {
  const { name } = cast.find(({ first }) => first === 'Rune')!
  return inWork(house, { actor: founder(), does: 'consult', shows: 'nothing', purpose: 'demonstration', door: 'waymark demo' }, async (work): Promise<Actor[]> => {
    const rune = await work.db.selectFrom('colleagues').select('id').where('name', '=', name).executeTakeFirstOrThrow()
    const jonas = await work.db.selectFrom('accounts').select('participant_id').where('username', '=', 'jonas').executeTakeFirstOrThrow()
    return [{ kind: 'colleague', id: rune.id, shape: 'oversight', name, roles: ['rights_officer'], language: 'en' }, { kind: 'participant', id: jonas.participant_id!, shape: 'person', name: 'participant', roles: ['participant'], language: 'en' }]
  })
}
