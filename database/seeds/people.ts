import type { First } from './cast.ts'

/** Who from the cast works with somebody, in the role they are appointed to. */
type Team = { facilitator?: First, mentor?: First, assessor?: First, case_manager?: First }

export type SeededPerson = {
  name: string
  number: string
  bornOn: string
  why: string
  referredDaysAgo: number
  programme: string
  languages?: string
  needsInterpreter?: boolean
  team: Team
  /** The day on which the plan began, counted back; nobody has a plan without it. */
  planDaysAgo?: number
  aims?: { aim: string, reason: string, /** The state to which it belongs. */ state?: string }[]
  /** Legal status and day of release, as Lena recorded them: days before today and after it. */
  legal?: { status: 'sentenced' | 'remand' | 'probation', fromDaysAgo: number, releaseInDays?: number[], /** Whom they may not meet, and which order says so. */ restrictions?: string }
  /** Units of the programme in their order, those left out, goals for three months, what makes the plan fit, where the person stands. */
  parts?: { unitId: string, reason: string }[]
  leftOut?: { unitId: string, reason: string }[]
  goals?: { title: string, inDays?: number, levels: [string, string, string, string, string] }[]
  needs?: { kind: 'language' | 'literacy' | 'trauma' | 'education' | 'work' | 'pro-social' | 'person', what: string, why?: string }[]
  stands?: { state: string, reason: string, daysAgo: number }[]
  /** Sessions that were held or missed, counted back. */
  sessions?: { by: First, daysAgo: number, time: string, minutes: number, done?: string, ownWords?: string, cause?: 'no-escort' | 'lockdown' | 'illness' | 'person-declined' }[]
  next?: { by: First, inDays: number, time: string, place: string }
  agreement?: { by: First, daysAgo: number, clauses: string[], signed: boolean }
}

