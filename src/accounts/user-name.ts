import { randomInt } from 'node:crypto'

/** A user name of a participant stands on slips and shared screens: it says nothing about anybody. */
export function suggestUserName(): string {
  return `${things[randomInt(things.length)]}-${randomInt(100, 1000)}`
}

export function isUserName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{2,39}$/u.test(text)
}

/** Whether a user name tells whose it is: a part of the name, three letters or more, or a year of birth. */
export function tellsWho(username: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const parts = plain(name).split(/[^\p{L}]+/u).filter((part) => Array.from(part).length >= 3)
  return parts.some((part) => plain(username).includes(part)) || /(19|20)\d\d/.test(username)
}

const things = ['lamp', 'river', 'apple', 'chair', 'stone', 'cloud', 'bread', 'paper', 'window', 'garden', 'pencil', 'bridge', 'copper', 'forest', 'button', 'harbour', 'kettle', 'ladder', 'meadow',
  'needle', 'orange', 'pepper', 'quartz', 'ribbon', 'silver', 'table', 'velvet', 'walnut', 'yellow', 'barley', 'candle', 'feather']
