// The built screens as the product serves them, without the hall behind them: the same addresses and
// the same content policy, a credential for every device, and no other door.
import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contentPolicy } from '#server/guarding-headers.ts'
import { pages } from '#server/pages.ts'

/** Built by `npm run build`; another folder where one screen is built alone. */
const folder =
  process.env['SCREENS_FOLDER'] ?? fileURLToPath(new URL('../../dist', import.meta.url))

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.ogg': 'audio/ogg',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const policy = Object.entries(contentPolicy)
  .map(([name, sources]) => `${name} ${sources.join(' ')}`)
  .join('; ')

export interface StaticServer {
  url: string
  close(): Promise<void>
}

export async function serveScreens(): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/api/v1/sample/credentials') return lend(response)
    void send(documentAt(pathname) ?? pathname, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) }
}

function lend(response: ServerResponse): void {
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ token: 'lent' }))
}

async function send(path: string, response: ServerResponse): Promise<void> {
  const body = await readFile(join(folder, normalize(path))).catch(() => null)
  if (!body) return void response.writeHead(404).end()
  response
    .setHeader('Content-Security-Policy', policy)
    .setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
    .end(body)
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** The built page behind an address, as the server itself leads there. */
function documentAt(pathname: string): string | undefined {
  const folder = Object.entries(pages).find(([address]) => address === pathname)?.[1]
  return folder && `${folder}/index.html`
}
