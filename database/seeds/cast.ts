import { appoint } from '../../src/access/index.ts'
import { openAccount } from '../../src/accounts/index.ts'
import { bringCertificate, type Brought } from '../../src/certificates/index.ts'
import { foundService, openUnit, welcomeColleague } from '../../src/people/index.ts'
import { addDays } from '../../src/platform/day.ts'
import { inWork, type House } from '../../src/platform/open-work.ts'
import type { Actor, Work } from '../../src/platform/work.ts'
import { asOf, workingDayAgo } from './back-then.ts'

/** The invented service and its people. The same cast stands in seeds, tests, documents and the workshop. */
export const cast = [
  { first: 'Kai', name: 'Kai Nyberg', role: 'coordinator', title: 'Programme coordinator', unit: 'Fjordvik prison' },
  { first: 'Noor', name: 'Noor Aziz', role: 'assessor', title: 'Psychologist', unit: 'Fjordvik prison' },
  { first: 'Amira', name: 'Amira Haddad', role: 'facilitator', title: 'Therapist', unit: 'Fjordvik prison' },
  { first: 'Mia', name: 'Mia Juhl', role: 'mentor', title: 'Mentor', unit: 'Fjordvik prison' },
  { first: 'Petra', name: 'Petra Holm', role: 'coach', title: 'Mentor coach', unit: 'Fjordvik prison' },
  { first: 'Ulla', name: 'Ulla Brandt', role: 'clinical_supervisor', title: 'Clinical supervisor', unit: 'Fjordvik prison' },
  { first: 'Otto', name: 'Otto Lindgren', role: 'observer', title: 'Observer of sessions', unit: 'Fjordvik prison' },
  { first: 'Lena', name: 'Lena Berg', role: 'case_manager', title: 'Probation officer', unit: 'Østby probation office' },
  { first: 'Hedda', name: 'Hedda Moe', role: 'health', title: 'Nurse', unit: 'Fjordvik prison' },
  { first: 'Viktor', name: 'Viktor Strand', role: 'security', title: 'Prison security officer', unit: 'Fjordvik prison' },
  { first: 'Bea', name: 'Bea Olsson', role: 'circle_volunteer', title: 'Volunteer', unit: 'Østby probation office' },
  { first: 'Cem', name: 'Cem Aydin', role: 'circle_volunteer', title: 'Volunteer', unit: 'Østby probation office' },
  { first: 'Dov', name: 'Dov Stern', role: 'circle_volunteer', title: 'Volunteer', unit: 'Østby probation office' },
  { first: 'Eli', name: 'Eli Vang', role: 'circle_volunteer', title: 'Volunteer', unit: 'Østby probation office' },
  { first: 'Cleo', name: 'Cleo Dahl', role: 'circle_coordinator', title: 'Circle coordinator', unit: 'Østby probation office' },
  { first: 'Farid', name: 'Farid Rahimi', role: 'faith_contributor', title: 'Chaplain', unit: 'Fjordvik prison' },
  { first: 'Ivo', name: 'Ivo Kovač', role: 'interpreter', title: 'Interpreter', unit: 'Østby probation office' },
  { first: 'Gro', name: 'Gro Sand', role: 'guardian', title: 'Guardian', unit: 'Østby probation office' },
  { first: 'Olga', name: 'Olga Petersen', role: 'head', title: 'Head of programmes', unit: 'Fjordvik prison' },
  { first: 'Rune', name: 'Rune Vik', role: 'rights_officer', title: 'Rights officer', unit: 'Østby probation office' },
  { first: 'Dana', name: 'Dana Fischer', role: 'data_protection_officer', title: 'Data-protection officer', unit: 'Østby probation office' },
  { first: 'Ines', name: 'Ines Moreau', role: 'inspector', title: 'Inspector', unit: 'Østby probation office' },
  { first: 'Sam', name: 'Sam Okafor', role: 'evaluator', title: 'Evaluator', unit: 'Østby probation office' },
  { first: 'Theo', name: 'Theo Lund', role: 'trainer', title: 'Trainer', unit: 'Østby probation office' },
  { first: 'Ravi', name: 'Ravi Menon', role: 'administrator', title: 'Administrator', unit: 'Østby probation office' },
] as const

/** Who brings which training with them: without it nobody of the cast could deliver these programmes. */
const trained: Partial<Record<string, Pick<Brought, 'programme' | 'role' | 'title' | 'issuer'>>> = {
  mentor: { programme: 'back-on-track', role: 'mentor', title: 'Training as Mentor, Back on Track', issuer: 'Norland prison and probation school' },
  coach: { programme: 'back-on-track', role: 'mentor', title: 'Training as Mentor, Back on Track', issuer: 'Norland prison and probation school' },
  facilitator: { programme: 'violence-prevention-network', role: 'trainer', title: 'Training as Trainer, Taking responsibility – breaking away from hate and violence', issuer: 'School of the association' },
  circle_volunteer: { programme: 'cosa', role: 'volunteer', title: 'Training as Volunteer, Circles of Support and Accountability', issuer: 'Norland circles' },
}

export type First = (typeof cast)[number]['first']

/** Who stands beside the cast in the demonstration: the coordinator of the neighbouring unit reads as second what one coordinator alone may not decide. */
export const neighbours = [
  { first: 'Vera', name: 'Vera Holt', role: 'coordinator', title: 'Programme coordinator', unit: 'Østby probation office', also: 'Fjordvik prison' },
] as const

export const units = [
  { name: 'Fjordvik prison', kind: 'prison' }, { name: 'Østby probation office', kind: 'probation' }, { name: 'Nordholm remand', kind: 'remand' },
  { name: 'Skovby prison (youth)', kind: 'prison' }, { name: 'Havn probation office', kind: 'probation' },
] as const

/** The demonstration's password of somebody: told to everybody, refused in production. */
export function demonstrationPassword(first: string): string {
  return `${first.toLowerCase()}-in-norland`
}

/** The machine actor that founds a service: writes what must stand before anybody can sign in. */
export function founder(): Actor {
  return { kind: 'machine', id: 0, shape: 'machine', name: 'founder', roles: [], language: 'en' }
}

/** Founds Norland: the service, its units, the cast with their appointments and accounts. */
export async function foundNorland(house: House): Promise<void> {
  await inWork(house, { actor: founder(), does: 'collect', shows: 'accounts_and_settings', purpose: 'founding', door: 'waymark demo' }, async (work) => {
    await foundService(work, { name: 'Norland', timeZone: 'Europe/Copenhagen', languages: ['en', 'da', 'ar'], holidays: [], codesRequired: false })
    const unitIds = new Map<string, number>()
    for (const unit of units) unitIds.set(unit.name, await openUnit(work, unit))
    for (const person of cast) await join(work, person, unitIds)
  })
}

async function join(work: Work, person: (typeof cast)[number], unitIds: Map<string, number>): Promise<void> {
  const unitId = unitIds.get(person.unit)!
  const { id: colleagueId } = await welcomeColleague(work, { name: person.name, title: person.title, unitId })
  const ofUnits = person.role === 'coordinator' ? [...unitIds.values()] : [unitId]
  for (const unit of ofUnits) await appoint(asOf(work, workingDayAgo(work.today, 500)), { colleagueId, role: person.role, unitId: unit })
  const training = trained[person.role]
  if (training) await bringCertificate(work, { colleagueId, ...training, issuedOn: addDays(work.today, -1500) })
  await openAccount(work, { username: person.first.toLowerCase(), password: demonstrationPassword(person.first), colleagueId })
}
