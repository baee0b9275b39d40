import { generateKeyPairSync, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A certificate for localhost that signed itself, made for one test: two files in PEM. */
export function aCertificate(folder: string): { cert: string, key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(object([0x55, 0x04, 0x03]), text('localhost'))))
  const wanted = sequence(number(1), ecdsa, name, sequence(moment('250101000000Z'), moment('491231235959Z')), name, publicKey.export({ type: 'spki', format: 'der' }))
  const signed = sequence(wanted, ecdsa, field(0x03, Buffer.concat([Buffer.of(0), sign('sha256', wanted, privateKey)])))
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  writeFileSync(files.cert, `-----BEGIN CERTIFICATE-----\n${signed.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`)
  writeFileSync(files.key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return files
}

// The few forms of ASN.1 that a certificate needs (X.690): a tag, a length, the content.
function field(tag: number, ...content: Buffer[]): Buffer {
  const whole = Buffer.concat(content)
  const length = whole.length < 128 ? [whole.length] : whole.length < 256 ? [0x81, whole.length] : [0x82, whole.length >> 8, whole.length & 255]
  return Buffer.concat([Buffer.of(tag, ...length), whole])
}

const sequence = (...parts: Buffer[]) => field(0x30, ...parts)
const set = (...parts: Buffer[]) => field(0x31, ...parts)
const number = (value: number) => field(0x02, Buffer.of(value))
const object = (bytes: number[]) => field(0x06, Buffer.from(bytes))
const text = (value: string) => field(0x0c, Buffer.from(value))
const moment = (value: string) => field(0x17, Buffer.from(value))
const ecdsa = sequence(object([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]))
