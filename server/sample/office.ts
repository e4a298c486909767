import type { Staff } from '#domain/hall/setup.ts'
import type { Role } from '#domain/people/principal.ts'

const person = (
  id: string,
  name: Staff['name'],
  post: Staff['post'],
  roles: readonly Role[],
): { staff: Staff; roles: readonly Role[] } => ({
  staff: { ...{ id, staffNo: id.slice(1), name, post }, ...officeAccount },
  roles,
})

/** Nobody here sits at a window, so no customer sees them. */
const officeAccount = { serviceIds: null, stars: 0, portrait: null, active: true }

/**
 * Who works at the console of the sample hall, all invented: one for every role that duties keep
 * apart, so that whoever tries it can be both pairs of eyes.
 */
export const office = [
  person('s0106', { zh: '梁一', en: 'Liang Yi' }, { zh: '值班经理', en: 'Duty manager' }, [
    'leader',
  ]),
  person('s0411', { zh: '苏敏', en: 'Su Min' }, { zh: '服务考核', en: 'Service appraisal' }, [
    'reviewer',
  ]),
  person('s0415', { zh: '高远', en: 'Gao Yuan' }, { zh: '服务考核', en: 'Service appraisal' }, [
    'reviewer',
  ]),
  person('s0502', { zh: '宋岩', en: 'Song Yan' }, { zh: '纪检审计', en: 'Inspection' }, [
    'auditor',
  ]),
  person('s0601', { zh: '罗川', en: 'Luo Chuan' }, { zh: '信息运维', en: 'Systems' }, [
    'administrator',
  ]),
  person('s0608', { zh: '秦月', en: 'Qin Yue' }, { zh: '信息运维', en: 'Systems' }, [
    'administrator',
  ]),
]

/** The duty manager of the pictures sits at a window now and then, and keeps that role too. */
export const alsoAtWindows: Record<string, readonly Role[]> = {
  s0208: ['guide', 'leader', 'manager'],
}
