import type { Service, Words } from '#domain/hall/setup.ts'

/** 限时办结制: a payment takes at most 5 minutes, any other item 20; nobody is to wait over 15. */
const paymentNormS = 5 * 60
const otherNormS = 20 * 60
const waitNormS = 15 * 60

type Described = { id: string; name: Words; plain: Words; materials: Words }

/** The items of one group, in the order of the kiosk's rows; all open whenever the hall is. */
function offer(groupId: string, normS: number, described: Described[]): Service[] {
  return described.map((item, index) => ({
    ...item,
    id: `${groupId}-${item.id}`,
    groupId,
    normS,
    waitNormS,
    dailyLimit: null,
    hours: null,
    offered: true,
    position: index + 1,
  }))
}

const bills = offer('bills', paymentNormS, [
  {
    id: 'pay',
    name: { zh: '交电费（充值）', en: 'Pay a bill or top up' },
    plain: { zh: '交这个月的电费，或给电表充值', en: 'Pay this month’s bill or top up the meter' },
    materials: { zh: '户号或近期电费单', en: 'Account number or a recent bill' },
  },
  {
    id: 'statement',
    name: { zh: '查账单、查余额', en: 'Bills and balance' },
    plain: { zh: '用了多少电，还剩多少钱', en: 'How much you used and what is left' },
    materials: { zh: '户号或近期电费单', en: 'Account number or a recent bill' },
  },
  {
    id: 'invoice',
    name: { zh: '开电费发票（增值税发票）', en: 'Invoice (VAT invoice)' },
    plain: { zh: '报销、做账要用的发票', en: 'For expenses or your accounts' },
    materials: { zh: '户号 · 单位税号', en: 'Account number · tax number' },
  },
  {
    id: 'reconnect',
    name: { zh: '欠费停电后恢复（复电）', en: 'Reconnect after an unpaid bill' },
    plain: { zh: '电费交清了，家里还没来电', en: 'You have paid but the power is still off' },
    materials: { zh: '户号 · 身份证', en: 'Account number · ID card' },
  },
  {
    id: 'autopay',
    name: { zh: '银行卡自动交费（代扣）', en: 'Pay automatically from a bank card' },
    plain: { zh: '每月自动扣，不用再跑', en: 'Taken each month, nothing more to do' },
    materials: { zh: '身份证 · 银行卡 · 户号', en: 'ID card · bank card · account number' },
  },
])

const home = offer('home', otherNormS, [
  {
    id: 'transfer',
    name: { zh: '过户（更名）', en: 'Change the account holder' },
    plain: { zh: '房屋买卖、亲属之间换户名', en: 'Home sold, or a new name in the family' },
    materials: { zh: '身份证 · 房产证明', en: 'ID card · proof of property' },
  },
  {
    id: 'new',
    name: { zh: '新装用电', en: 'New supply' },
    plain: { zh: '新房、新户头第一次装表', en: 'First meter for a new home' },
    materials: { zh: '身份证 · 房产证明', en: 'ID card · proof of property' },
  },
  {
    id: 'increase',
    name: { zh: '增加用电容量', en: 'More power' },
    plain: { zh: '家里总跳闸，想换大一点的电表', en: 'The breaker keeps tripping' },
    materials: { zh: '身份证 · 户号', en: 'ID card · account number' },
  },
  {
    id: 'peak',
    name: { zh: '峰谷电价开通或取消', en: 'Start or stop off-peak tariff' },
    plain: { zh: '晚上用电多，想省电费', en: 'Pay less for power used at night' },
    materials: { zh: '户号', en: 'Account number' },
  },
  {
    id: 'family',
    name: { zh: '一户多人口电价', en: 'Large household tariff' },
    plain: { zh: '家里 5 口人以上', en: 'Five or more people at home' },
    materials: { zh: '户口簿 · 户号', en: 'Household register · account number' },
  },
  {
    id: 'close',
    name: { zh: '销户', en: 'Close an account' },
    plain: { zh: '房子拆了、不用电了', en: 'The home is gone or needs no power' },
    materials: { zh: '身份证 · 户号', en: 'ID card · account number' },
  },
])

