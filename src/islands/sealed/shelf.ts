import type { Box } from './sealed-box.ts'

/**
 * One text as it lies on the device. Readable are how many there are, when each was written, until when it may lie here, under which sign-in it was sealed (a name
 * without meaning), and whether the server has it too. Which form, about whom, and every word are in the box.
 */
export type Lying = { id: string, signIn: string, at: number, until: number, isOnServer: boolean, box: Box }

const place = { base: 'unsent', shelf: 'texts' }

export async function put(lying: Lying): Promise<void> {
  await onTheShelf('readwrite', (shelf) => [shelf.put(lying)])
}

export async function all(): Promise<Lying[]> {
  const [found] = await onTheShelf<Lying[]>('readonly', (shelf) => [shelf.getAll() as IDBRequest<Lying[]>])
  return found ?? []
}

export async function remove(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await onTheShelf('readwrite', (shelf) => ids.map((id) => shelf.delete(id)))
}

/** Opened for each piece of work, so that nothing keeps a browser from wiping the whole. Throws where storage is closed or full. */
async function onTheShelf<T>(mode: IDBTransactionMode, ask: (shelf: IDBObjectStore) => IDBRequest<T>[]): Promise<T[]> {
  const base = await opened()
  try {
    const passing = base.transaction(place.shelf, mode)
    const asked = ask(passing.objectStore(place.shelf))
    await ended(passing)
    return asked.map(({ result }) => result)
  } finally {
    base.close()
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(place.base)
    opening.onupgradeneeded = () => opening.result.createObjectStore(place.shelf, { keyPath: 'id' })
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(whyNot(opening.error))
    opening.onblocked = () => reject(whyNot(null))
  })
}

function ended(passing: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    passing.oncomplete = () => resolve()
    passing.onabort = () => reject(whyNot(passing.error))
  })
}

function whyNot(fault: DOMException | null): Error {
  return fault ?? new Error('The browser keeps nothing.')
}
