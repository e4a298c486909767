// Writing certificates, which a hall does once and then every year. Loaded only when it is done: the
// libraries for it take as long to load as all the rest of a command.
import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  NameConstraints,
  id_ce_nameConstraints,
} from '@peculiar/asn1-x509'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
  cryptoProvider,
} from '@peculiar/x509'
import { day } from '#domain/time.ts'

cryptoProvider.set(webcrypto)

/** A certificate and the key that belongs to it, as PEM. */
export type Made = { cert: string; key: string }

/** An authority is carried to every device by hand, so it lasts as long as the hall's hardware. */
const authorityMs = 3_650 * day
/** Browsers and systems take a server's certificate for about a year, whoever signed it. */
const serverMs = 397 * day
/** Devices whose clock is a little slow take it at once too. */
const backdatedMs = day

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/**
 * Makes an authority that can vouch for these names and for nothing else: devices that trust it
 * trust it with this hall, not with the rest of the world, and a stolen key opens no other site.
 */
export async function makeAuthority(names: readonly string[], now: number): Promise<Made> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ CN: [`Hall queue authority of ${names[0]}`] }],
    ...lasting(now, authorityMs),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      // For people who look at it, and for a renewal where the server's certificate is lost.
      namedAs(names),
      onlyFor(names),
    ],
  })
  return { cert: certificate.toString('pem'), key: await privatePem(keys) }
}

/** Makes a server's certificate for these names, signed by an authority. */
export async function makeServerCertificate(
  authority: Made,
  names: readonly string[],
  now: number,
): Promise<Made> {
  const signer = new X509Certificate(authority.cert)
  const rawKey = PemConverter.decodeFirst(authority.key)
  const signingKey = await webcrypto.subtle.importKey('pkcs8', rawKey, algorithm, false, ['sign'])
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: [{ CN: [names[0] ?? ''] }],
    issuer: signer.subjectName,
    ...lasting(now, Math.min(serverMs, signer.notAfter.getTime() - now)),
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      namedAs(names),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(signer.publicKey),
    ],
  })
  return { cert: certificate.toString('pem'), key: await privatePem(keys) }
}

function namedAs(names: readonly string[]): Extension {
  return new SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value })))
}

/** RFC 5280, 4.2.1.10: the names permitted, and no address at all. */
function onlyFor(names: readonly string[]): Extension {
  const subtrees = (bases: Partial<GeneralName>[]) =>
    new GeneralSubtrees(bases.map((base) => new GeneralSubtree({ base: new GeneralName(base) })))
  const constraints = new NameConstraints({
    permittedSubtrees: subtrees(names.map((dNSName) => ({ dNSName }))),
    excludedSubtrees: subtrees([{ iPAddress: '0.0.0.0/0' }, { iPAddress: '::/0' }]),
  })
  return new Extension(id_ce_nameConstraints, true, AsnConvert.serialize(constraints))
}

function lasting(now: number, ms: number): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(now - backdatedMs), notAfter: new Date(now + ms) }
}

/** Positive and drawn, as the browsers' rules ask for. */
function serialNumber(): string {
  const drawn = randomBytes(16)
  drawn[0] = ((drawn[0] ?? 0) & 0x7f) | 0x40
  return drawn.toString('hex')
}

async function privatePem({ privateKey }: webcrypto.CryptoKeyPair): Promise<string> {
  const raw = await webcrypto.subtle.exportKey('pkcs8', privateKey)
  return PemConverter.encode(raw, PemConverter.PrivateKeyTag)
}
