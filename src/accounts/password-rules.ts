export const passwordLength = { least: 12, most: 200 }

export type PasswordFault = 'too-short' | 'user-name' | 'too-common' | 'demonstration'

/** What is wrong with a password that somebody chose; nothing when it will do. Length is what protects, so nothing is asked about kinds of characters. */
export function faultOf(password: string, { username, production }: { username: string, production: boolean }): PasswordFault | undefined {
  const plain = password.normalize('NFKC').toLowerCase()
  if (Array.from(plain).length < passwordLength.least) return 'too-short'
  if (production && isOfTheDemonstration(password)) return 'demonstration'
  if (withoutNumbers(plain) === withoutNumbers(username.toLowerCase()) || plain.replaceAll(username.toLowerCase(), '').length < 4) return 'user-name'
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
