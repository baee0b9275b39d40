/** A file sent by page as with a browser: its suggested columns taken, tried and confirmed. Gives its public id. */
export async function confirmedOver(port: number, { cookie, kind, csv }: { cookie: string, kind: string, csv: string }): Promise<string> {
  const page = `/${kind}/import`
  const upload = new FormData()
  for (const [name, value] of hiddenIn(formIn(await seen(port, page, cookie)))) upload.append(name, value)
  upload.append('file', new File([csv], 'file.csv'))
  const columns = await sent(port, page, { cookie, body: upload })
  const form = formIn(await seen(port, columns, cookie))
  const chosen = [...form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map(([select, name = '']): [string, string] => [name, /<option value="([^"]*)" selected/.exec(select)?.[1] ?? ''])
  const trial = await sent(port, columns, { cookie, body: new URLSearchParams([...hiddenIn(form), ...chosen]) })
  await sent(port, trial, { cookie, body: new URLSearchParams(hiddenIn(formIn(await seen(port, trial, cookie)))) })
  return columns.split('/').at(-1)!
}

async function seen(port: number, path: string, cookie: string): Promise<string> {
  return (await fetch(`http://localhost:${port}${path}`, { headers: { cookie, connection: 'close' } })).text()
}

async function sent(port: number, path: string, { cookie, body }: { cookie: string, body: FormData | URLSearchParams }): Promise<string> {
  const answer = await fetch(`http://localhost:${port}${path}`, { method: 'POST', redirect: 'manual', body, headers: { cookie, connection: 'close', origin: `http://localhost:${port}` } })
  const to = answer.headers.get('location')
  if (answer.status !== 303 || to === null) throw new Error(`${path} answered ${answer.status}.`)
  return new URL(to, `http://localhost:${port}`).pathname
}

function formIn(page: string): string {
  return [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => ['file', 'fields.', 'seal'].some((name) => text.includes(`name="${name}`))) ?? ''
}

function hiddenIn(form: string): [string, string][] {
  return [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
}
