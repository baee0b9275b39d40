import type { Check } from './tree.ts'

const forbidden = ['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc', 'core', 'base', 'manager', 'types']

export const names: Check = {
  name: 'names',
  asks: 'Does every file and folder have a name that says something, in lower case with hyphens?',
  look(tree) {
    const ours = tree.files.filter((file) => /^(src|statistics|definitions|database|journeys|tools|docs)\//.test(file))
    return { seen: ours.length, problems: [...ours.flatMap(emptyNames), ...ours.flatMap(oddSpellings)] }
  },
}

function emptyNames(file: string): string[] {
  return file.split('/').filter((part) => forbidden.includes(part.split('.')[0] ?? '')).map((part) => `${file}: the name ${part} says nothing; name the thing`)
}

// References are kept under the names their makers gave them; README is a README everywhere.
function oddSpellings(file: string): string[] {
  if (file.startsWith('statistics/references/')) return []
  const parts = file.split('/').filter((part) => part !== 'README.md')
  return parts.filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part)).map((part) => `${file}: ${part} is not lower case with hyphens`)
}
