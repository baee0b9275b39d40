import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Chromium = { executable: string, environment: Record<string, string>, says: string }

const modules = fileURLToPath(new URL('../node_modules', import.meta.url))

/** The browser that came as a package where it fits (Linux x64), an installed one elsewhere, or a sentence why there is none. */
export function findChromium(architecture = `${process.platform}-${process.arch}`, places = installedPlaces): Chromium {
  if (architecture === 'linux-x64') return packagedChromium()

  const executable = places.find((place) => existsSync(place))
  if (executable === undefined) throw new Error(`The packaged Chromium is for Linux x64 and this is ${architecture}. Install Chromium or Chrome, or name one in CHROMIUM.`)
  return { executable, environment: {}, says: `The packaged Chromium is for Linux x64 and this is ${architecture}: using ${executable}.` }
}

const installedPlaces = [
  process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function packagedChromium(): Chromium {
  const place = join(modules, '.cache', `chromium-${packagedVersion()}`)
  if (!existsSync(place)) unpackInto(place)

  return {
    executable: join(place, 'chromium'),
    // Its own libraries and its own fonts: nothing needs to be installed, and pages look the same on every machine.
    environment: { LD_LIBRARY_PATH: join(place, 'al2023', 'lib'), FONTCONFIG_FILE: join(place, 'fonts.conf'), HOME: place, XDG_CACHE_HOME: place },
    says: '',
  }
}

function packagedVersion(): string {
  const { version } = JSON.parse(readFileSync(join(modules, '@sparticuz/chromium/package.json'), 'utf8')) as { version: string }
  return version
}

// The package unpacks into the system's temporary folder and takes a half-written file there for a whole one. So it gets a folder
// of its own to unpack into, which is put in place by one rename: of two runs at once, one wins and the other throws its copy away.
function unpackInto(place: string): void {
  mkdirSync(dirname(place), { recursive: true })
  const own = mkdtempSync(`${place}-unpacking-`)

  const unpacked = spawnSync(process.execPath, ['--input-type=module', '--eval', unpackEverything], {
    cwd: dirname(modules), env: { ...process.env, TMPDIR: own }, encoding: 'utf8', timeout: 120_000,
  })
  if (unpacked.status !== 0) {
    rmSync(own, { recursive: true, force: true })
    throw new Error(`The packaged Chromium could not be unpacked into ${place}: ${unpacked.stderr}`)
  }
  writeFileSync(join(own, 'fonts.conf'), ownFonts)
  putInPlace(own, place)
}

// The package's own list of font folders names places that are not there, and a Chromium without any font dies at its first input field.
const ownFonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir prefix="relative">../../@expo-google-fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

const unpackEverything = `
  import chromium, { inflate } from '@sparticuz/chromium'
  await chromium.executablePath()
  await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br')
`

function putInPlace(own: string, place: string): void {
  try {
    renameSync(own, place)
  } catch (fault) {
    if (!existsSync(place)) throw fault
    rmSync(own, { recursive: true, force: true })
  }
}
