import { randomInt } from 'node:crypto'

export const passwordLength = { least: 12, most: 200 }

export type PasswordFault = 'too-short' | 'user-name' | 'too-common' | 'demonstration'

/** What is wrong with a password that somebody chose; nothing when it will do. Length is what protects, so nothing is asked about kinds of characters. */
export function faultOf(password: string, { username, production }: { username: string, production: boolean }): PasswordFault | undefined {
  const plain = password.normalize('NFKC').toLowerCase()
  if (Array.from(plain).length < passwordLength.least) return 'too-short'
  if (production && isOfTheDemonstration(password)) return 'demonstration'
  if (withoutNumbers(plain) === withoutNumbers(username.toLowerCase()) || withoutNumbers(plain.replaceAll(username.toLowerCase(), '')).length < 4 && plain.includes(username.toLowerCase())) return 'user-name'
  return isCommon(plain) ? 'too-common' : undefined
}

/** The passwords that the demonstration tells everybody. */
export function isOfTheDemonstration(password: string): boolean {
  return /^\p{L}+-in-norland$/iu.test(password.normalize('NFKC').trim())
}

function withoutNumbers(text: string): string {
  return text.replaceAll(/[\d\s._-]/g, '')
}

/** One of those tried first everywhere, one sign over and over, a run of the keyboard, or the name of this program with figures. */
function isCommon(plain: string): boolean {
  const letters = plain.replaceAll(/[\s._-]/g, '')
  return common.has(letters) || common.has(withoutNumbers(plain)) || /^(.{1,4})\1+.?.?$/.test(letters) || runs.some((run) => run.includes(letters))
}

const common = new Set(['password', 'passwordpassword', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'letmein', 'letmeinplease', 'welcome', 'welcometo', 'administrator', 'admin', 'changeme', 'changemenow',
  'changethis', 'iloveyou', 'iloveyouforever', 'qwerty', 'qwertyuiop', 'qwertyqwerty', 'azertyuiop', 'qwertzuiop', 'trustno1', 'monkey', 'dragon', 'sunshine', 'princess', 'football',
  'superman', 'batman', 'starwars', 'whatever', 'secret', 'topsecret', 'mysecret', 'mypassword', 'thisismypassword', 'newpassword', 'defaultpassword', 'guestguest', 'testtest',
  'temporary', 'waymark', 'norland', 'waymarknorland', 'probation', 'prison', 'correcthorsebatterystaple', 'abcdefghijkl', 'spring', 'summer', 'autumn', 'winter'])

const keyboard = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm', 'azertyuiopqsdfghjklmwxcvbn', '1qaz2wsx3edc4rfv5tgb6yhn']
const runs = keyboard.flatMap((run) => [run.repeat(3), Array.from(run).toReversed().join('').repeat(3)])

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

/** What somebody would call the device they sign in with: "Firefox, Windows". Kept instead of the browser's own long line. */
export function deviceOf(agent: string): string {
  return [browsers, systems].flatMap((known) => known.find(([mark]) => mark.test(agent))?.[1] ?? []).join(', ')
}

// The order matters: Edge calls itself Chrome, Chrome calls itself Safari, a telephone with Android calls itself Linux.
const browsers: [RegExp, string][] = [[/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\/|Opera/, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\/|FxiOS\//, 'Firefox'], [/Chrom(e|ium)\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']]
const systems: [RegExp, string][] = [[/Android/, 'Android'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux|X11/, 'Linux']]
