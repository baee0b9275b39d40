import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Sureness } from '../platform/definitions/index.ts'
import { checkAll, sourcesFor } from './catalogue.ts'
import { plainFact, tellingOf, type Fact, type FactSection } from './sheet.ts'
import { sheetOf } from './sheet-what.ts'

// The slides of the training that this house was built from, against what the pages tell: slide by slide, and how sure.

const catalogue = await checkAll(join(import.meta.dirname, '../../definitions'))

function sheet(id: string): FactSection[] {
  const definition = catalogue.definitions.get(id)?.definition
  if (!definition) throw new Error(`There is no definition ${id}.`)
  return sheetOf(tellingOf(definition, sourcesFor(catalogue, definition)))
}

const sheets = { bot: sheet('back-on-track'), entre: sheet('entre'), hii: sheet('healthy-identity'), cosa: sheet('cosa'), furqan: sheet('al-furqan'), rive: sheet('rive') }

type Slide = [of: keyof typeof sheets, row: string, says: string, how?: Sureness | undefined]

const slides: Slide[] = [
  ['bot', 'owner', 'Danish Prison and Probation Service'],
  ['bot', 'dates', 'the training deck gives 2012'],
  ['bot', 'summary', 'inspired by the gang exit programme'],
  ['bot', 'settings', 'Probation'],
  ['bot', 'target', 'judged vulnerable to radicalisation; inmates and probationers'],
  ['bot', 'aims', 'Better handling of everyday situations, problems and conflicts'],
  ['bot', 'roles', 'Supports the person and motivates them to pursue a positive change'],
  ['bot', 'roles', '1. telephone 2. psychological tests 2. interview'],
  ['bot', 'roles', '12 months; before being matched; Communication and relationship skills; Use of personal reflection and personal experience; Motivational interviewing; Technical knowledge about radicalisation and terrorism; A training manual'],
  ['bot', 'roles', 'Supported and monitored constantly by the service'],
  ['bot', 'referral', 'Referred by security staff; self-selection is noted with a question mark'],
  ['bot', 'basis', 'self-selection by motivation, with a question mark', 'inferred'],
  ['bot', 'agreements', 'every 3 months'],
  ['bot', 'network', 'case by case, only when they are a positive resource'],
  ['bot', 'forums', 'That the intelligence service sits in it is stated; the other members are inferred', 'inferred'],
  ['bot', 'sharing', 'Security and intelligence service (PET)', 'proposed'],
  ['bot', 'evidence', 'Small numbers; mentees satisfied in general; most mentoring agreements were carried out'],
  ['entre', 'owner', 'Swedish Prison and Probation Service'],
  ['entre', 'summary', 'one-to-one cognitive behavioural and problem-solving programme that helps violent extremist offenders to leave terrorist networks'],
  ['entre', 'summary', 'the therapist shows how thoughts and behaviour have resulted in problems and offers perspectives for a constructive life'],
  ['entre', 'stance', 'Does not challenge the radicalised views but the use of violence and other criminal acts'],
  ['entre', 'stance', 'focus mainly on disengagement'],
  ['entre', 'dates', 'Theory manual'],
  ['entre', 'methods', 'Themes and treatment strategies'],
  ['entre', 'methods', 'Risk, need and responsivity'],
  ['entre', 'unit-order', 'Flexible format and administration, depending on the client\'s needs, risks and conditions'],
  ['entre', 'stages', 'Assessment'], ['entre', 'stages', 'Case formulation'], ['entre', 'stages', 'Treatment'], ['entre', 'stages', 'Maintenance'],
  ['entre', 'dose', '50 sessions'], ['entre', 'dose', '2 times a week'], ['entre', 'dose', '60 to 90 minutes'],
  ['entre', 'units', 'History of aggression'], ['entre', 'units', 'Interpersonal relations and associates'], ['entre', 'units', 'Attitudes and values'],
  ['entre', 'units', 'Identity and self-image'], ['entre', 'units', 'Problem solving'],
  ['hii', 'dates', 'Begun'], ['hii', 'dates', 'In use'],
  ['hii', 'aims', 'To disengage from an extremist group, cause or ideology'],
  ['hii', 'stance', 'Challenges motivations, attitudes and values that support violent extremism'],
  ['hii', 'summary', 'Identity is the core concept: people identify strongly with relationships, groups and values'],
  ['hii', 'methods', 'Developed from casework, a literature review and what works'],
  ['hii', 'team', 'One or two with one person'],
  ['hii', 'instruments', 'ERG22+'],
  ['hii', 'unit-order', 'Flexible format depending on the assessment'],
  ['hii', 'methods', 'Pro-social modelling'], ['hii', 'methods', 'Emotional management'], ['hii', 'methods', 'Identity development'], ['hii', 'methods', 'Mindfulness'],
  ['hii', 'states', 'Simply to question their continuation'], ['hii', 'states', 'To separate'], ['hii', 'states', 'To consolidate their new commitments'],
  ['hii', 'units', 'Engagement and Insight'], ['hii', 'units', 'Foundation'], ['hii', 'units', 'Mindfulness'], ['hii', 'units', 'Personal Identity'],
  ['hii', 'units', 'Group Involvement and Conflict'], ['hii', 'units', 'Self-Image'], ['hii', 'units', 'Seeking Change'], ['hii', 'units', 'Moving On'],
  ['hii', 'evidence', 'Evaluated by practitioners and participants only; positive feedback'],
  ['cosa', 'country', 'Netherlands'],
  ['furqan', 'aims', 'To distinguish between truth and falsehood'],
  ['rive', 'cautions', 'The deck calls it evidence based; the evidence found is a count of 22 people', 'inferred'],
]

