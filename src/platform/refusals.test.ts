import { expect, test } from 'vitest'
import { orNothing, refuse } from './refusals.ts'

test('it gives what is there, nothing for what is not found, and lets every other fault through', async () => {
  expect(await orNothing(Promise.resolve(7))).toBe(7)
  expect(await orNothing(Promise.reject(refuse('not-found')))).toBeUndefined()
  await expect(orNothing(Promise.reject(refuse('too-big')))).rejects.toMatchObject({ code: 'too-big' })
  await expect(orNothing(Promise.reject(new Error('The connection was lost.')))).rejects.toThrow('The connection was lost.')
})
