import { refuse } from '../platform/refusals.ts'

export type Domain = { id: string, title: string, asks: string, source: string, about_belief: boolean, absent: string, some: string, clear: string }

/** What two colleagues look for in a note, as data. */
export type Frame = { id: string, version: number, title: string, source: string, says: string, domains: Domain[] }

/** What a coder can say of a domain. That a note does not speak of it is no code: neither good nor bad. */
export const answers = ['clear', 'some', 'absent', 'not-in-note'] as const
export type Answer = (typeof answers)[number]
export type Code = 0 | 1 | 2 | null

const codeOf: Record<Answer, Code> = { absent: 0, some: 1, clear: 2, 'not-in-note': null }

export function answerOf(code: number | null): Answer {
  return answers.find((answer) => codeOf[answer] === code) ?? 'not-in-note'
}

/** The domains that are asked under a programme: where its stance leaves belief alone, none about belief. */
export function domainsFor({ domains }: Pick<Frame, 'domains'>, { mayAskAboutBeliefs }: { mayAskAboutBeliefs: boolean }): Domain[] {
  return domains.filter((domain) => mayAskAboutBeliefs || !domain.about_belief)
}

export type Coded = { domains: string[], codes: Code[] }

/** One code for each domain that is asked, in their order. Refuses 'coding-other-domains' for a domain that is not asked, twice, or not at all. */
export function codedFrom(asked: readonly { id: string }[], sent: readonly { domain: string, code: Answer }[]): Coded {
  const given = new Map(sent.map(({ domain, code }) => [domain, code]))
  const isWhole = given.size === sent.length && sent.length === asked.length && asked.every(({ id }) => given.has(id))
  if (!isWhole) throw refuse('coding-other-domains')
  return { domains: asked.map(({ id }) => id), codes: asked.map(({ id }) => codeOf[given.get(id)!]) }
}

/** The code of one domain; undefined where it was not asked. */
export function codeIn({ domains, codes }: { domains: readonly string[], codes: readonly (number | null)[] }, domain: string): number | null | undefined {
  const place = domains.indexOf(domain)
  return place < 0 ? undefined : codes[place]
}

/** What a session can be coded from: something was held and written, and it belongs to a programme, whose stance says what may be asked. */
export function mustBeCodable({ state, plan_id: plan }: { state: string, plan_id: number | null }): void {
  if (state !== 'held' || plan === null) throw refuse('coding-not-held')
}
