import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { tlsFiles } from '../tls/files.ts'
import { makeOwn, nameProblem, readAuthority, renewOwn } from '../tls/own.ts'
import type { Authority } from '../tls/own.ts'
import { dateOf, datesProblem } from '../tls/pair.ts'
import { trustPath } from '../tls/trust-page.ts'
import { Mistake } from './mistake.ts'
import { fileArgument } from './operator.ts'

type MakeOptions = { name: string[]; replace?: boolean }

export function tlsCommand(): Command {
  const tls = new Command('tls').description('HTTPS for a hall without a public name')
  tls
    .command('make')
    .description('make an authority of the hall’s own and a certificate for its host name')
    .requiredOption('--name <host...>', 'host name of this server in the hall, such as hall.lan')
    .option('--replace', 'in place of the present authority: every device must trust the new one')
    .action(make)
  tls.command('show').description('the certificate, its end, and what devices compare').action(show)
  tls
    .command('renew')
    .description('make the certificate again; devices need not trust anything anew')
    .action(renew)
  tls
    .command('trust')
    .description('how devices come to trust the authority')
    .option('--to <file>', 'put the authority’s certificate there, for a memory stick')
    .action(trust)
  return tls
}

function dataDir(): string {
  return resolve(process.env.DATA_DIR || 'data')
}

async function make({ name: names, replace }: MakeOptions): Promise<void> {
  const problems = names.map(nameProblem).filter((problem) => problem !== null)
  if (problems.length > 0) throw new Mistake(problems.join('\n'))
  if (readAuthority(dataDir()) && !replace)
    throw new Mistake(
      'There is an authority already (tls show). A new one has to be trusted by every device again: add --replace if that is meant',
    )
  const { folder } = await makeOwn(dataDir(), names, Date.now())
  console.log(
    [
      `An authority of the hall’s own and a certificate for ${names.join(', ')} are in ${folder}`,
      ...facts(present()),
      '',
      'What to do now:',
      `  1. Let the hall’s network lead ${names[0]} to this machine (DNS, often in the router).`,
      '  2. Start the server for the network: HOST=0.0.0.0 PORT=443 npm start',
      `     It takes this certificate by itself and is found at https://${names[0]}/`,
      '  3. Let each device trust the authority once: npm run hall -- tls trust',
      `Keep ${folder} to the server’s own user: whoever has authority.key can pass for this hall.`,
    ].join('\n'),
  )
}

function show(): void {
  const authority = present()
  const server = new X509Certificate(readFileSync(tlsFiles(dataDir()).cert))
  const problem = datesProblem(server, Date.now())
  console.log(
    [
      `certificate  for ${authority.names.join(', ')}`,
      `             good from ${dateOf(server.validFromDate)} until ${dateOf(server.validToDate)}${problem ? `: ${problem}` : ''}`,
      '             a running server renews it 30 days before',
      ...facts(authority),
    ].join('\n'),
  )
}

async function renew(): Promise<void> {
  const { names } = present()
  const { cert } = await renewOwn(dataDir(), Date.now()).catch((error: Error) => {
    throw new Mistake(error.message)
  })
  const until = dateOf(new X509Certificate(readFileSync(cert)).validToDate)
  console.log(
    `The certificate for ${names.join(', ')} is new and good until ${until}. A running server takes it within a few seconds.`,
  )
}

function trust({ to }: { to?: string }): void {
  const authority = present()
  if (to !== undefined) {
    const file = fileArgument(to)
    if (existsSync(file)) throw new Mistake(`${file} is there already`)
    writeFileSync(file, authority.pem)
    console.log(`The authority’s certificate is in ${file}`)
  }
  console.log(
    [
      ...facts(authority),
      '',
      'On each device, once:',
      `  Open https://${authority.names[0]}${trustPath} there (it warns: that is what this cures), or bring the file`,
      '  on a memory stick (tls trust --to hall-authority.crt). The page tells the steps for Windows,',
      '  Android and Linux. Compare the fingerprint with the one above before trusting it.',
      '  Where no warning is to be clicked away at all, start the server with TRUST_PORT=80:',
      `  http://${authority.names[0]}${trustPath} then tells the same, and nothing else is served there.`,
    ].join('\n'),
  )
}

function present(): Authority {
  const authority = readAuthority(dataDir())
  if (!authority)
    throw new Mistake(
      'There is no authority yet. Make one: npm run hall -- tls make --name hall.lan',
    )
  return authority
}

function facts({ sha256, sha1, until }: Authority): string[] {
  return [
    `authority    good until ${dateOf(until)}; it can vouch for these names and no others`,
    `fingerprint  ${sha256}`,
    `             ${sha1} (SHA-1, the thumbprint of Windows)`,
  ]
}
