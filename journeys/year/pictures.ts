import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { testHouse } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { addAssets } from '../../src/app/surroundings.ts'
import { webOf } from '../../src/app/web.ts'
import { useAssets } from '../../src/platform/page/index.ts'
import { openBrowser } from '../browser.ts'
import { signIn } from '../service.ts'
import type { Norland } from './people.ts'

const project = join(import.meta.dirname, '../..')

/** The same house, with its clock where the story left it, behind a real address: each page wide and as on a phone. */
export async function takePictures(folder: string, norland: Norland): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const { address, stop } = await openTheDoors()
  const browser = await openBrowser()
  try {
    for (const [who, paths] of Object.entries(pagesOf(norland))) for (const wish of [{}, { width: 390 }]) await picturesOf(await browser.newPage({ ...wish, baseURL: address }), { who: who as First, paths, address, file: `${folder}/${who}${'width' in wish ? '-phone' : ''}` })
  } finally {
    await browser.close()
    await stop()
  }
}

async function picturesOf(page: Page, { who, paths, address, file }: { who: First, paths: string[], address: string, file: string }): Promise<void> {
  await signIn(page, address, who)
  for (const path of paths) await shoot(page, path, `${file}${path.replaceAll(/[^a-z0-9]+/gi, '-')}.png`)
  await page.context().close()
}

function pagesOf({ tora, nils, jonas, yusuf }: Norland): Partial<Record<First, string[]>> {
  const of = (person: { publicId: string }, ...more: string[]) => ['', ...more].map((path) => `/people/${person.publicId}${path}`)
  return {
    Kai: ['/', '/tomorrow', ...of(tora, `/plans/${tora.planId}`, '/sessions', '/release', '/closing', '/transition'), ...of(nils, `/plans/${nils.planId}`, '/sessions', '/moves', '/team'), ...of(jonas, '/plans', '/moves'), ...of(yusuf, '/plans')],
    Lena: ['/', ...of(jonas, '/moves', '/release'), ...of(tora)], Mia: ['/', ...of(jonas, '/sessions')], Cleo: ['/'], Olga: ['/figures/sessions', '/figures/delivery'],
  }
}

async function shoot(page: Page, path: string, file: string): Promise<void> {
  await page.goto(path)
  await page.screenshot({ path: file, fullPage: true })
}

async function openTheDoors(): Promise<{ address: string, stop(): Promise<void> }> {
  const { house } = await testHouse()
  useAssets(JSON.parse(readFileSync(join(project, 'dist/assets.json'), 'utf8')) as Record<string, string>)
  const app = webOf(house, { baseUrl: undefined, secure: false, timeZone: 'Europe/Copenhagen', logFault: (fault) => { throw fault }, around: (hono) => addAssets(hono, join(project, 'dist/assets')) })
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0 }, ({ port }) => resolve({ address: `http://localhost:${port}`, stop: () => new Promise((done) => { server.close(() => done()) }) }))
  })
}
