#!/usr/bin/env node
// The one way in: `npx waymark <command>` and `npm start`. Plain CommonJS for any Node from 16 on, because `npx` runs it on
// the machine's own Node before anything is installed. It sets up, goes over to Node 24, builds what changed, and starts.
'use strict'
const path = require('node:path')
const { setUp } = require('./setup.cjs')

const project = path.join(__dirname, '..')
const oldestNode = [24, 15]
// On a large machine Node lets what is young grow to 128 MB, and what is old four times over, before it looks for what nobody needs any more. A service lives
// in 40 MB, so it looks earlier; the same stands in package.json.
const smallHeap = ['--max-semi-space-size=16', '--max-old-space-size=1024']
// What a long file took outside of that goes back to the machine at once: left to itself the C library of Linux keeps it after the first file. Also in package.json.
const givingBack = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }

if (!setUp()) process.exitCode = 1
else if (isOld(process.versions.node)) goOver()
else start()

function isOld(version) {
  const [major, minor] = version.split('.').map(Number)
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])
}

/** Runs the same command on the Node that came with the packages. */
function goOver() {
  const { spawn } = require('node:child_process')
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const node = path.join(project, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!require('node:fs').existsSync(node)) return refuseOldNode()
  // The channel tells the new process when this one is killed without warning.
  const child = spawn(node, [...smallHeap, ...process.argv.slice(1)], { env: { ...process.env, ...givingBack }, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => { process.stderr.write(`Waymark could not start ${node}: ${error.message}.\n`); process.exitCode = 1 })
  child.on('exit', (code, signal) => {
    if (!signal) return process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function refuseOldNode() {
  process.stderr.write(`Waymark needs Node.js ${oldestNode.join('.')} or newer; this is ${process.versions.node}, and there is no packaged one for `
    + `${process.platform} on ${process.arch}. Install Node.js 24 and try again.\n`)
  process.exitCode = 1
}

function start() {
  if (process.channel) {
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
    process.channel.unref()
  }
  require('node:module').enableCompileCache(path.join(project, 'node_modules', '.cache', 'compiled'))
  run().then((code) => { process.exitCode = code }, (error) => {
    process.stderr.write(`${isSentence(error) ? error.message : `Waymark stopped by a fault: ${error.stack || error}`}\n`)
    process.exitCode = 1
  })
}

/** What we say ourselves is a plain Error with a sentence; everything else (a type error, an error of a library) is a fault. */
function isSentence(error) {
  return Boolean(error) && error.constructor === Error && error.code === undefined && !error.errors
}

async function run() {
  const { buildIfStale } = await import('./build.mjs')
  await buildIfStale()
  const { main } = await import('../dist/waymark.mjs')
  return main(process.argv.slice(2))
}