/** Invented people of the invented service. Nobody here is anybody. */
export const people: SeededPerson[] = [
  { name: 'Jonas Lind', number: 'FV-10001', bornOn: '1996-05-17', why: 'Asks for help to leave the group before his release.', referredDaysAgo: 75, programme: 'back-on-track',
    team: { facilitator: 'Amira', mentor: 'Mia', assessor: 'Noor', case_manager: 'Lena' }, planDaysAgo: 60, legal: { status: 'sentenced', fromDaysAgo: 400, releaseInDays: [142] },
    goals: [{ title: 'Mornings in the joiner\'s workshop', levels: ['Stays away for a month.', 'Comes once or twice, and leaves early.', 'Two mornings a week, till the end.', 'Three mornings a week.', 'Every morning, and asks for a piece of his own.'] },
      { title: 'A room in sight', inDays: 21, levels: ['No office answers.', 'One office answers, and has none.', 'On two lists, with a date to ask again.', 'One room looked at.', 'A room promised for April.'] }],
    needs: [{ kind: 'education', what: 'Joiner\'s training, from the spring.' }, { kind: 'literacy', what: 'Letters from offices are read together, aloud.' }],
    aims: [{ aim: 'A room of his own from the first night outside', reason: 'Without it he would sleep at the old friends\' place, he says.' }, { aim: 'Back into the joiner\'s training', reason: 'It was the last time he was proud of something.' }],
    sessions: [
      { by: 'Mia', daysAgo: 52, time: '10:00', minutes: 60, done: 'First meeting. We talked about what a mentor does and does not do.', ownWords: 'I do not want to be anybody\'s project.' },
      { by: 'Mia', daysAgo: 45, time: '10:00', minutes: 75, done: 'Looked at the three housing offices and wrote to two.', ownWords: 'I can ring them myself.' },
      { by: 'Mia', daysAgo: 38, time: '10:00', minutes: 60, cause: 'no-escort' },
      { by: 'Mia', daysAgo: 31, time: '10:00', minutes: 60, done: 'Practised the talk with the training school.' },
      { by: 'Mia', daysAgo: 17, time: '10:00', minutes: 60, cause: 'illness' },
      { by: 'Mia', daysAgo: 10, time: '10:00', minutes: 90, done: 'The school said yes for the spring. Planned the first week outside.', ownWords: 'It feels real now.' },
    ],
    next: { by: 'Mia', inDays: 2, time: '10:00', place: 'room B2' },
    agreement: { by: 'Mia', daysAgo: 45, signed: true, clauses: ['We meet every second week, in room B2.', 'Jonas rings the housing office himself; Mia sits beside him.', 'What Jonas tells Mia stays between them, except a danger to somebody\'s life.', 'Jonas says beforehand when he does not want to meet.'] } },
  { name: 'Camille Roux', number: 'FV-10002', bornOn: '2007-02-03', why: 'Wants somebody to talk to who is not from the office.', referredDaysAgo: 50, programme: 'back-on-track', languages: 'French, English',
    team: { mentor: 'Mia', case_manager: 'Lena' }, planDaysAgo: 30,
    sessions: [{ by: 'Mia', daysAgo: 20, time: '15:00', minutes: 60, done: 'Walked to the community kitchen and back.' }, { by: 'Mia', daysAgo: 6, time: '15:00', minutes: 60, cause: 'person-declined' }],
    agreement: { by: 'Mia', daysAgo: 20, signed: false, clauses: ['We meet every week, at three.', 'Camille decides what her mother is told.'] } },
  { name: 'Tora Dahl', number: 'FV-10003', bornOn: '1992-08-21', why: 'Twice in fights on the wing; says herself that she wants it to stop.', referredDaysAgo: 88, programme: 'entre',
    team: { facilitator: 'Amira', assessor: 'Noor', case_manager: 'Lena' }, planDaysAgo: 70, legal: { status: 'sentenced', fromDaysAgo: 300, releaseInDays: [140, 35], restrictions: 'Not to meet or write to the two women of the fight in the yard, as the judgment says.' },
    aims: [{ aim: 'No more fights, and a way to stop before one', reason: 'She says herself that it costs her every visit.' }],
    parts: [{ unitId: 'relations', reason: 'Every fight so far began with who stands with whom.' }, { unitId: 'problem_solving', reason: 'She asked for something to do in the moment itself.' }, { unitId: 'aggression_history', reason: 'The yard, step by step: she wants to understand it.' }],
    leftOut: [{ unitId: 'attitudes', reason: 'Nothing in our shared understanding points there.' }],
    goals: [{ title: 'Stopping before it turns into a fight', levels: ['A fight every week.', 'A fight in a month; she cannot say what came before.', 'Leaves once when it begins, and tells Amira how.', 'Leaves whenever it begins.', 'Asks a third person for help before it begins.'] }],
    needs: [{ kind: 'trauma', what: 'The door stays open, and she sits where she sees it.' }],
    sessions: [
      { by: 'Amira', daysAgo: 63, time: '09:00', minutes: 75, done: 'Mapping: what a good week looks like.' }, { by: 'Amira', daysAgo: 60, time: '09:00', minutes: 60, done: 'Mapping: the fight in the yard, step by step.' },
      { by: 'Amira', daysAgo: 56, time: '09:00', minutes: 60, cause: 'lockdown' }, { by: 'Amira', daysAgo: 12, time: '09:00', minutes: 90, done: 'Relations: who rang, who did not.', ownWords: 'My sister came back to me.' },
    ],
    next: { by: 'Amira', inDays: 1, time: '09:00', place: 'room A1' } },
  { name: 'Nils Aas-Kirkegaard-Vestergaard', number: 'FV-10004', bornOn: '1985-11-30', why: 'Sentenced; asks what the programme is and would like to try.', referredDaysAgo: 40, programme: 'healthy-identity',
    team: { facilitator: 'Amira', assessor: 'Noor', case_manager: 'Lena' }, planDaysAgo: 14, legal: { status: 'sentenced', fromDaysAgo: 700 },
    aims: [{ aim: 'To be a father whom his children may ask anything', reason: 'It is what he names first, wherever else he stands.' }, { aim: 'To put his own questions to what he was told there', reason: 'He began to ask them himself.', state: 'engaged' },
      { aim: 'To step away from the group, one promise after the other', reason: 'He asked whether he would have to go back to them.', state: 'doubting' }],
    parts: [{ unitId: 'engagement_insight', reason: 'He asks what he is still committed to.' }, { unitId: 'personal_identity', reason: 'Being a father again is what he names first.' }, { unitId: 'moving_on', reason: 'He wants a plan that is not only a list of what is forbidden.' }],
    needs: [{ kind: 'pro-social', what: 'The choir of the town, from next term.' }, { kind: 'person', what: 'A second facilitator', why: 'For the first month, so that a session need not fall out.' }],
    stands: [{ state: 'engaged', reason: 'Speaks of "we" throughout.', daysAgo: 12 }, { state: 'doubting', reason: 'Asked whether he would have to go back to them.', daysAgo: 3 }] },
  { name: 'إبراهيم حداد', number: 'FV-10005', bornOn: '2001-01-09', why: 'Pressed by others on the wing.', referredDaysAgo: 21, programme: 'back-on-track', languages: 'Arabic', needsInterpreter: true,
    team: { mentor: 'Mia', case_manager: 'Lena' } },
]

/** Referrals that wait for somebody's decision. */
export const waiting = [
  { name: 'Emil Sørensen-Holm', number: 'FV-10011', why: 'Talks about leaving since his brother visited.', referredDaysAgo: 18, answer: 'yes' as const },
  { name: 'Zoë Nygaard', number: 'FV-10012', why: 'Her teacher at the prison school asked whether somebody could talk with her about what comes after.', referredDaysAgo: 9, answer: 'not-asked' as const },
  { name: 'Björn Haddad', number: 'FV-10013', why: 'Was offered it by his lawyer; does not want to at present.', referredDaysAgo: 4, answer: 'not-now' as const },
]
