import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Attempt } from '../attempt.ts'
import type { Closing } from '../page/index.ts'
import type { Operation, Shape, Work } from '../work.ts'

/** '/people/{participantId}/agreements/{agreementId}' → { participantId: string, agreementId: string } */
export type PathInput<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [Key in Name]: string } & PathInput<Rest>
  : Record<never, string>

export type Schema = z.ZodObject<z.ZodRawShape>

/** What a door says of itself before it opens: it writes the line of the log, and one that says nothing does not compile. */
export type Declaration<Path extends string = string> = {
  /** Which of the six operations. */
  does: Operation
  /** Which record of access.yaml; 'nothing' where no record is touched. */
  shows: string
  /** The part of the address that names the one participant who exists in this request. */
  about?: Extract<keyof PathInput<Path>, string>
  /** The part of the address that opens something by itself: no log ever holds it. */
  secret?: Extract<keyof PathInput<Path>, string>
  /** Who may pass at all; the policies decide about the rows. Casework when nothing is said. */
  for?: readonly Shape[]
  /** Before anybody has signed in: the doorkeeper works this door. */
  as?: 'doorkeeper'
  /** Why; the ordinary purpose of the shape when nothing is said. */
  purpose?: string
  /** What somebody began here is kept until it is sent. */
  draft?: boolean
  /** Files may be sent here, up to so many bytes. */
  upload?: number
}

export type PageAnswer = { kind: 'page', title: string, body: Child, status: number, flash?: string, wide?: boolean, plain?: boolean, closes?: Closing }
/** `leavesNothing`: whoever sits down next finds no page of the one before, neither kept nor by going back. */
export type GoAnswer = { kind: 'go', to: string, says?: string, cookies?: CookieChange[], leavesNothing?: true }
export type FileAnswer = { kind: 'file', bytes: Uint8Array | string, type: string, name: string, inline?: boolean }
export type Answer = PageAnswer | GoAnswer | FileAnswer

export type CookieChange = { name: string, value: string, seconds: number }

/** What a handler of a form gets beside its fields. */
export type Sent = {
  /** The revision that the form showed, for noticing that somebody else saved meanwhile. */
  revision: number | undefined
  files: Record<string, File>
  /** Where the request came from, for limits on attempts: never stored in the clear. */
  address: string
  /** Where this service is, as people type it: for an address that is put somewhere else. */
  site: string
  /** What the browser calls itself: told back to its owner in words, nothing else. */
  agent: string
  cookie: (name: string) => string | undefined
}

/** What a handler may ask of the browser that wants to see a page; needed before anybody has signed in. */
export type Asked = Pick<Sent, 'cookie'>

export type ShowHandler<Input> = (work: Work, input: Input, attempt: Attempt | undefined, asked: Asked) => Promise<Answer> | Answer
export type SendHandler<Input> = (work: Work, input: Input, sent: Sent) => Promise<Answer> | Answer

/** One address of the web, as a room declares it. Its handler's own types are checked where it is written. */
export type PageDoor = Omit<Declaration, 'about' | 'secret'> & {
  about?: string | undefined
  secret?: string | undefined
  method: 'get' | 'post'
  path: string
  takes?: Schema | undefined
  show?: ShowHandler<Record<string, unknown>>
  send?: SendHandler<Record<string, unknown>>
  again?: ShowHandler<Record<string, unknown>>
}

/** `plain`: no name of the programme round it, for what is left on a shared screen; `closes`: what such a page does when nobody touches it. */
export function show(page: { title: string, body: Child, status?: number, flash?: string, wide?: boolean, plain?: boolean, closes?: Closing }): PageAnswer {
  return { kind: 'page', status: 200, ...page }
}

/** Answers a form: go there and say this once. */
export function goTo(to: string, says?: string): GoAnswer {
  return says === undefined ? { kind: 'go', to } : { kind: 'go', to, says }
}

/** A file to keep. Its name says nothing about anybody. */
export function giveFile(file: Omit<FileAnswer, 'kind'>): FileAnswer {
  return { kind: 'file', ...file }
}
