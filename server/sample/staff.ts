import type { Staff } from '#domain/hall/setup.ts'
import { services } from './services.ts'

const clerk = { zh: '综合柜员', en: 'Service clerk' }

/** What somebody still in training may handle: payments and enquiries. */
const firstYear = services
  .filter(({ groupId }) => groupId === 'bills' || groupId === 'other')
  .map(({ id }) => id)

/** The people of the hall, all invented; the first six sit at windows 1–6 in this order. */
export const staff: Staff[] = [
  {
    id: 's0302',
    staffNo: '0302',
    name: { zh: '陈禾', en: 'Chen He' },
    post: clerk,
    serviceIds: null,
    stars: 4,
    portrait: 's0302',
    active: true,
  },
  {
    id: 's0309',
    staffNo: '0309',
    name: { zh: '周岚', en: 'Zhou Lan' },
    post: clerk,
    serviceIds: null,
    stars: 5,
    portrait: 's0309',
    active: true,
  },
  {
    id: 's0317',
    staffNo: '0317',
    name: { zh: '林晓', en: 'Lin Xiao' },
    post: clerk,
    serviceIds: null,
    stars: 5,
    portrait: 's0317',
    active: true,
  },
  {
    id: 's0321',
    staffNo: '0321',
    name: { zh: '何清', en: 'He Qing' },
    post: clerk,
    serviceIds: null,
    stars: 4,
    portrait: 's0321',
    active: true,
  },
  {
    id: 's0326',
    staffNo: '0326',
    name: { zh: '许明', en: 'Xu Ming' },
    post: { zh: '客户经理', en: 'Account manager' },
    serviceIds: null,
    stars: 5,
    portrait: 's0326',
    active: true,
  },
  {
    id: 's0330',
    staffNo: '0330',
    name: { zh: '吴桐', en: 'Wu Tong' },
    post: clerk,
    serviceIds: null,
    stars: 3,
    portrait: 's0330',
    active: true,
  },
  {
    id: 's0335',
    staffNo: '0335',
    name: { zh: '方禾', en: 'Fang He' },
    post: clerk,
    serviceIds: null,
    stars: 4,
    portrait: 's0335',
    active: true,
  },
  {
    id: 's0338',
    staffNo: '0338',
    name: { zh: '江澄', en: 'Jiang Cheng' },
    post: clerk,
    serviceIds: firstYear,
    stars: 3,
    portrait: 's0338',
    active: true,
  },
  {
    id: 's0208',
    staffNo: '0208',
    name: { zh: '方瑶', en: 'Fang Yao' },
    post: { zh: '值班经理、引导员', en: 'Duty manager and guide' },
    serviceIds: null,
    stars: 5,
    portrait: 's0208',
    active: true,
  },
]
