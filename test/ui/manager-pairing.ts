import type { Page } from 'playwright'
import type { PairingScreen } from './pairing-screen.ts'

/** Where a screen is to stand; `no`: of the counter, for those that belong to one. */
export type Where = { place: string; name: string; no?: string }

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click()

/** Somebody at the desk types the code that a screen shows, and compares its four words. */
export async function looksAt(desk: Page, screen: PairingScreen): Promise<void> {
  await press(desk, '登记设备')
  await desk.getByLabel('登记码', { exact: true }).fill(await screen.code())
  await press(desk, '查看这台设备')
  await desk.getByText((await screen.words()).join(' ')).waitFor()
}

/** Then takes it in at its place. */
export async function pairs(
  desk: Page,
  screen: PairingScreen,
  { place, name, no }: Where,
): Promise<void> {
  await looksAt(desk, screen)
  if (no) await desk.getByLabel('属于哪个窗口').selectOption({ label: `${no} 号窗口` })
  await desk.getByLabel('放在哪里').fill(place)
  await desk.getByLabel('设备名称').fill(name)
  await press(desk, '一样，批准')
  await desk.getByText(`“${name}”已登记`).waitFor()
}
