type Told = {
  id: string, name: string, unit: string, state: string, meetsAt: string, consent: string, stopped: boolean, status: string, release: string
  team: { name: string, role: string }[] | null
  readers: { name: string, role: string, scope: string }[] | null
  counts: { state: string, cause: string | null, times: number }[] | null
  plan: { id: string, programme: string, beginsOn: string } | null
  referral: { referred_on: string, state: string, public_id: string }[] | null
  agreements: { public_id: string, purpose: string, proposed_on: string, signed: number }[] | null
  next: { on: string, at: string | null, what: string }[] | null
  goals: { title: string, levels: { level: number, sentence: string }[] }[] | null
  measures: { series: string, measured_on: string, value: number | null }[] | null
  eligibility: { answers: { programme: string, answer: string }[] | null }
  asked: { public_id: string, authority: string, asked_on: string }[] | null
  advice: { words: string }[] | null
  safetyPlan: { review_on: string }[] | null
  crisis: string | null
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
<h2>Goals</h2>${(told.goals ?? []).map(goal).join('')}
${toldAndAdvised(told, here)}
<h2>How it goes</h2>${(told.measures ?? []).slice(0, 4).map((one) => `<p>${safe(one.series)}: ${one.value ?? ''} (${safe(one.measured_on)})</p>`).join('')}
<p>${(told.eligibility.answers ?? []).length} answers; <a href="${here}/incidents">${safe(told.crisis ?? 'no crisis')}</a></p>
<p>Who can read this: ${(told.readers ?? []).map(({ name, role }) => `${safe(name)} (${safe(role)})`).join(', ')}</p></aside>
<ul>${(told.next ?? []).map((one) => `<li>${safe(one.at ?? one.on)} ${safe(one.what)}</li>`).join('')}</ul>
<p>${(told.counts ?? []).map(({ state, cause, times }) => `${times} ${safe(state)} ${safe(cause ?? '')}`).join(', ')}</p>
<table><thead><tr><th>Session</th><th>With</th><th>Length</th><th>What</th></tr></thead><tbody>${told.sessions.map((one) => `<tr>
<th><a href="${here}/sessions/${one.id}">${safe(one.startsAt)}</a></th><td>${safe(one.with)}</td><td>${one.minutes} min</td><td>${safe(one.done ?? one.cause ?? one.state)}</td></tr>`).join('')}</tbody></table>
</main></body></html>`
}

function toldAndAdvised({ asked, advice, safetyPlan }: Told, here: string): string {
  return `<h2>What was told</h2>${(asked ?? []).slice(0, 3).map((one) => `<p><a href="${here}/sharing/${one.public_id}">${safe(one.authority)}, ${safe(one.asked_on)}</a></p>`).join('')}
<h2>Advice</h2>${(advice ?? []).slice(0, 3).map(({ words }) => `<p>${safe(words)}</p>`).join('')}<p>${safe(safetyPlan?.[0]?.review_on ?? 'no plan')}</p>`
}

type ToldPlan = {
  id: string, name: string, plan: string, programme: string, version: number, state: string, beginsOn: string
  aims: { aim: string, reason: string, name: string, written_at: string }[] | null
  goals: { public_id: string, title: string, from_on: string, until_on: string | null, levels: { level: number, sentence: string }[] }[] | null
  units: { unit_id: string, reason: string, done_on: string | null }[] | null
  sessions: { held: number, ahead: string[] | null }
  releases: { release_on: string, reason: string }[] | null
}

/** The same facts as on a plan's page. */
export function limitPlan(told: ToldPlan): string {
  const here = `/people/${told.id}/plans/${told.plan}`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plan</title><link rel="stylesheet" href="/assets/look.css"></head><body>
<header><a href="/">My day</a> <a href="/people">My people</a></header><main><h1>${safe(told.programme)}</h1><p>${safe(told.name)} · version ${told.version} · ${safe(told.state)} since ${safe(told.beginsOn)}</p>
<h2>Aims</h2><ol>${(told.aims ?? []).map((one) => `<li><p>${safe(one.aim)}</p><p>${safe(one.reason)} ${safe(one.name)}, ${safe(one.written_at)}</p></li>`).join('')}</ol>
<h2>Goals</h2>${(told.goals ?? []).map((one) => `${goal(one)}<a href="${here}/goals/${one.public_id}">change</a>`).join('')}
<h2>Parts</h2><ol>${(told.units ?? []).map((one) => `<li><p>${safe(one.unit_id)} ${safe(one.done_on ?? '')}</p><p>${safe(one.reason)} <a href="${here}/units/${safe(one.unit_id)}/done">done</a></p></li>`).join('')}</ol>
<aside><p>${told.sessions.held} held, ${(told.sessions.ahead ?? []).length} ahead, release ${safe(told.releases?.[0]?.release_on ?? 'not known')}</p></aside></main></body></html>`
}

function goal({ title, levels }: { title: string, levels: { level: number, sentence: string }[] }): string {
  return `<p><b>${safe(title)}</b></p><ul>${levels.map(({ level, sentence }) => `<li>${level}: ${safe(sentence)}</li>`).join('')}</ul>`
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function safe(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}
