import pg from 'pg'
import { password } from './fill.ts'
import { ask } from './load.ts'
import { connectionOf } from './place.ts'

/** Somebody who works during the measurement: their sign-in at the application, and the people they work with now. */
export type Worker = { cookie: string, id: number, name: string, username: string, role: string, shape: string, people: { publicId: string, name: string, plan: string }[] }

/** Colleagues of every kind that the operations need, signed in through the page like everybody. */
export async function signInAll(dataDir: string, port: number): Promise<Worker[]> {
  const workers: Worker[] = []
  for (const found of await colleagues(dataDir)) workers.push({ ...found, cookie: await signIn(port, found.username) })
  return workers
}

const wanted = [{ role: 'facilitator', most: 24 }, { role: 'coordinator', most: 8 }, { role: 'head', most: 1 }]

async function colleagues(dataDir: string): Promise<Omit<Worker, 'cookie'>[]> {
  const client = new pg.Client(connectionOf(dataDir, 'superuser'))
  await client.connect()
  try {
    const found: Omit<Worker, 'cookie'>[] = []
    for (const { role, most } of wanted) found.push(...(await client.query<Omit<Worker, 'cookie'>>(theirs, [role, most])).rows)
    return found
  } finally {
    await client.end()
  }
}

const theirs = `select c.id, c.name, a.username, p.role, case p.role when 'head' then 'counts' else 'casework' end as shape,
    coalesce((select json_agg(json_build_object('publicId', q.public_id, 'name', n.name, 'plan', l.public_id) order by q.id) from assignments s
      join participants q on q.id = s.participant_id join identity_names n on n.participant_id = q.id join plans l on l.participant_id = q.id where s.colleague_id = c.id and s.until_at is null), '[]') as people
  from appointments p join colleagues c on c.id = p.colleague_id join accounts a on a.colleague_id = c.id
  where p.role = $1 and a.username like 'staff-%' order by hashint4(c.id) limit $2`

async function signIn(port: number, username: string): Promise<string> {
  const page = await ask(port, { method: 'GET', path: '/sign-in', cookie: '' })
  const form = [...page.text.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes('name="password"')) ?? ''
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']): [string, string] => [name, value])
  const body = new URLSearchParams([...hidden, ['username', username], ['password', password]]).toString()
  const answer = await ask(port, { method: 'POST', path: '/sign-in', cookie: '', body, type: 'application/x-www-form-urlencoded' })
  const cookie = answer.cookies.map((line) => line.split(';')[0] ?? '').find((pair) => pair.startsWith('__Host-sign-in='))
  if (answer.status !== 303 || !cookie) throw new Error(`${username} could not sign in: ${answer.status}`)
  return cookie
}
