import { expect, test } from 'vitest'
import * as check from 'fast-check'
import { addDays, addMonths, day, instant, type Day } from '../platform/day.ts'
import { inForce, partyToAnswer, reviewDueOn, reviewMonthsFrom, signedOn, standing, stateOf, versionToReview, waiting, type Agreement, type Party, type Review, type Version } from './agreement.ts'
import { changesSince, difference } from './difference.ts'
import { carriedOn, outcomesOf } from './review.ts'

const mia = 7
const spring = day('2026-03-01')
const days = check.integer({ min: 0, max: 4000 }).map((number) => addDays(day('2020-01-01'), number))
const texts = check.array(check.constantFrom('meet weekly', 'call home', 'find a flat', 'go to class'), { maxLength: 6 })

test('it is proposed until everybody has signed, and then signed', () => {
  expect(stateOf(anAgreement({ versions: [aVersion({ jonas: spring })] }))).toBe('proposed')
  expect(stateOf(anAgreement({ versions: [aVersion({ jonas: spring, mia: spring })] }))).toBe('signed')
})

test('it is not signed by a refusal', () => {
  const version = aVersion({ jonas: spring, mia: spring }, 'refused')
  expect([inForce(anAgreement({ versions: [version] })), waiting(anAgreement({ versions: [version] }))]).toEqual([undefined, version])
})

test('it keeps the version in force until all have signed the next', () => {
  const [first, second] = [aVersion({ jonas: spring, mia: spring }), { ...aVersion({ jonas: spring }), number: 2 }]
  const agreement = anAgreement({ versions: [first, second] })
  expect([inForce(agreement), waiting(agreement)]).toEqual([first, second])
})

test('it counts from the last signature, whatever the order of signing', () => {
  check.assert(check.property(days, days, (one, other) => {
    expect(signedOn(aVersion({ jonas: one, mia: other }))).toBe(signedOn(aVersion({ jonas: other, mia: one })))
    expect(reviewDueOn(anAgreement({ versions: [aVersion({ jonas: one, mia: other })] }))).toBe(addMonths(one > other ? one : other, 3))
  }))
})

test('it is never reviewed later than three months after signing, and never at once', () => {
  check.assert(check.property(days, check.option(check.integer({ min: -3, max: 40 }), { nil: undefined }), (on, named) => {
    const due = reviewDueOn(anAgreement({ versions: [aVersion({ jonas: on, mia: on })], reviewMonths: reviewMonthsFrom(named) }))!
    expect(due > on && due <= addMonths(on, 3)).toBe(true)
  }))
})

test('it takes the interval of a programme that names a shorter one', () => {
  expect([reviewMonthsFrom(1), reviewMonthsFrom(6), reviewMonthsFrom(undefined)]).toEqual([1, 3, 3])
})

test('it counts the next review from the last one, never backwards', () => {
  check.assert(check.property(days, check.array(check.integer({ min: 0, max: 90 }), { maxLength: 4 }), (signed, gaps) => {
    const reviews = gaps.map((gap, at) => aReview(addDays(signed, gaps.slice(0, at).reduce((sum, one) => sum + one, gap))))
    const due = reviewDueOn(anAgreement({ versions: [aVersion({ jonas: signed, mia: signed })], reviews }))
    expect(due).toBe(addMonths(reviews.at(-1)?.heldOn ?? signed, 3))
  }))
})

test('it is due two weeks ahead, and lapses only on the day after', () => {
  const agreement = anAgreement({ versions: [aVersion({ jonas: spring, mia: spring })] })
  expect(standing(agreement, day('2026-05-17'))).toBe('signed')
  expect(standing(agreement, day('2026-05-18'))).toBe('review-due')
  expect(standing(agreement, day('2026-06-01'))).toBe('review-due')
  expect(standing(agreement, day('2026-06-02'))).toBe('lapsed')
})

test('it asks nothing of an agreement that has ended', () => {
  const ended = { on: spring, at: instant('2026-03-01T09:00:00Z'), word: 'completed' as const, reason: 'done', by: 'Mia' }
  const agreement = anAgreement({ versions: [aVersion({ jonas: spring, mia: spring })], ended })
  expect([stateOf(agreement), reviewDueOn(agreement), standing(agreement, day('2027-01-01'))]).toEqual(['ended', undefined, 'ended'])
})

test('it lets each party answer once, and only for themselves', () => {
  const agreement = anAgreement({ versions: [aVersion({ jonas: spring })] })
  expect(partyToAnswer(agreement, mia).colleagueId).toBe(mia)
  expect(() => partyToAnswer(agreement, null)).toThrow('agreement-already-answered')
  expect(() => partyToAnswer(agreement, 99)).toThrow('agreement-not-your-signature')
})

