import { refusals } from '../platform/refusals.ts'
import './words.ts'

export const sharingRefusals = refusals({
  'sharing-asked-ahead': { status: 422, says: 'sharing.refused.asked-ahead', field: 'askedOn' },
  'sharing-without-taking-part': { status: 422, says: 'sharing.refused.items', field: 'items' },
  'sharing-refused-already': { status: 409, says: 'sharing.refused.refused-already' },
  'sharing-handed-over-already': { status: 409, says: 'sharing.refused.handed-over-already' },
  'sharing-no-rule': { status: 409, says: 'sharing.refused.no-rule' },
  'sharing-ending-not-asked': { status: 409, says: 'sharing.refused.ending-not-asked' },
  'sharing-comment-first': { status: 409, says: 'sharing.refused.comment-first' },
  'sharing-comment-empty': { status: 422, says: 'sharing.refused.comment-empty', field: 'words' },
  'sharing-comment-since': { status: 409, says: 'sharing.refused.comment-since' },
  'sharing-language-unknown': { status: 422, says: 'sharing.refused.language', field: 'language' },
  'sharing-no-part': { status: 409, says: 'sharing.refused.no-part' },
  'sharing-kept-apart': { status: 409, says: 'sharing.refused.kept-apart' },
  'sharing-nobody-second': { status: 409, says: 'sharing.refused.nobody-second' },
  'sharing-prepared-already': { status: 409, says: 'sharing.refused.prepared-already' },
  'sharing-nothing-to-approve': { status: 409, says: 'sharing.refused.nothing-to-approve' },
  'sharing-second-person': { status: 409, says: 'sharing.refused.second-person' },
  'sharing-not-approved': { status: 409, says: 'sharing.refused.not-approved' },
  'sharing-not-handed-over': { status: 409, says: 'sharing.refused.not-handed-over' },
  'sharing-over': { status: 409, says: 'sharing.refused.over' },
  'sharing-recalled': { status: 409, says: 'sharing.refused.recalled' },
  'sharing-recalled-already': { status: 409, says: 'sharing.refused.recalled' },
  'sharing-told-already': { status: 409, says: 'sharing.refused.told-already' },
  'sharing-own-late': { status: 409, says: 'sharing.refused.own-late' },
})
