import type { ApiDoor, PageDoor } from '../platform/doors/index.ts'
import { accountsPages } from '../accounts/index.ts'

/** Every page of every room, in the order of a person's path. */
export function pageDoorsOf(): PageDoor[] {
  return [...accountsPages.doors]
}

/** Every address of the JSON interface. */
export function apiDoorsOf(): ApiDoor[] {
  return []
}
