import { Agent, request } from 'node:http'

export type Asking = { method: 'GET' | 'POST', path: string, cookie: string, body?: string, type?: string }
export type Answer = { status: number, text: string, cookies: string[] }

/** What one slice of load found. */
export type Slice = { seconds: number, times: number[], failed: number, firstFailure?: string }

const agents = new Map<number, Agent>()

/** One request on a connection that is kept. */
export function ask(port: number, { method, path, cookie, body, type = 'application/json' }: Asking): Promise<Answer> {
  const agent = agents.get(port) ?? new Agent({ keepAlive: true, maxSockets: 64 })
  agents.set(port, agent)
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) }) }
    const call = request({ host: '127.0.0.1', port, method, path, agent, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString(), cookies: answer.headers['set-cookie'] ?? [] }))
    })
    call.on('error', reject)
    call.end(body)
  })
}

/** So many at once, each asking again as soon as it is answered, until the time or the count is up. */
export async function slice(port: number, next: () => Asking, { atOnce, milliseconds, most }: { atOnce: number, milliseconds: number, most: number }): Promise<Slice> {
  const found: Slice = { seconds: 0, times: [], failed: 0 }
  const began = performance.now()
  const until = began + milliseconds
  let left = most
  const one = async () => {
    while (performance.now() < until && left > 0) {
      left -= 1
      const asked = performance.now()
      const { status, text } = await ask(port, next())
      if (status === 200 || status === 201) found.times.push(performance.now() - asked)
      else { found.failed += 1; found.firstFailure ??= `${status} ${text.slice(0, 200)}` }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  found.seconds = (performance.now() - began) / 1000
  return found
}

export function closeAll(): void {
  for (const agent of agents.values()) agent.destroy()
}
