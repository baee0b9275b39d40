import type { Given, RecordKind } from '../platform/record-kind.ts'

const by = ({ author, someId }: Given) => (author.kind === 'colleague' ? author.id : someId)
const statementOf = (given: Given) => ({
  id: given.id, public_id: given.publicId, participant_id: given.participantId, recipient_kind: 'parole-board', authority: 'Parole board', recipient_function: 'Registrar', reference: '12/26', asked_by: 'Letter', asked_on: given.today,
  purpose: 'Whether to release', basis: 'The prison act', necessity: 'It asks for it', items: ['taking-part'], recorded_by: by(given), recorded_at: given.now })
const itsStatement = (given: Given) => ({ table: 'disclosure_statements', row: { ...statementOf(given), id: given.id + 1, public_id: `${given.publicId}-statement` } })
const aRule = ({ id, someId, now }: Given) => ({ table: 'sharing_rules', row: { id: id + 2, recipient_kind: 'parole-board', report_asked: true, ending_asked: false, decision: 'Release', basis: 'The act', usable_days: 90, set_by: someId, set_at: now } })
const itsComment = (given: Given) => ({ table: 'disclosure_comments', row: {
  ...below(given), id: given.id + 7, public_id: `${given.publicId}-comment`, answer: 'no-comment', words: '', said_by_kind: 'colleague', said_by: given.someId, said_at: given.now } })
// For a data protection officer, who is asked about this one in the moment in which it is made.
const packageOf = (given: Given) => ({
  id: given.id, public_id: given.publicId, number: given.publicId, participant_id: given.participantId, statement_id: given.id + 1, rule_id: given.id + 2, report_asked: true, ending_asked: false, asks: 'data_protection_officer', language: 'en',
  took_part_from: given.today, ended_by_own_wish: false, agreed_words: '', comment: '', body: 'Took part', pdf: '\\x00', hash: 'hash', usable_until: given.today, prepared_by: by(given), prepared_at: given.now })
// Prepared by somebody else than whoever writes the row that follows it.
const preparedBy = ({ id }: Given) => id + 4
const itsPreparer = (given: Given) => ({ table: 'colleagues', row: { id: preparedBy(given), public_id: `${given.publicId}-preparer`, name: 'Another coordinator', title: 'Coordinator' } })
const itsPackage = (given: Given) => [itsStatement(given), aRule(given), itsPreparer(given), { table: 'disclosure_packages', row: { ...packageOf(given), id: given.id + 3, public_id: `${given.publicId}-package`, prepared_by: preparedBy(given) } }]
const below = ({ id, participantId }: Given) => ({ id, participant_id: participantId, statement_id: id + 1 })
const decisionOf = (given: Given) => ({ ...below(given), package_id: given.id + 3, prepared_by: preparedBy(given), decision: 'approved', words: 'Read it.', decided_by: by(given), decided_at: given.now })
const itsDecision = (given: Given) => [...itsPackage(given), { table: 'disclosure_decisions', row: { ...decisionOf(given), id: given.id + 5, decided_by: given.someId } }]
const receiptOf = (given: Given) => ({ ...below(given), public_id: given.publicId, package_id: given.id + 3, decision: 'approved', number: given.publicId, hash: 'hash', way: 'By hand', usable_until: given.today, handed_on: given.today, handed_by: by(given), handed_at: given.now })
const itsReceipt = (given: Given) => [...itsDecision(given), { table: 'disclosure_receipts', row: { ...receiptOf(given), id: given.id + 6, public_id: `${given.publicId}-receipt`, handed_by: given.someId } }]
const asked = ['facilitator', 'mentor', 'case_manager']
const coordinatorsAlone = [...asked, 'data_protection_officer']

export const sharingRecords: RecordKind[] = [
  { record: 'disclosure_statement', tables: [
    { name: 'disclosure_statements', row: statementOf },
    { name: 'disclosure_refusals', notBy: asked, after: (given) => [itsStatement(given)], row: (given) => ({ ...below(given), reason: 'No basis', refused_by: by(given), refused_at: given.now }) },
    { name: 'disclosure_comments', after: (given) => [itsStatement(given)],
      row: (given) => ({ ...below(given), public_id: given.publicId, answer: 'comments', words: 'I came.', said_by_kind: given.author.kind, said_by: given.author.id, said_at: given.now }) },
    // A data protection officer decides about what was opened to them by name: in sharing.policy.test.ts.
    { name: 'disclosure_decisions', notBy: coordinatorsAlone, after: itsPackage, row: decisionOf },
    { name: 'disclosure_receipts', notBy: coordinatorsAlone, after: itsDecision, row: receiptOf },
    { name: 'disclosure_recalls', notBy: coordinatorsAlone, after: itsReceipt, row: (given) => ({ ...below(given), receipt_id: given.id + 6, reason: 'A mistake', recalled_by: by(given), recalled_on: given.today, recalled_at: given.now }) },
    { name: 'disclosure_errors', notBy: coordinatorsAlone, after: itsReceipt, row: (given) => ({ ...below(given), receipt_id: given.id + 6, words: 'One meeting too many', found_by: by(given), found_at: given.now }) },
    { name: 'disclosure_tellings', notBy: coordinatorsAlone, after: itsReceipt,
      row: (given) => ({ ...below(given), receipt_id: given.id + 6, cause: 'withdrawal', since_at: given.now, decision: 'told', words: 'By telephone', decided_on: given.today, decided_by: by(given), decided_at: given.now }) },
  ] },
  { record: 'disclosure_package', tables: [{ name: 'disclosure_packages', after: (given) => [itsStatement(given), aRule(given), itsComment(given)], row: packageOf }] },
]