const business = offer('business', otherNormS, [
  {
    id: 'new',
    name: { zh: '店铺、单位新装用电（低压）', en: 'New supply for a shop or office' },
    plain: { zh: '新开店、新办公室第一次装表', en: 'First meter for new premises' },
    materials: { zh: '营业执照 · 场地证明', en: 'Business licence · proof of premises' },
  },
  {
    id: 'high',
    name: { zh: '工厂、大容量用电（高压）', en: 'High-voltage supply' },
    plain: { zh: '要装变压器，或把容量加大', en: 'New transformer or more capacity' },
    materials: { zh: '营业执照 · 用电设备清单', en: 'Business licence · equipment list' },
  },
  {
    id: 'suspend',
    name: { zh: '暂停用电、减少容量（减容）', en: 'Suspend or reduce supply' },
    plain: { zh: '停产、淡季，想少交基本电费', en: 'Pay less while production is low' },
    materials: { zh: '营业执照 · 单位公章', en: 'Business licence · company seal' },
  },
  {
    id: 'transfer',
    name: { zh: '企业过户（更名）', en: 'Change the company name' },
    plain: { zh: '公司改名，或厂房、店面转让', en: 'New name or new owner' },
    materials: { zh: '营业执照 · 场地证明', en: 'Business licence · proof of premises' },
  },
  {
    id: 'contract',
    name: { zh: '签用电合同（续签、补签）', en: 'Supply contract' },
    plain: { zh: '合同到期，或内容要改', en: 'Renew or change your contract' },
    materials: { zh: '营业执照 · 单位公章', en: 'Business licence · company seal' },
  },
])

const solar = offer('solar', otherNormS, [
  {
    id: 'connect',
    name: { zh: '屋顶光伏并网', en: 'Connect rooftop solar' },
    plain: { zh: '自家屋顶发电，多的卖给电网', en: 'Sell what your roof does not use' },
    materials: { zh: '身份证 · 房产证明', en: 'ID card · proof of property' },
  },
  {
    id: 'charger',
    name: { zh: '居民充电桩报装', en: 'Home EV charger' },
    plain: { zh: '自家车位装充电桩', en: 'A charger at your own parking space' },
    materials: { zh: '身份证 · 车位证明', en: 'ID card · proof of parking space' },
  },
  {
    id: 'charger-site',
    name: { zh: '充电桩报装（单位、物业）', en: 'EV chargers for a site' },
    plain: { zh: '小区、单位、商场装充电桩', en: 'For an estate, company or mall' },
    materials: { zh: '营业执照 · 场地证明', en: 'Business licence · proof of premises' },
  },
  {
    id: 'charger-tariff',
    name: { zh: '充电桩电价办理', en: 'EV charging tariff' },
    plain: { zh: '充电桩单独算电价', en: 'A tariff of its own for the charger' },
    materials: { zh: '身份证 · 户号', en: 'ID card · account number' },
  },
])

const meter = offer('meter', otherNormS, [
  {
    id: 'test',
    name: { zh: '校验电表', en: 'Meter test' },
    plain: { zh: '觉得电表走得不准', en: 'You think the meter is wrong' },
    materials: { zh: '身份证 · 户号', en: 'ID card · account number' },
  },
  {
    id: 'replace',
    name: { zh: '换电表、移电表', en: 'Replace or move a meter' },
    plain: { zh: '电表坏了，或位置要挪', en: 'It is broken or in the way' },
    materials: { zh: '身份证 · 户号', en: 'ID card · account number' },
  },
  {
    id: 'voltage',
    name: { zh: '电压不稳（电压异常）', en: 'Unsteady voltage' },
    plain: { zh: '灯忽明忽暗，电器不好用', en: 'Lights flicker, appliances fail' },
    materials: { zh: '户号或地址', en: 'Account number or address' },
  },
  {
    id: 'fault',
    name: { zh: '家里停电报修（故障报修）', en: 'Report a power cut' },
    plain: { zh: '邻居有电，自己家没电', en: 'Neighbours have power, you do not' },
    materials: { zh: '户号或地址', en: 'Account number or address' },
  },
])

const other = offer('other', otherNormS, [
  {
    id: 'tariff',
    name: { zh: '问电价、问政策（阶梯电价）', en: 'Tariffs and policy' },
    plain: { zh: '电费怎么算，有什么优惠', en: 'How bills are worked out' },
    materials: { zh: '户号（没带也可以问）', en: 'Account number, if you have it' },
  },
  {
    id: 'documents',
    name: { zh: '补交资料、取资料', en: 'Hand in or collect documents' },
    plain: { zh: '上次没带齐，或来取合同、通知单', en: 'Finish what you started last time' },
    materials: { zh: '身份证 · 受理单', en: 'ID card · application slip' },
  },
  {
    id: 'suggest',
    name: { zh: '意见建议', en: 'Suggestions' },
    plain: { zh: '想夸一夸，或想提意见', en: 'Praise or ideas for us' },
    materials: { zh: '户号（没带也可以）', en: 'Account number, if you have it' },
  },
])

/** What customers come to do: named as they say it, the official term in brackets. */
export const services: Service[] = [...bills, ...home, ...business, ...solar, ...meter, ...other]
