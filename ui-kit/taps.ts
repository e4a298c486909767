const sameTapMs = 500

/**
 * A shaking hand taps twice: a second click on the same thing within half a second is the first one.
 * Called once by a public screen. Keys that are meant to be hit quickly carry `data-rapid`.
 */
export function ignoreDoubleTaps(): void {
  let last: EventTarget | undefined
  let lastAt = -Infinity
  const filter = (event: MouseEvent): void => {
    const target = event.composedPath().find(isControl)
    const isSame = target === last && event.timeStamp - lastAt < sameTapMs
    last = target
    lastAt = event.timeStamp
    if (!isSame || !target || target.hasAttribute('data-rapid')) return
    event.stopImmediatePropagation()
    event.preventDefault()
  }
  addEventListener('click', filter, { capture: true })
}

function isControl(target: EventTarget): target is Element {
  return target instanceof Element && target.matches('button, a, [role], label, input')
}
