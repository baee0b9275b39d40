import { expect, test } from 'vitest'
import { places } from './places.ts'
import { treeOf } from './tree.ts'

const look = async (contents: Record<string, string>) => (await places.look(treeOf(contents))).problems

// Put together, so that this file is not found itself.
const machine = ['', 'home', 'mia', 'waymark'].join('/')
const host = ['https:/', 'registry.example', 'pg'].join('/')
const neighbour = ['..', 'shared', 'house.md'].join('/')

test.each([machine, host, neighbour])('it finds %s', async (place) => {
  expect(await look({ 'docs/operations.md': `first line\nsee ${place}` })).toEqual([`docs/operations.md:2 names a place of a machine: see ${place}`])
})

test('it lets addresses of the application and pictures be', async () => {
  expect(await look({ 'src/app/routes.ts': "'/people/{participantId}/work'", 'docs/page.png': `\0${machine}` })).toEqual([])
})

test('it finds a heavy file', async () => {
  expect(await look({ 'docs/page.png': '\0'.repeat(700 * 1024) })).toEqual(['docs/page.png weighs 700 KiB, 600 is the most'])
})
