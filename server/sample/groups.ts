import type { ServiceGroup } from '#domain/hall/setup.ts'

/** The six cards of the kiosk, in the order in which most people look for them. */
export const groups: ServiceGroup[] = [
  {
    id: 'bills',
    prefix: 'A',
    name: { zh: '电费账单', en: 'Bills & payments' },
    shortName: { zh: '电费账单', en: 'Bills' },
    examples: { zh: '交费 · 账单 · 发票 · 余额查询', en: 'Pay, view bills, invoices, balance' },
    icon: 'receipt-yuan',
    position: 1,
  },
  {
    id: 'home',
    prefix: 'F',
    name: { zh: '居民用电', en: 'Home electricity' },
    shortName: { zh: '居民用电', en: 'Home' },
    examples: {
      zh: '过户 · 新装 · 增容 · 峰谷电价',
      en: 'New supply, name change, more power, tariffs',
    },
    icon: 'home-bolt',
    position: 2,
  },
  {
    id: 'business',
    prefix: 'H',
    name: { zh: '企业用电', en: 'Business electricity' },
    shortName: { zh: '企业用电', en: 'Business' },
    examples: {
      zh: '报装 · 变更 · 暂停 · 合同',
      en: 'New supply, changes, suspension, contracts',
    },
    icon: 'building-factory-2',
    position: 3,
  },
  {
    id: 'solar',
    prefix: 'K',
    name: { zh: '光伏与充电桩', en: 'Solar & EV charging' },
    shortName: { zh: '光伏充电', en: 'Solar & EV' },
    examples: { zh: '光伏并网 · 充电桩报装', en: 'Solar grid connection, EV charger supply' },
    icon: 'solar-panel',
    position: 4,
  },
  {
    id: 'meter',
    prefix: 'M',
    name: { zh: '电表与故障', en: 'Meters & faults' },
    shortName: { zh: '电表故障', en: 'Meters' },
    examples: { zh: '校表 · 换表 · 电压异常 · 报修', en: 'Meter test, voltage, report a fault' },
    icon: 'gauge',
    position: 5,
  },
  {
    id: 'other',
    prefix: 'X',
    name: { zh: '咨询与其他', en: 'Enquiries & other' },
    shortName: { zh: '咨询其他', en: 'Enquiries' },
    examples: { zh: '政策 · 资料 · 意见建议', en: 'Policy, documents, suggestions' },
    icon: 'help-circle',
    position: 6,
  },
]
