import { expect, test } from 'vitest'
import { readNeeds } from './read-needs.ts'

test('it reads needs in the words they were sent in', () => {
  expect(readNeeds('low literacy, wheelchair; likes quiet rooms')).toEqual([
    { asWritten: 'low literacy', need: 'easy-reading' },
    { asWritten: 'wheelchair', need: 'step-free' },
    { asWritten: 'likes quiet rooms', need: null },
  ])
})
