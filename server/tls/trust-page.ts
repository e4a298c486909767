import type { Authority } from './own.ts'
import { dateOf } from './pair.ts'

/** Where devices learn how to trust the hall's authority, on this server. */
export const trustPath = '/trust'
export const certificatePath = `${trustPath}/hall-authority.crt`

type Words = {
  lang: string
  title: string
  what: string
  name: string
  until: string
  compare: string
  download: string
  steps: [device: string, steps: string[]][]
  customers: string
}

const file = 'hall-authority.crt'
const linuxCommand = `certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n hall -i ${file}`
const windowsCommand = `certutil -addstore Root ${file}`

const zh: Words = {
  lang: 'zh-CN',
  title: '让这台设备信任本营业厅',
  what: '本厅的服务器用自己的证书颁发机构（CA）。本厅的每台设备（取号机、窗口终端、显示屏、评价器、管理员电脑）信任它一次，以后就不再提示。它只能为下面这个名字作证，不影响其他网站。',
  name: '名字',
  until: '有效期至',
  compare:
    '先对指纹：请负责服务器的人运行 npm run hall -- tls show，两边的 SHA-256 指纹一字不差，再继续。不一样就停下，联系管理员。',
  download: '下载证书',
  steps: [
    [
      'Windows',
      [
        '下载证书，双击打开，点“安装证书”。',
        '选“本地计算机”（要管理员权限），再选“将所有的证书都放入下列存储”，浏览到“受信任的根证书颁发机构”。',
        '完成后重新打开浏览器。',
        `一次装很多台：用组策略，或以管理员身份运行 ${windowsCommand}`,
      ],
    ],
    [
      '安卓',
      [
        '下载证书。',
        '打开“设置”，搜索“CA 证书”（一般在“安全 → 加密与凭据 → 安装证书”），选“CA 证书”，点“仍然安装”，选刚下载的文件。',
        '用 Chrome 打开本厅地址。别的应用里的浏览器多半不认自己装的证书：用设备管理系统（MDM）安装。',
      ],
    ],
    [
      'Linux（Chromium）',
      [
        '下载证书，安装软件包 libnss3-tools。',
        `用运行浏览器的账号执行 ${linuxCommand}`,
        '重新打开浏览器。',
      ],
    ],
  ],
  customers:
    '客户自己的手机不要装这个证书。要让客户用手机看排队进度，请给服务器配公网域名和公共证书。',
}

const en: Words = {
  lang: 'en',
  title: 'Let this device trust the hall',
  what: 'The server of this hall has a certificate authority of its own. Each device of the hall (kiosk, counter terminal, wall display, evaluator, manager’s computer) trusts it once and is not warned again. It can vouch for the name below only and changes nothing for other sites.',
  name: 'Name',
  until: 'Good until',
  compare:
    'Compare first: ask whoever runs the server for npm run hall -- tls show. Go on only when the SHA-256 fingerprint is the same to the last letter; otherwise stop and tell them.',
  download: 'Download the certificate',
  steps: [
    [
      'Windows',
      [
        'Download the certificate, open it and choose “Install Certificate”.',
        'Choose “Local Machine” (needs an administrator), then “Place all certificates in the following store” and “Trusted Root Certification Authorities”.',
        'Open the browser again.',
        `For many machines: a group policy, or as administrator ${windowsCommand}`,
      ],
    ],
    [
      'Android',
      [
        'Download the certificate.',
        'Open Settings and search for “CA certificate” (mostly Security → Encryption & credentials → Install a certificate), choose “CA certificate”, “Install anyway”, and the file.',
        'Open the hall’s address in Chrome. Browsers inside other apps mostly ignore such certificates: install it by device management (MDM) there.',
      ],
    ],
    [
      'Linux (Chromium)',
      [
        'Download the certificate and install the package libnss3-tools.',
        `As the user who runs the browser: ${linuxCommand}`,
        'Open the browser again.',
      ],
    ],
  ],
  customers:
    'Never ask customers to install this on their phones. For tickets on phones, give the server a public name and a public certificate.',
}

/** The page, in both languages one below the other: it is read once, by whoever sets a device up. */
export function trustPage(authority: Authority, styles: readonly string[]): string {
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${zh.title} · ${en.title}</title>
${links.join('\n')}
</head>
<body>
<main>
${section(zh, authority)}
${section(en, authority)}
</main>
</body>
</html>
`
}

function section(words: Words, { names, sha256, sha1, until }: Authority): string {
  const devices = words.steps.map(
    ([device, steps]) =>
      `<h2>${escaped(device)}</h2>\n<ol>${steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>`,
  )
  return `<section lang="${words.lang}">
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.what)}</p>
<dl>
<div><dt>${words.name}</dt><dd>${escaped(names.join(', '))}</dd></div>
<div><dt>SHA-256</dt><dd>${inPairs(sha256)}</dd></div>
<div><dt>SHA-1</dt><dd>${inPairs(sha1)}</dd></div>
<div><dt>${words.until}</dt><dd>${dateOf(until)}</dd></div>
</dl>
<p><strong>${escaped(words.compare)}</strong></p>
<p><a class="button" href="${certificatePath}" download>${escaped(words.download)}</a></p>
${devices.join('\n')}
<p class="notice">${escaped(words.customers)}</p>
</section>`
}

/** A fingerprint that breaks only between its pairs. */
function inPairs(print: string): string {
  return escaped(print).replaceAll(':', ':<wbr>')
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
