import type { Child } from 'hono/jsx'
import type { Day, Instant } from './day.ts'

/** One thing that awaits somebody. Rooms say what is due; the desk puts it in order and shows why. */
export type Due = {
  on: Day
  at?: Instant
  /** What it is, in words that end in a link: "Agreement review". */
  says: string
  href: string
  /** Whom it is about, as this reader may know them. */
  about?: string
  /** Why it is due: "three months after signing". */
  because: string
  /** It cannot wait for the end of the hour: it stands above everything else. */
  isNow?: boolean
}

/** A room's part of one person's page: where it stands (in the main column or beside it), and what it shows. */
export type Glance = { place: 'main' | 'aside', order: number, body: Child, action?: Action }

/** What this reader can do with the person, in this room; the first of a page is its main thing. */
export type Action = { href: string, says: string }

/** A room's step of the path from referral to a life outside. */
export type Step = { at: 'referral' | 'assessment' | 'formulation' | 'treatment' | 'maintenance' | 'outside', state: 'done' | 'now' | 'ahead', note: string }
