// Before the first test that needs a browser: unpacks it, and starts it once. On a machine that has
// never run it that takes longer than one test's set-up may, and it would look like that test's fault.
import { launchBrowser } from './browser.ts'

/** Called by vitest once, before the project of the screens. */
export default async function prepareBrowser(): Promise<void> {
  const browser = await launchBrowser()
  await (await browser.newPage()).close()
  await browser.close()
}
