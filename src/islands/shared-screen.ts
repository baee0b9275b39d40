/*
 * A screen that several share. A page that nobody touches any more closes itself, as its sign-in ends; and when somebody signs out in one window, no other goes on showing
 * what was theirs. Without script the page closes later, and by itself.
 */
const windows = new BroadcastChannel('shared-screen')

// A page before anybody has signed in: whoever was, has gone.
if (place()) watch()
else windows.postMessage('gone')

/** Looked for each time: a form that comes back to be mended stands in a body of its own. */
function place(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.closes')
}

/** What stands there is heard and seen; only what changes is written. */
function tell(words: string): void {
  const here = place()
  if (here && here.textContent !== words) here.textContent = words
}

function watch(): void {
  let [touched, told] = [Date.now(), Date.now()]
  const isTouched = () => {
    touched = Date.now()
    tell('')
    if (touched - told < 5000) return
    // Whoever works in one window has not gone from the others.
    told = touched
    windows.postMessage('here')
  }
  const left = () => touched + Number(place()?.dataset['minutes']) * 60_000 - Date.now()
  const look = () => {
    const { to, by, says = '' } = place()?.dataset ?? {}
    if (to === undefined) return
    if (left() <= 0) return close(to, by)
    if (left() <= warned) tell(says)
  }
  for (const touch of ['pointerdown', 'pointermove', 'keydown', 'input', 'scroll']) document.addEventListener(touch, isTouched, { capture: true, passive: true })
  setInterval(look, 5000)
  // A machine that slept has counted nothing.
  document.addEventListener('visibilitychange', look)
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) askAgain() })
  windows.addEventListener('message', ({ data }) => {
    if (data === 'here') touched = Date.now()
    if (data !== 'gone' || place()?.dataset['by'] !== undefined) return
    // Two windows whose time is over at once both close: the one that is told so by the other does not ask.
    if (left() <= 0) look()
    else askAgain()
  })
}

/** Long enough to read a sentence and to touch the screen. */
const warned = 60_000

/** In place of the page, so that going back does not lead to it. */
function close(to: string, by: string | undefined): void {
  if (by === undefined) return location.replace(to)
  const form = Object.assign(document.createElement('form'), { method: 'post', action: by, hidden: true })
  const token = Object.assign(document.createElement('input'), { type: 'hidden', name: '_token', value: document.querySelector<HTMLInputElement>('input[name="_token"]')?.value ?? '' })
  form.append(token)
  document.body.append(form)
  form.submit()
}

/** The same address once more: the service shows it to whoever is signed in now. */
function askAgain(): void {
  location.replace(location.pathname + location.search)
}
