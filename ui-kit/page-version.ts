/**
 * Which build of its page a screen runs: the version of the product and the mark that Vite gives the
 * page's own file, `0.1.0+Cs6he2du`. So a screen that was never loaded afresh is seen at the console.
 */
export function pageVersion(): string {
  const version = (import.meta.env['VITE_VERSION'] as string | undefined) ?? '0'
  const script = document.querySelector<HTMLScriptElement>('script[type="module"]')
  const mark = /-([\w-]{8})\.js$/.exec(script?.src ?? '')?.[1]
  return mark ? `${version}+${mark}` : version
}