test.each(slides)('it tells the slide of %s in %s: %s', (of, row, says, how = 'established') => {
  const facts = sheets[of].flatMap(({ rows }) => rows).find(({ name }) => name === row)?.facts ?? []
  const telling = facts.find(fact => textOf(fact).includes(says))
  expect(telling, facts.map(textOf).join('\n')).toBeDefined()
  expect(telling?.mark).toBe(row === 'country' ? undefined : how) // a name needs no proof
})

test('it marks a choice of this house inside an established fact, and the other way round', () => {
  const rows = sheets.bot.flatMap(section => section.rows)
  const roles = rows.find(({ name }) => name === 'roles')?.facts ?? []
  const security = roles.find(({ title }) => title === 'Security staff')
  expect(security).toMatchObject({ titleMark: 'established', says: 'May refer. Learns nothing of the mentoring by referring.', mark: 'proposed' })
  const [agreement] = rows.find(({ name }) => name === 'agreements')?.facts ?? []
  expect(agreement?.parts.map(({ name, mark }) => `${name} ${mark}`)).toEqual(['review established', 'also-on proposed', 'parties proposed', 'lapse proposed'])
})

test('it says of the rest that nobody knows, and never fills it in', () => {
  const [meetings] = sheets.bot.flatMap(({ rows }) => rows).find(({ name }) => name === 'dose')?.facts ?? []
  expect(meetings?.parts).toContainEqual({ name: 'frequency', label: 'How often', mark: 'not_established' })
  expect(sheets.bot.find(({ name }) => name === 'unknown')?.rows[0]?.facts.map(fact => fact.says)).toContain('Grounds for exclusion')
  expect(sheets.hii.flatMap(({ rows }) => rows).find(({ name }) => name === 'claims')?.facts).toEqual([plainFact('Nothing is claimed for it: no design found so far could carry a claim.')])
})

test('it tells no security service anything by default, in any programme of the folder', () => {
  for (const { definition } of catalogue.definitions.values()) {
    const services = definition.roles.filter(({ agency }) => agency === 'police' || agency === 'intelligence_service').map(({ id }) => id)
    for (const rule of definition.sharing.filter(({ to }) => services.includes(to))) {
      expect(rule.what.length === 0 || ['decision', 'imminent_harm', 'court_order'].includes(rule.trigger), `${definition.id} ${rule.id}`).toBe(true)
    }
  }
})

test('it never shows a finding without its people, its design and its day', () => {
  let shown = 0
  for (const loaded of catalogue.definitions.values()) {
    for (const { title, mark, parts } of sheet(loaded.definition.id).flatMap(({ rows }) => rows).find(({ name }) => name === 'evidence')?.facts ?? []) {
      if (mark === undefined || parts.length === 0) continue
      shown += 1
      expect(title?.trim().length ?? 0, loaded.definition.id).toBeGreaterThan(0)
      expect(parts.map(({ name }) => name), loaded.definition.id).toEqual(expect.arrayContaining(['n', 'as-of']))
    }
  }
  expect(shown).toBeGreaterThan(20)
})

function textOf({ title, says, parts }: Fact): string {
  return [title, says, ...parts.map(part => part.says)].filter(Boolean).join(' · ')
}
