type Told = {
  id: string, name: string, unit: string, state: string, meetsAt: string, consent: string, stopped: boolean, status: string, release: string
  team: { name: string, role: string }[] | null
  readers: { name: string, role: string, scope: string }[] | null
  counts: { state: string, cause: string | null, times: number }[] | null
  plan: { id: string, programme: string, beginsOn: string } | null
  referral: { referred_on: string, state: string, public_id: string }[] | null
  agreements: { public_id: string, purpose: string, proposed_on: string, signed: number }[] | null
  sessions: { id: string, startsAt: string, minutes: number, place: string, state: string, cause: string | null, with: string, done: string | null }[]
}

/** The same facts as on the person's page, set by hand. */
export function limitPage(told: Told): string {
  const here = `/people/${told.id}`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Person</title><link rel="stylesheet" href="/assets/look.css"></head><body>
<header><a href="/">My day</a> <a href="/people">My people</a></header><main><h1>${safe(told.name)}</h1>
<p>${safe(told.unit)} · ${safe(told.state)}${told.stopped ? ', stopped' : ''} · works with ${(told.team ?? []).map(({ name }) => safe(name)).join(', ')}</p>
<aside><h2>Person</h2><ul><li><a href="${here}/consents">${safe(told.consent)}</a></li><li><a href="${here}/statuses">${safe(told.status)}</a></li><li><a href="${here}/release">${safe(told.release)}</a></li></ul>
<h2>Plan</h2><p>${told.plan ? `<a href="${here}/plans/${told.plan.id}">${safe(told.plan.programme)}</a>, since ${safe(told.plan.beginsOn)}` : 'none'}</p>
<h2>Agreements</h2>${(told.agreements ?? []).map((one) => `<p><a href="${here}/agreements/${one.public_id}">${safe(one.purpose)}</a>, proposed ${safe(one.proposed_on)}, signed by ${one.signed}</p>`).join('')}
<h2>Referral</h2><ul>${(told.referral ?? []).map((one) => `<li><a href="/referrals/${one.public_id}">${safe(one.referred_on)}</a>, ${safe(one.state)}</li>`).join('')}</ul>
<p>Who can read this: ${(told.readers ?? []).map(({ name, role }) => `${safe(name)} (${safe(role)})`).join(', ')}</p></aside>
<p>${(told.counts ?? []).map(({ state, cause, times }) => `${times} ${safe(state)} ${safe(cause ?? '')}`).join(', ')}</p>
<table><thead><tr><th>Session</th><th>With</th><th>Length</th><th>What</th></tr></thead><tbody>${told.sessions.map((one) => `<tr>
<th><a href="${here}/sessions/${one.id}">${safe(one.startsAt)}</a></th><td>${safe(one.with)}</td><td>${one.minutes} min</td><td>${safe(one.done ?? one.cause ?? one.state)}</td></tr>`).join('')}</tbody></table>
</main></body></html>`
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function safe(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}
