import type { RefusalCode } from '#domain/refusal.ts'

/**
 * Status and words of every refusal. Words say what happened, then what to do; `{name}` is filled
 * from the details. The title in `application/problem+json` is in the reader's language.
 */
export const refusals: Record<RefusalCode, { status: number; zh: string; en: string }> = {
  'bad-request': {
    status: 400,
    zh: '这个请求缺少内容或写法不对，请检查后再试',
    en: 'Something in this request is missing or malformed. Check it and try again',
  },
  'not-found': {
    status: 404,
    zh: '没有找到',
    en: 'Not found',
  },
  'not-allowed': {
    status: 403,
    zh: '这台设备或这个账号不能做这件事',
    en: 'This device or account may not do this',
  },
  'credential-missing': {
    status: 401,
    zh: '缺少设备凭证，请先登记这台设备',
    en: 'No credential. Register this device first',
  },
  'credential-invalid': {
    status: 401,
    zh: '凭证无效或已撤销，请重新登记这台设备',
    en: 'The credential is not valid or was revoked. Register this device again',
  },
  'session-required': {
    status: 401,
    zh: '请先用工号和密码登录',
    en: 'Sign in with staff number and PIN first',
  },
  'session-ended': {
    status: 401,
    zh: '登录已结束，请重新登录',
    en: 'The sign-in has ended. Sign in again',
  },
  'step-up-required': {
    status: 403,
    zh: '这一步要先再次确认是您本人',
    en: 'Confirm once more that it is you before this step',
  },
  'reason-required': {
    status: 400,
    zh: '请写明原因',
    en: 'State the reason',
  },
  'roles-apart': {
    status: 409,
    zh: '同一个人不能同时担任这两个角色',
    en: 'One person cannot hold both of these roles',
  },
  'role-held': {
    status: 409,
    zh: '此人已经是这个角色，或没有这个角色',
    en: 'This person already holds the role, or does not hold it',
  },
  'two-people-required': {
    status: 409,
    zh: '这件事要两个人：一人提出，另一人决定',
    en: 'This takes two people: one proposes, another decides',
  },
  'proposal-unknown': {
    status: 404,
    zh: '没有这个申请',
    en: 'There is no such proposal',
  },
  'proposal-over': {
    status: 409,
    zh: '这个申请已经有了结果或已过期',
    en: 'This proposal has been decided or has expired',
  },
  'proposal-not-yours': {
    status: 403,
    zh: '不能由提出人或当事人决定，请另一个人来决定',
    en: 'Neither who proposed it nor who it is about may decide. Ask another person',
  },
  'proposal-open': {
    status: 409,
    zh: '这件事已经有人提出，正等另一个人决定',
    en: 'This has been proposed already and waits for another person',
  },
  'administrator-last': {
    status: 409,
    zh: '这是营业厅最后一位系统管理员，请先授权另一位',
    en: 'This is the last administrator of the hall. Make another one first',
  },
  'device-unknown': {
    status: 404,
    zh: '没有这台设备',
    en: 'There is no such device',
  },
  'device-revoked': {
    status: 401,
    zh: '这台设备已被撤销，请重新登记',
    en: 'This device was revoked. Register it again',
  },
  'device-kind': {
    status: 409,
    zh: '这台设备已登记为另一类设备，类别不能更改；要换用途，请先撤销再登记',
    en: 'This device is paired as another kind, and a kind never changes. Revoke it first',
  },
  'pairing-unknown': {
    status: 404,
    zh: '没有这个登记码，请核对屏幕上的登记码',
    en: 'There is no such code. Compare it with the one on the screen',
  },
  'pairing-over': {
    status: 410,
    zh: '登记码已失效，请在设备上重新开始',
    en: 'The code is no longer valid. Start again on the device',
  },
  'code-wrong': {
    status: 403,
    zh: '验证码不对或已失效',
    en: 'The code is wrong or no longer valid',
  },
  'sign-in-failed': {
    status: 403,
    zh: '登录没有成功，请核对后再试',
    en: 'The sign-in failed. Check and try again',
  },
  'session-replaced': {
    status: 401,
    zh: '您的账号已在另一处登录，这里的登录已结束',
    en: 'You have signed in elsewhere, which ended the sign-in here',
  },
  'passkey-needs-name': {
    status: 409,
    zh: '通行密钥只能在有名称的网址上使用，不能用 IP 地址。请改用 {url}',
    en: 'Passkeys work at an address with a name, not at an IP address. Use {url}',
  },
  'passkey-last': {
    status: 409,
    zh: '这是您唯一的登录方式，请先添加另一个',
    en: 'This is your only way to sign in. Add another first',
  },
  'https-required': {
    status: 403,
    zh: '请用 HTTPS 打开管理台',
    en: 'Open the console by HTTPS',
  },
  'password-weak': {
    status: 400,
    zh: '密码太简单：至少 12 位，不要用常见密码',
    en: 'The password is too weak: at least 12 characters, not a common one',
  },
  'export-running': {
    status: 409,
    zh: '正在导出，请等它完成后再导',
    en: 'An export is running. Wait until it is done',
  },
  'export-too-long': {
    status: 422,
    zh: '超过 {rowsMax} 行，请缩短时间再导',
    en: 'More than {rowsMax} rows. Choose a shorter time',
  },
  'idempotency-key-missing': {
    status: 400,
    zh: '每个操作都要带 Idempotency-Key',
    en: 'Every command needs an Idempotency-Key',
  },
  'idempotency-key-invalid': {
    status: 400,
    zh: 'Idempotency-Key 要用 UUID',
    en: 'The Idempotency-Key must be a UUID',
  },
  'idempotency-key-reused': {
    status: 422,
    zh: '这个 Idempotency-Key 已经用于另一个操作',
    en: 'This Idempotency-Key was used for another command',
  },
  'too-many-requests': {
    status: 429,
    zh: '操作太快，请 {waitS} 秒后再试',
    en: 'Too many requests. Try again in {waitS} s',
  },
  'server-busy': {
    status: 503,
    zh: '服务器正忙，请 {waitS} 秒后再试。您的号和位置不变',
    en: 'The server is busy. Try again in {waitS} s; your number and place are kept',
  },
  'origin-foreign': {
    status: 403,
    zh: '这个操作不是从本系统的页面发出的（{origin}），没有执行',
    en: 'This did not come from a page of this server ({origin}); nothing was done',
  },
  'hall-closed': {
    status: 409,
    zh: '今天的营业已经结束',
    en: 'The hall is closed',
  },
  'hall-unknown': {
    status: 404,
    zh: '没有这个营业厅',
    en: 'There is no such hall',
  },
  'hall-exists': {
    status: 409,
    zh: '已经有这个编号的营业厅',
    en: 'There is a hall with this id already',
  },
  'clock-suspect': {
    status: 503,
    zh: '服务器时间可疑，仍按 {businessDay} 营业日办理，请管理员确认时间',
    en: 'The server clock is in doubt; {businessDay} goes on. A manager must confirm the time',
  },
  'day-not-open': {
    status: 409,
    zh: '营业日还没有开始，请联系管理员',
    en: 'The business day is not open. Ask the manager',
  },
  'day-not-later': {
    status: 409,
    zh: '营业日只能往后，当前是 {businessDay}',
    en: 'A business day can only move on; now it is {businessDay}',
  },
  'day-too-far': {
    status: 409,
    zh: '{businessDay} 不是最近的日子，请核对日期',
    en: '{businessDay} is not a day about now. Check the date',
  },
  'setting-unknown': {
    status: 404,
    zh: '没有这项设置：{key}',
    en: 'There is no such setting: {key}',
  },
  'setting-invalid': {
    status: 422,
    zh: '设置 {key} 不能用这个值',
    en: 'Setting {key} cannot have this value',
  },
  'setup-invalid': {
    status: 422,
    zh: '{kind} {id} 的 {field} 不对',
    en: 'Field {field} of {kind} {id} is not right',
  },
  'setup-in-use': {
    status: 409,
    zh: '{kind} {id} 还在使用，不能去掉',
    en: '{kind} {id} is in use and cannot be taken out',
  },
  'storage-full': {
    status: 503,
    zh: '服务器存储已满，暂停取号。已经取到号的，不受影响',
    en: 'Storage is full; no new numbers for now. Numbers already taken still count',
  },
  'storage-failed': {
    status: 503,
    zh: '没有保存成功，请再试一次',
    en: 'This could not be saved. Try again',
  },
  'service-unknown': {
    status: 404,
    zh: '没有这项业务',
    en: 'There is no such service',
  },
  'service-closed': {
    status: 409,
    zh: '这项业务现在不办理',
    en: 'This service is closed now',
  },
  'service-full': {
    status: 409,
    zh: '今天这项业务的号已经发完',
    en: 'No more numbers for this service today',
  },
  'series-full': {
    status: 409,
    zh: '{prefix} 字头的号今天已经用完',
    en: 'Letter {prefix} has no more numbers today',
  },
  'ticket-exists': {
    status: 409,
    zh: '这张号票已经存在',
    en: 'This ticket exists already',
  },
  'ticket-unknown': {
    status: 404,
    zh: '没有找到这张号票',
    en: 'This ticket was not found',
  },
  'ticket-state': {
    status: 409,
    zh: '{ticketNo} 现在的状态不能这样操作',
    en: '{ticketNo} cannot do this in its present state',
  },
  'ticket-elsewhere': {
    status: 409,
    zh: '{ticketNo} 在 {counterNo} 号窗口',
    en: '{ticketNo} is at counter {counterNo}',
  },
  'ticket-taken': {
    status: 409,
    zh: '{ticketNo} 已被 {counterNo} 号窗口叫走',
    en: '{ticketNo} was called by counter {counterNo}',
  },
  'ticket-not-served-here': {
    status: 409,
    zh: '本窗口不办理 {ticketNo} 的业务',
    en: 'This counter does not handle the service of {ticketNo}',
  },
  'no-one-waiting': {
    status: 409,
    zh: '现在没有人等候',
    en: 'Nobody is waiting',
  },
  'no-show-too-early': {
    status: 409,
    zh: '还不能判未到：再叫 {calls} 次，再等 {waitS} 秒',
    en: 'Too early for a no-show: {calls} more calls, {waitS} s to go',
  },
  'grace-over': {
    status: 409,
    zh: '{ticketNo} 过号太久，请重新取号',
    en: '{ticketNo} was missed too long ago. Please take a new number',
  },
  'requeue-limit': {
    status: 409,
    zh: '{ticketNo} 已经排回过，请重新取号',
    en: '{ticketNo} has rejoined before. Please take a new number',
  },
  'transfer-target-missing': {
    status: 422,
    zh: '请选要转到的业务或窗口',
    en: 'Choose a service or a counter to transfer to',
  },
  'transfer-to-itself': {
    status: 422,
    zh: '已经在这个窗口',
    en: 'It is at this counter already',
  },
  'counter-unknown': {
    status: 404,
    zh: '没有这个窗口',
    en: 'There is no such counter',
  },
  'counter-wrong': {
    status: 403,
    zh: '您登录的是 {counterNo} 号窗口',
    en: 'You are signed in at counter {counterNo}',
  },
  'counter-closed': {
    status: 409,
    zh: '窗口还没有开始服务',
    en: 'The counter is not open',
  },
  'counter-open': {
    status: 409,
    zh: '窗口已经在服务',
    en: 'The counter is open already',
  },
  'counter-paused': {
    status: 409,
    zh: '窗口已暂停，请先恢复服务',
    en: 'The counter is paused. Resume first',
  },
  'counter-not-paused': {
    status: 409,
    zh: '窗口没有暂停',
    en: 'The counter is not paused',
  },
  'counter-busy': {
    status: 409,
    zh: '手上还有一位客户，请先办完',
    en: 'A customer is still in hand. Finish first',
  },
  'counter-held': {
    status: 409,
    zh: '{staffName} 的客户还在这个窗口办理，请等办完或请管理员关闭',
    en: 'A customer of {staffName} is still being served here. Wait, or ask a manager to close it',
  },
  'staff-unknown': {
    status: 401,
    zh: '工号或密码不对',
    en: 'Staff number or PIN is wrong',
  },
  'staff-busy-elsewhere': {
    status: 409,
    zh: '您在 {counterNo} 号窗口还有客户，请先办完',
    en: 'You still have a customer at counter {counterNo}. Finish there first',
  },
  'pin-wrong': {
    status: 401,
    zh: '工号或密码不对',
    en: 'Staff number or PIN is wrong',
  },
  'pin-weak': {
    status: 422,
    zh: '这个密码太容易猜到，请换一个',
    en: 'This PIN is too easy to guess. Choose another',
  },
  'pin-locked': {
    status: 429,
    zh: '输错次数太多，请 {waitS} 秒后再试，或请管理员解锁',
    en: 'Too many wrong tries. Wait {waitS} s or ask a manager',
  },
  'evaluation-unknown': {
    status: 404,
    zh: '没有找到这次评价',
    en: 'This evaluation was not found',
  },
  'evaluation-closed': {
    status: 409,
    zh: '这次评价已经结束',
    en: 'This evaluation is closed',
  },
  'evaluation-done': {
    status: 409,
    zh: '已经评价过了，谢谢您',
    en: 'Already rated. Thank you',
  },
  'evaluation-unrated': {
    status: 409,
    zh: '这次服务没有评价，无可申诉',
    en: 'This service was not rated; there is nothing to annul',
  },
  'evaluation-annulled': {
    status: 409,
    zh: '这条评价已经剔除，不再计入',
    en: 'This rating was annulled already; it no longer counts',
  },
}

/** `application/problem+json` of this product (RFC 9457). */
export type Problem = {
  type: string
  title: string
  titles: { zh: string; en: string }
  status: number
  code: RefusalCode
  details: Record<string, string | number | null>
  epoch: string
  seq: number
}
