import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAccessFile, rightsIn } from '../access/index.ts'
import { readDeployment, type Deployment } from '../platform/database/index.ts'

/** The rooms in the order of the import table: a policy may ask the questions of rooms above it. */
export const roomsInOrder = ['platform', 'audit', 'people', 'accounts', 'community', 'access', 'programmes', 'certificates', 'participants', 'referrals', 'eligibility', 'desks', 'assessments', 'formulations',
  'plans', 'measures', 'sessions', 'exercises', 'interpreters', 'timetable', 'coding', 'fidelity', 'agreements', 'transitions', 'mentoring', 'circles', 'health', 'safety', 'complaints', 'sharing', 'evaluation', 'workshop'] as const

/** Everything that the database of this version must hold: migrations, the shared questions, each room's policies, what each gives to evaluation, the rights. */
export function deploymentOf(projectDir: string): Deployment {
  const questions = join(projectDir, 'src/access/access.questions.sql')
  const inRooms = (kind: string) => roomsInOrder.map((room) => join(projectDir, 'src', room, `${room}.${kind}.sql`)).filter(existsSync)
  const file = join(projectDir, 'src/access/access.yaml')
  const access = { text: readFileSync(file, 'utf8'), rights: () => rightsIn(readAccessFile(file)) }
  return readDeployment(join(projectDir, 'database/migrations'), [questions, ...inRooms('policy'), ...inRooms('evaluation')], access)
}
