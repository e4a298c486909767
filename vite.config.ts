import { existsSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Every page the browser can open, by the name its files get; each becomes `dist/<same path>`. */
const pages = {
  kiosk: 'kiosk-ui/index.html',
  counter: 'counter-ui/index.html',
  display: 'display-ui/index.html',
  evaluator: 'evaluator-ui/index.html',
  phone: 'phone-ui/index.html',
  manager: 'manager-ui/index.html',
  start: 'start-ui/index.html',
  book: 'ui-kit/book.html',
}

// Vite lowers the decorators of a screen only where a file of exactly this name asks for it; without
// it the build stays green and the bundle does not parse.
for (const page of Object.values(pages)) {
  const settings = page.replace(/\/.*/, '/tsconfig.json')
  if (!existsSync(settings)) throw new Error(`${settings} is missing: ${page} would not parse`)
}

const shared = {
  environment: 'node',
  pool: 'forks',
} as const

/** What a screen reports as its version; see `ui-kit/page-version.ts`. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

export default defineConfig({
  appType: 'mpa',
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
  publicDir: 'ui-kit/public',
  build: {
    outDir: 'dist',
    manifest: true,
    // The server's content policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(pages).filter(([, page]) => existsSync(page))),
    },
  },
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'rooms',
          include: ['test/**/*.test.ts'],
          exclude: ['test/ui/**'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'screens',
          include: ['test/ui/**/*.test.ts'],
          globalSetup: ['test/support/prepare-browser.ts'],
          // One browser at a time: two would share the same two cores and only wait for each other.
          fileParallelism: false,
          testTimeout: 60_000,
          // A hook is not tried again: where the machine does much else, a browser starts slowly.
          hookTimeout: 180_000,
          // A real browser shares the machine with a real server: a fact that fails twice is a fault.
          retry: 1,
        },
      },
    ],
  },
})
