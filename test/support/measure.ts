// Measures a page as drawn, through all shadow roots: what is too small, cut off or out of reach.
import type { Page } from 'playwright'

interface Box {
  text: string
  fontSize: number
  x: number
  y: number
  width: number
  height: number
  isCut: boolean
  isControl: boolean
}

/** Texts drawn smaller than `floor` CSS px. */
export async function smallTexts(page: Page, floor: number): Promise<string[]> {
  const boxes = await boxesOf(page)
  return boxes
    .filter(({ text, fontSize }) => text && fontSize < floor - 0.01)
    .map(({ text, fontSize }) => `${fontSize}px “${text}”`)
}

/** Controls smaller than `side` CSS px in either direction. */
export async function smallTargets(page: Page, side: number): Promise<string[]> {
  const boxes = await boxesOf(page)
  return boxes
    .filter(({ isControl, width, height }) => isControl && Math.min(width, height) < side - 0.5)
    .map(({ text, width, height }) => `${Math.round(width)}×${Math.round(height)} “${text}”`)
}

/** Texts that do not fit their box, and boxes that stick out of the page at its sides. */
export async function cutTexts(page: Page): Promise<string[]> {
  const { width: pageWidth } = page.viewportSize() ?? { width: Infinity }
  const boxes = await boxesOf(page)
  return boxes
    .filter(({ text, x, width, isCut }) => text && (isCut || x < -1 || x + width > pageWidth + 1))
    .map(({ text }) => text)
}

/** Whether the page could be scrolled sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth
  })
}

/** The highest point a finger must reach, in CSS px from the top. */
export async function topmostControl(page: Page): Promise<number> {
  const boxes = await boxesOf(page)
  return Math.min(...boxes.filter(({ isControl }) => isControl).map(({ y }) => y))
}

/** Every element that is seen and either holds a text of its own or can be pressed. */
function boxesOf(page: Page): Promise<Box[]> {
  return page.evaluate(() => {
    const found: Box[] = []
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot)
        const box = boxOf(element)
        if (box) found.push(box)
      }
    }
    const boxOf = (element: Element): Box | null => {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      const isControl = element.matches('button, a[href], input, textarea, select, [role=button]')
      const ownText = own.map((node) => node.textContent ?? '').join('')
      const text = (isControl ? (element.textContent ?? '') : ownText).trim().replace(/\s+/g, ' ')
      if (!text && !isControl) return null
      const { x, y, width, height } = element.getBoundingClientRect()
      const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      if (!isSeen || width * height <= 1) return null
      const style = getComputedStyle(element)
      const hides = style.overflowX !== 'visible' || style.textOverflow === 'ellipsis'
      const isCut = hides && element.scrollWidth > element.clientWidth + 1
      const fontSize = ownText.trim() ? parseFloat(style.fontSize) : Infinity
      return { text, fontSize, x, y, width, height, isCut, isControl }
    }
    visit(document)
    return found
  })
}
