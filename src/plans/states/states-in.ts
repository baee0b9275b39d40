import type { Programme, States } from '../../programmes/index.ts'

/** The states of a programme, where it has them. */
export function statesIn(definition: Programme | undefined): States | undefined {
  return !definition || definition.states === 'not_established' ? undefined : definition.states
}

export function isStateOf(definition: Programme | undefined, state: string): boolean {
  return statesIn(definition)?.values.some(({ id }) => id === state) ?? false
}
