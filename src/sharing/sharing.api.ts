import { z } from '@hono/zod-openapi'
import { apiDoors } from '../platform/doors/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { causes, commentAnswers, decisions, items, recipientKinds, stateOf, states, tellings, type Statement } from './disclosure.ts'
import { decidePackage, decideTelling, handOver, noteError, preparePackage, recallPackage } from './packages.verbs.ts'
import { DecidePackage, DecideTelling, HandOver, NoteError, PreparePackage, RecallPackage, RecordComment, RecordStatement, RefuseStatement } from './sharing.input.ts'
import { disclosureCounts, statementsOf } from './sharing.queries.ts'
import { mayHere, recordComment, recordStatement, refuseStatement, theStatement } from './sharing.verbs.ts'

const api = apiDoors()
export const sharingApi = api

const day = z.iso.date()
const DisclosureJson = z.object({
  id: z.string(), state: z.enum(states), recipient: z.object({ kind: z.enum(recipientKinds), authority: z.string(), function: z.string(), reference: z.string() }), askedBy: z.string(), askedOn: day, answerBy: day.nullable(),
  purpose: z.string(), basis: z.string(), necessity: z.string(), items: z.array(z.enum(items)), recordedBy: z.string(),
  refused: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  comment: z.object({ answer: z.enum(commentAnswers), words: z.string(), byPerson: z.boolean(), at: z.string() }).nullable(),
  package: z.object({ number: z.string(), language: z.string(), text: z.string(), hash: z.string(), usableUntil: day, preparedBy: z.string(), preparedAt: z.string() }).nullable(),
  second: z.object({ decision: z.enum(decisions), words: z.string(), by: z.string(), at: z.string() }).nullable(),
  receipt: z.object({ number: z.string(), hash: z.string(), on: day, way: z.string(), usableUntil: day, by: z.string() }).nullable(),
  recalled: z.object({ on: day, reason: z.string(), by: z.string() }).nullable(),
  errors: z.array(z.object({ words: z.string(), by: z.string(), at: z.string() })),
  told: z.array(z.object({ cause: z.enum(causes), decision: z.enum(tellings), words: z.string(), on: day, by: z.string() })),
}).openapi('Disclosure')

const both = ['casework', 'oversight'] as const
const of = { shows: 'disclosure_statement', about: 'participantId', for: both } as const
const writing = { ...of, does: 'collect', gives: DisclosureJson } as const
const coordinating = { ...writing, for: ['casework'] } as const

api.get('/people/{participantId}/disclosures', { ...of, does: 'consult', gives: z.object({ disclosures: z.array(DisclosureJson) }), summary: 'What courts and parole boards asked about a person, the latest first, and what became of it. A part that the reader may not read is null.' },
  async (work) => {
    if (!await mayHere(work, 'read')) throw refuse('not-found')
    return { disclosures: seen(work, await statementsOf(work, work.about)).map(disclosureJson) }
  })
api.post('/people/{participantId}/disclosures', { ...writing, takes: RecordStatement, summary: 'Writes down that an authority asked for a report on taking part. Nothing is told by that.' },
  async (work, { participantId: _, ...said }) => whole(work, await recordStatement(work, said)))
api.post('/people/{participantId}/disclosures/{statementId}/refusals', { ...writing, takes: RefuseStatement, summary: 'Nothing is told, with the reason.' },
  async (work, { statementId, reason }) => { await refuseStatement(work, statementId, reason); return whole(work, statementId) })
api.post('/people/{participantId}/disclosures/{statementId}/comments', { ...writing, takes: RecordComment, summary: 'What the person said when they were asked, before anything is told.' },
  async (work, { statementId, answer, words }) => { await recordComment(work, statementId, { answer, words }); return whole(work, statementId) })
api.post('/people/{participantId}/disclosures/{statementId}/packages', { ...coordinating, takes: PreparePackage, summary: 'Freezes what would be told, under the written rule that holds today.' },
  async (work, { statementId, language, agreedWords }) => { await preparePackage(work, statementId, { language, agreedWords }); return whole(work, statementId) })
api.post('/people/{participantId}/disclosures/{statementId}/decisions', { ...writing, takes: DecidePackage, summary: 'A second colleague approves the package or sends it back; never whoever prepared it.' },
  async (work, { statementId, number, decision, decisionWords }) => { await decidePackage(work, statementId, { number, decision, decisionWords }); return whole(work, statementId) })
api.post('/people/{participantId}/disclosures/{statementId}/receipts', { ...coordinating, takes: HandOver, summary: 'Records that the approved package was handed over, and by which way.' },
  async (work, { statementId, way }) => { await handOver(work, statementId, way); return whole(work, statementId) })
api.post('/people/{participantId}/disclosures/{statementId}/recalls', { ...coordinating, takes: RecallPackage, summary: 'Takes back what was handed over, with the reason.' },
  async (work, { statementId, recallReason }) => { await recallPackage(work, statementId, recallReason); return whole(work, statementId) })
api.post('/people/{participantId}/disclosures/{statementId}/errors', { ...coordinating, takes: NoteError, summary: 'Something in what was handed over turned out to be wrong.' },
  async (work, { statementId, wrong }) => { await noteError(work, statementId, wrong); return whole(work, statementId) })
api.post('/people/{participantId}/disclosures/{statementId}/tellings', { ...coordinating, takes: DecideTelling, summary: 'Whether an earlier recipient was told of what happened since, or need not be.' },
  async (work, { statementId, cause, telling, tellingWords }) => { await decideTelling(work, statementId, { cause, telling, tellingWords }); return whole(work, statementId) })

api.get('/disclosures/counts', { does: 'consult', shows: 'disclosure_statement', for: ['counts'], gives: z.object({ counts: z.array(z.object({ what: z.string(), howMany: z.int().nullable() })) }),
  summary: 'How many reports were asked for, refused, handed over, recalled, as the next lower step of five; fewer than five is null.' }, async (work) => ({ counts: await disclosureCounts(work) }))

async function whole(work: Work, statementId: string) {
  return disclosureJson(seen(work, [await theStatement(work, statementId)])[0]!)
}

/** Who is given the text of a package has read it, and the line of the log says so. */
function seen(work: Work, statements: Statement[]): Statement[] {
  if (statements.some((one) => one.package)) work.shows('disclosure_package')
  return statements
}

function disclosureJson(statement: Statement): z.input<typeof DisclosureJson> {
  const { publicId: id, kind, authority, recipientFunction, reference, askedBy, askedOn, answerBy, purpose, basis, necessity, recordedBy, refused, comment, package: prepared, decided, receipt, recalled, errors, told } = statement
  return {
    id, state: stateOf(statement), recipient: { kind, authority, function: recipientFunction, reference }, askedBy, askedOn, answerBy, purpose, basis, necessity, items: statement.items, recordedBy, errors, refused: refused ?? null, recalled: recalled ?? null,
    comment: comment ? { answer: comment.answer, words: comment.words, byPerson: comment.byPerson, at: comment.at } : null,
    package: prepared ? { number: prepared.number, language: prepared.language, text: prepared.body, hash: prepared.hash, usableUntil: prepared.usableUntil, preparedBy: prepared.preparedBy, preparedAt: prepared.preparedAt } : null,
    second: decided ? { decision: decided.decision, words: decided.words, by: decided.by, at: decided.at } : null,
    receipt: receipt ? { number: receipt.number, hash: receipt.hash, on: receipt.on, way: receipt.way, usableUntil: receipt.usableUntil, by: receipt.by } : null,
    told: told.map(({ cause, decision, words, on, by }) => ({ cause, decision, words, on, by })),
  }
}
