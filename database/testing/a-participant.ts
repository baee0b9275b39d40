import { assign } from '../../src/access/index.ts'
import { welcomeParticipant, type NewParticipant } from '../../src/participants/index.ts'
import { cast, type First } from '../seeds/cast.ts'
import { become, colleagueId, unitId } from './become.ts'

let number = 0

/** A person accepted by Kai, with a team. Says only what matters: `aParticipant({ team: ['Mia', 'Amira'] })`. */
export async function aParticipant(wanted: Partial<NewParticipant> & { team?: First[], unit?: string } = {}): Promise<{ id: number, publicId: string }> {
  const { team = ['Kai', 'Amira', 'Mia', 'Lena'], unit = 'Fjordvik prison', ...given } = wanted
  number += 1
  const inUnit = await unitId(unit)
  const colleagues = await Promise.all(team.map(async (first) => ({ id: await colleagueId(first), role: cast.find((member) => member.first === first)!.role })))
  return become('Kai', async (work) => {
    const person = await welcomeParticipant(work, {
      name: `Jonas Lind ${number}`, number: `T-${process.pid}-${number}`, bornOn: null, unitId: inUnit, languages: [], needsInterpreter: false, needsAsSent: '', ...given })
    for (const { id, role } of colleagues) await assign(work, { colleagueId: id, participantId: person.id, role })
    return person
  }, { does: 'collect', shows: 'register' })
}
