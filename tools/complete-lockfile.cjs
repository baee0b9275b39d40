#!/usr/bin/env node
// Run after adding a package: `node tools/complete-lockfile.cjs`, then `npm ci --dry-run`.
// Why: a package with machine code names one optional package for each kind of machine. npm leaves those out of package-lock.json
// that the registry it asked does not hold, and afterwards `npm ci` refuses the lockfile everywhere ("Missing … from lock file").
// Such an entry needs no address and no hash as long as nobody has that machine: it only says that the name is known.
'use strict'
const fs = require('node:fs')
const path = require('node:path')

const file = path.join(__dirname, '..', 'package-lock.json')
const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
const added = []

for (const [at, entry] of Object.entries(lock.packages))
  for (const [name, version] of Object.entries(entry.optionalDependencies || {}))
    // Our own come with their hash, or not at all.
    if (at !== '' && !isThere(at, name)) add(name, version, entry)

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en')))
if (added.length > 0) fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(added.length > 0 ? `Added to package-lock.json: ${added.join(', ')}.\n` : 'package-lock.json is complete.\n')

/** As Node looks for it: beside whoever asks, then folder by folder further up. */
function isThere(at, name) {
  for (let folder = at; ;) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
    const above = folder.lastIndexOf('node_modules/')
    folder = above <= 0 ? '' : folder.slice(0, above - 1)
  }
}

function add(name, version, asker) {
  const [, system, machine, library] = /(android|darwin|freebsd|linux|openharmony|win32|wasm32-wasi)(?:-(arm64|arm|x64|ia32|ppc64|riscv64|s390x))?(?:-(gnueabihf|musleabihf|gnu|musl|msvc|eabi))?$/.exec(name) || []
  if (!system || !/^\d/.test(version)) {
    process.stderr.write(`${name}@${version} is missing and names no machine: install it, or ask npm for an exact version.\n`)
    process.exitCode = 1
    return
  }
  const libc = { gnu: ['glibc'], musl: ['musl'] }[library]
  lock.packages[`node_modules/${name}`] = {
    version, cpu: [system === 'wasm32-wasi' ? 'wasm32' : machine], ...(asker.dev && { dev: true }), ...(libc && { libc }), ...(asker.license && { license: asker.license }),
    optional: true, ...(system !== 'wasm32-wasi' && { os: [system] }),
  }
  added.push(name)
}
