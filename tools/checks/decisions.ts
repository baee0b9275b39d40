import type { Check, Tree } from './tree.ts'

const folder = 'docs/decisions/'
const headings = ['Situation', 'Choice', 'What we gave up']
const dependencies = `${folder}0002-dependencies.md`

export const decisions: Check = {
  name: 'decisions',
  asks: 'Are the decisions numbered without a gap, complete, and is there a line for every dependency?',
  look(tree) {
    const records = tree.files.filter((file) => file.startsWith(folder))
    return { seen: records.length, problems: [...records.flatMap((file, at) => wrongNumber(file, at)), ...records.flatMap((file) => incomplete(tree, file)), ...unexplained(tree)] }
  },
}

function wrongNumber(file: string, at: number): string[] {
  const wanted = String(at + 1).padStart(4, '0')
  return file.startsWith(`${folder}${wanted}-`) && file.endsWith('.md') ? [] : [`${file}: the number ${wanted} is next`]
}

function incomplete(tree: Tree, file: string): string[] {
  const text = tree.read(file)
  const lacking = headings.filter((heading) => !text.includes(`\n## ${heading}\n`)).map((heading) => `${file} lacks the heading ${heading}`)
  return /^\d{4}-\d{2}-\d{2}\b/m.test(text) ? lacking : [...lacking, `${file} lacks its date`]
}

type Package = { dependencies?: object, devDependencies?: object, optionalDependencies?: object }

function unexplained(tree: Tree): string[] {
  const project = JSON.parse(tree.read('package.json')) as Package
  const named = Object.keys({ ...project.dependencies, ...project.devDependencies, ...project.optionalDependencies })
  const explained = [...tree.read(dependencies).matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''))

  return [
    ...named.filter((name) => !explained.includes(name)).map((name) => `${dependencies} has no line for ${name}: why it is here, and what we would do without it`),
    ...explained.filter((name) => !named.includes(name)).map((name) => `${dependencies} explains ${name}, which package.json does not name`),
  ]
}