test('it is reviewed on a day between its signing and today', () => {
  const agreement = anAgreement({ versions: [aVersion({ jonas: spring, mia: spring })] })
  check.assert(check.property(days, days, (held, today) => {
    const attempt = () => versionToReview(agreement, held, today)
    if (held > today || held < spring) expect(attempt).toThrow(/agreement-(day-ahead|review-too-early)/)
    else expect(attempt().number).toBe(1)
  }))
})

test('it hears of every clause, and a reason where one was not carried out or is dropped', () => {
  const clauses = [{ id: 1, place: 1, text: 'meet weekly' }, { id: 2, place: 2, text: 'call home' }]
  expect(() => outcomesOf(clauses, [{ place: 1, outcome: 'partly' }])).toThrow('agreement-clause-left-out')
  expect(() => outcomesOf(clauses, [{ place: 1, outcome: 'partly' }, { place: 1, outcome: 'partly' }])).toThrow('agreement-clause-left-out')
  expect(() => outcomesOf(clauses, [{ place: 1, outcome: 'partly' }, { place: 2, outcome: 'not' }])).toThrow('fields')
  expect(outcomesOf(clauses, [{ place: 2, outcome: 'not', reason: 'phone broken' }, { place: 1, outcome: 'partly' }]).map(({ clauseId }) => clauseId)).toEqual([1, 2])
})

test('it carries on what is marked, never what is dropped', () => {
  const clauses = [{ id: 1, place: 1, text: 'meet weekly' }, { id: 2, place: 2, text: 'call home' }]
  const said = [{ place: 1, outcome: 'partly' as const, carry: true }, { place: 2, outcome: 'dropped' as const, reason: 'moved', carry: true }]
  expect(carriedOn(clauses, said, 'new-version', ['find a flat'])).toEqual(['meet weekly', 'find a flat'])
  expect(() => carriedOn(clauses, said, 'goes-on', [])).toThrow('agreement-dropped-stays')
  expect(() => carriedOn(clauses, [], 'new-version', [])).toThrow('agreement-nothing-carried')
})

test('it shows a difference from which both versions can be read again', () => {
  check.assert(check.property(texts, texts, (before, after) => {
    const lines = difference(before, after)
    expect(lines.filter(({ change }) => change !== 'new').map(({ text }) => text)).toEqual(before)
    expect(lines.filter(({ change }) => change !== 'left-out').map(({ text }) => text)).toEqual(after)
  }))
})

test('it shows no difference where there is none', () => {
  check.assert(check.property(texts, (same) => { expect(difference(same, same).map(({ change }) => change)).toEqual(same.map(() => 'kept')) }))
})

test('it tells what was changed after a revision was shown, oldest first', () => {
  const agreement = anAgreement({ versions: [aVersion({}), { ...aVersion({}), number: 2, revision: 3 }], reviews: [{ ...aReview(spring), revision: 2 }] })
  expect(changesSince(agreement, 1).map(({ kind }) => kind)).toEqual(['review', 'version'])
  expect(changesSince(agreement, 3)).toEqual([])
})

function anAgreement(given: Partial<Agreement>): Agreement {
  return { id: 1, publicId: 'a', participantId: 2, purpose: 'mentoring', reviewMonths: 3, revision: 1, versions: [], reviews: [], ...given }
}

/** A version that Jonas and Mia are party to; whoever has a day has answered on it. */
function aVersion({ jonas, mia: signed }: { jonas?: Day, mia?: Day }, said: 'signed' | 'refused' = 'signed'): Version {
  const answer = (on: Day | undefined, given: 'signed' | 'refused') => on && { answer: { answer: given, on, ownWords: '', way: 'own-account' as const, seenBy: '', recordedBy: '' } }
  const parties: Party[] = [{ id: 1, colleagueId: null, name: 'Jonas', role: 'participant', ...answer(jonas, said) }, { id: 2, colleagueId: mia, name: 'Mia', role: 'mentor', ...answer(signed, 'signed') }]
  return { id: 1, number: 1, revision: 1, proposedOn: day('2019-12-31'), at: instant('2019-12-31T09:00:00Z'), proposedBy: 'Mia', reason: '', parties, clauses: [{ id: 1, place: 1, text: 'meet weekly' }] }
}

function aReview(heldOn: Day): Review {
  return { id: 1, publicId: 'r', versionId: 1, revision: 2, heldOn, at: instant(`${heldOn}T09:00:00Z`), note: '', next: 'goes-on', recordedBy: 'Mia', outcomes: [] }
}
