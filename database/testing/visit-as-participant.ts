import { openAccount } from '../../src/accounts/index.ts'
import { founder } from '../seeds/cast.ts'
import { act } from './become.ts'
import { aVisitor, signInAs, type Visitor } from './visit.ts'

/** A participant at a kiosk, signed in to an account of their own. */
export async function visitAsParticipant(person: { id: number, publicId: string }): Promise<Visitor> {
  const [username, password] = [`person-${person.publicId}`, 'of-nobody-but-me-12']
  await act(founder(), (work) => openAccount(work, { username, password, participantId: person.id }), { does: 'collect' })
  const visitor = await aVisitor()
  await signInAs(visitor, username, password)
  return visitor
}
