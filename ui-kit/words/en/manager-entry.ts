import type { zhManagerEntry } from '../zh/manager-entry.ts'

export const enManagerEntry = {
  'mgr.title': 'Manager console',
  'mgr.titleMore': 'Devices, people, ratings and the record are looked after here.',
  'mgr.language': '中文',
  'mgr.nav': 'Parts of the console',
  'mgr.group.hall': 'Hall',
  'mgr.group.quality': 'Service quality',
  'mgr.group.watch': 'Oversight',
  'mgr.part.devices': 'Devices',
  'mgr.part.people': 'People',
  'mgr.part.approvals': 'Approvals',
  'mgr.part.ratings': 'Ratings',
  'mgr.part.audit': 'Audit log',
  'mgr.part.record': 'Record and anchors',
  'mgr.part.me': 'How I sign in',
  'mgr.sampleHall': 'Sample hall, people are invented',
  'mgr.and': ', ',
  'mgr.signOut': 'Sign out',
  'mgr.offline':
    'No connection to the server. What you see may be out of date. This page reconnects by itself.',
  'mgr.nothing':
    'Nothing in the console is open to your roles. Ask an administrator for a role if you need one.',
  'mgr.operator': 'the operator at the server',
  'mgr.choose': 'Choose',
  'mgr.reason': 'Reason',
  'mgr.reasonHint': 'Kept in the audit log with this act',
  'mgr.reasonMissing': 'State the reason',
  'mgr.noAnswer':
    'The server did not answer, so it is not known whether it was done. Look at the list and try again.',
  'mgr.needsStepUp': 'You will confirm once more that it is you',
  'mgr.needsTwo': 'Takes two people: another person decides after you send it',
  'mgr.load.asking': 'Loading…',
  'mgr.load.offline': 'No connection to the server',
  'mgr.load.again': 'This page tries again by itself.',
  'mgr.load.old': 'This is what it was a moment ago. The page tries again by itself.',
  'mgr.once': 'Shown this once only. Give it to the person now and keep no copy.',
  'mgr.onceDone': 'Handed over',

  'role.staff': 'Counter staff',
  'role.guide': 'Guide',
  'role.leader': 'Duty leader',
  'role.manager': 'Hall manager',
  'role.reviewer': 'Appraisal reviewer',
  'role.auditor': 'Auditor',
  'role.administrator': 'Administrator',

  'mgr.signIn': 'Sign in',
  'mgr.entry.asking': 'Connecting…',
  'mgr.entry.offline':
    'No connection. Check that the server is running; this page tries again by itself.',
  'mgr.way.passkey': 'Sign in to the console',
  'mgr.way.password': 'Sign in with a password',
  'mgr.way.enrol': 'Your first time here',
  'mgr.way.first': 'Set up the first administrator',
  'mgr.way.passkeyGo': 'Use a passkey',
  'mgr.way.passwordGo': 'Use password and code instead',
  'mgr.way.enrolGo': 'First time, with a one-time code',
  'mgr.ended.replaced': 'You signed in at another browser, so this sign-in has ended.',
  'mgr.ended.idle': 'You were signed out because nothing was done for a while.',
  'mgr.ended.shift-over': 'This sign-in has reached its end.',
  'mgr.ended.forced': 'Somebody in charge ended your sign-in.',
  'mgr.ended.role-changed': 'Your roles have changed. Please sign in again.',
  'mgr.ended.other': 'The sign-in has ended.',
  'mgr.ended.kept': 'What you had typed is still there after you sign in again.',
  'mgr.staffNo': 'Staff number',
  'mgr.staffNoMissing': 'Enter the staff number',
  'mgr.password': 'Password',
  'mgr.passwordMissing': 'Enter the password',
  'mgr.newPassword': 'New password',
  'mgr.newPasswordHint':
    'At least 12 characters. A few unrelated words are easy to keep and hard to guess.',
  'mgr.totp': 'Six-digit code',
  'mgr.totpHint': 'What the authenticator app on your phone shows now',
  'mgr.totpShape': 'The code has six digits',

  'mgr.passkey.how':
    'Press the button, then confirm on your device with fingerprint, face, PIN or a security key. No password to remember.',
  'mgr.passkey.go': 'Sign in with a passkey',
  'mgr.passkey.insecure':
    'This address is not https, and browsers do not allow passkeys here. Open it by https (see the HTTPS guide), or at the server itself by http://localhost.',
  'mgr.passkey.address':
    'Passkeys belong to a host name, not to a number. Open this page by its name, for example https://hall.example; at the server itself use localhost, not 127.0.0.1.',
  'mgr.passkey.old':
    'This browser knows no passkeys. Use a newer one, or sign in with password and code.',
  'mgr.passkey.given-up':
    'It was not confirmed: cancelled, too late, or this device holds no passkey of yours. Try again.',
  'mgr.passkey.known': 'This device already holds a passkey of yours. Just sign in.',
  'mgr.passkey.label': 'Name this passkey',
  'mgr.passkey.labelHint': 'To tell it apart later, such as “office computer” or “key in the safe”',
  'mgr.passkey.labelMissing': 'Give it a name',
  'mgr.passkey.thisDevice': 'This device',

  'mgr.enrol.how':
    'Enter your staff number and the one-time code an administrator gave you, then register a passkey on this device.',
  'mgr.enrol.code': 'One-time code',
  'mgr.enrol.codeHint': 'Eight characters, such as ABCD-EFGH; works once',
  'mgr.enrol.codeMissing': 'Enter the one-time code',
  'mgr.enrol.passkeyGo': 'Register a passkey and sign in',
  'mgr.enrol.passwordGo': 'Set a password and link the app',
  'mgr.enrol.ratherPassword': 'Not on this device? Use a password and an app',
  'mgr.enrol.rather': 'Use a passkey instead',
  'mgr.first.how':
    'This hall has no administrator yet. The window the server was started in shows a one-time code: only who can see it can become the first one.',
  'mgr.first.code': 'One-time code from the server',
  'mgr.first.codeHint':
    'Eight characters, such as ABCD-EFGH. If it has expired, make another at the server.',
  'mgr.first.name': 'Your name',
  'mgr.first.nameMissing': 'Enter your name',
  'mgr.first.go': 'Next: register a passkey',

  'mgr.app.how':
    'Scan this with the authenticator app on your phone. When you sign in by password, enter the six digits of the app.',
  'mgr.app.qr': 'QR code for the authenticator app',
  'mgr.app.type': 'Cannot scan? Type this into the app:',
  'mgr.app.first': 'Six digits the app shows now',
  'mgr.app.go': 'Confirm',

  'mgr.sample.title': 'Sample hall: choose a person and look around',
  'mgr.sample.more':
    'Only a browser on this very machine gets in this way, and nobody is checked. A real hall has no such door.',

  'mgr.stepUp.title': 'Confirm once more that it is you',
  'mgr.stepUp.passkey':
    'This step matters. Confirm with your passkey; what you did then goes on by itself, and you are not asked again for five minutes.',
  'mgr.stepUp.password':
    'This step matters. Enter password and code; what you did then goes on by itself, and you are not asked again for five minutes.',
  'mgr.stepUp.sample':
    'A real hall asks for a passkey here. In the sample hall one press will do; what you did then goes on by itself.',
  'mgr.stepUp.go': 'It is me, go on',

  'mgr.own.sample':
    'You came in as a person of the sample hall, who has no way to sign in to change.',
  'mgr.own.passkeys': 'Passkeys',
  'mgr.own.passkeysMore': 'for every day',
  'mgr.own.noPasskey': 'No passkey yet.',
  'mgr.own.added': 'Added {at}',
  'mgr.own.add': 'Add another passkey',
  'mgr.own.addedNow': 'Passkey added',
  'mgr.own.remove': 'Remove',
  'mgr.own.removed': '“{label}” removed',
  'mgr.own.password': 'Recovery password',
  'mgr.own.hasPassword':
    'Set. On a day without your passkey, sign in with it and the six digits of the app.',
  'mgr.own.noPassword':
    'Not set. Better set one: with it and the app you can still sign in when the passkey is lost or at home.',
  'mgr.own.setPassword': 'Set a recovery password',
  'mgr.own.changePassword': 'Change the recovery password',
  'mgr.own.passwordSet': 'The recovery password is set',
} satisfies Record<keyof typeof zhManagerEntry, string>
