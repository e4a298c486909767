const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }

/** A browser makes keys on a line that nobody can listen to: HTTPS, or this very machine. */
export function canMakeKeys(): boolean {
  return isSecureContext && 'subtle' in crypto
}

/** The private half can be used here and cannot be read, by this page or by anybody else. */
export function makeKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
}

/** The half that the server may know. */
export function publicHalf({ publicKey }: CryptoKeyPair): Promise<JsonWebKey> {
  return crypto.subtle.exportKey('jwk', publicKey)
}

/** r and s of ECDSA with SHA-256, base64url. */
export async function sign({ privateKey }: CryptoKeyPair, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes)
  const binary = String.fromCharCode(...new Uint8Array(signature))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
