import { colleaguesToEnterFor, enterCertificate, type Entering } from '../../src/certificates/index.ts'
import { addDays, type Day } from '../../src/platform/day.ts'
import { inWork, type House } from '../../src/platform/open-work.ts'
import type { Actor } from '../../src/platform/work.ts'

/** What Olga entered beside what everybody brought with them: one that ends soon, and one that the service accepts as equal. */
export async function tellTrainings(house: House, olga: Actor, today: Day): Promise<void> {
  const entered = (name: string, what: Omit<Entering, 'colleague'>) =>
    inWork(house, { actor: { ...olga, shape: 'counts' }, does: 'collect', shows: 'staff_record', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
      const colleague = (await colleaguesToEnterFor(work)).find((one) => one.name === name)!.public_id
      await enterCertificate(work, { ...what, colleague })
    })
  await entered('Mia Juhl', { what: 'aarhus mentor', issuer: 'Course of the municipality', issuedOn: addDays(today, -690), expiresOn: addDays(today, 41), isEquivalent: false })
  await entered('Ulla Brandt', { what: 'violence-prevention-network trainer', issuer: 'University of Norland', issuedOn: addDays(today, -900), isEquivalent: true, equivalentWhy: 'Two years of training in group therapy with people who were violent.' })
}
