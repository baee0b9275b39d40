type OfAState = { state: string | null }

/**
 * The aims that hold where the person stands now, those of no state among them, and the others by the state they belong to, in the order of the programme's states and then
 * as they were written. None is dropped when somebody moves: whoever comes back finds it again.
 */
export function aimsByState<Aim extends OfAState>(aims: readonly Aim[], { now, states }: { now: string | undefined, states: readonly { id: string }[] }): { holding: Aim[], others: { state: string, aims: Aim[] }[] } {
  const others = Map.groupBy(aims.flatMap((aim) => aim.state === null || aim.state === now ? [] : [{ state: aim.state, aim }]), ({ state }) => state)
  const place = (state: string) => states.findIndex(({ id }) => id === state) >>> 0
  return {
    holding: aims.filter(({ state }) => state === null || state === now),
    others: [...others].toSorted(([one], [other]) => place(one) - place(other)).map(([state, of]) => ({ state, aims: of.map(({ aim }) => aim) })),
  }
}
