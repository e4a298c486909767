import type { Notice } from '#domain/hall/setup.ts'

/**
 * Pages of the wall and the evaluator: the title alone is the wall's line. The outage is over after
 * its day, then the safety page takes its place, so that four are always on show.
 */
export const notices: Notice[] = [
  {
    id: 'outage',
    title: { zh: '3月19日 滨江路计划检修停电', en: 'Planned power cut on Binjiang Road, 19 March' },
    body: {
      zh: '3月19日（周四）8:00–12:00，滨江路 1–86 号暂停供电。请提前给手机、医疗设备充好电，冰箱少开门。',
      en: 'Thursday 19 March, 8:00–12:00, Binjiang Road 1–86. Please charge phones and medical devices beforehand and keep the fridge closed.',
    },
    hint: {
      zh: '家里有老人或病人离不开电的，请告诉工作人员',
      en: 'If somebody at home depends on electricity, please tell our staff',
    },
    from: null,
    until: '2026-03-19',
    position: 1,
  },
  {
    id: 'safety',
    title: {
      zh: '停电、漏电，先打 400-000-0000',
      en: 'Power cut or fallen wire? Call 400-000-0000',
    },
    body: {
      zh: '看到电线掉落、电箱冒烟，请离开 8 米以上，不要用手碰，马上打电话。热线 24 小时有人接听。',
      en: 'If a wire is down or a box is smoking, stay 8 metres away, touch nothing and call. We answer day and night.',
    },
    hint: { zh: '先保证人安全，再报修', en: 'People first, repairs second' },
    from: '2026-03-20',
    until: null,
    position: 1,
  },
  {
    id: 'transfer-papers',
    title: {
      zh: '办理过户，资料带齐一次办完',
      en: 'Changing the account holder? Bring everything once',
    },
    body: {
      zh: '请带房产证明和双方身份证。原户主来不了的，带上他的身份证复印件和委托书。',
      en: 'Bring proof of property and the ID cards of both sides. If the former holder cannot come, bring a copy of the ID and a signed letter.',
    },
    hint: {
      zh: '资料不确定，取号前可以先问引导台',
      en: 'Not sure? Ask at the guide desk before taking a number',
    },
    from: null,
    until: null,
    position: 2,
  },
  {
    id: 'self-service',
    title: { zh: '交电费、打发票，自助终端不用排队', en: 'Pay and print invoices without waiting' },
    body: {
      zh: '3 台自助终端全天开放，银行卡、手机扫码、现金都可以。不会操作，旁边有人帮您。',
      en: 'Three self-service terminals are open all day and take bank cards, phone payments and cash. Somebody is there to help you.',
    },
    hint: { zh: '窗口照常可以交费', en: 'Counters take payments as usual' },
    from: null,
    until: null,
    position: 3,
  },
  {
    id: 'convenience',
    title: {
      zh: '雨伞、老花镜、充电宝，可以借用',
      en: 'Umbrellas, glasses and power banks to borrow',
    },
    body: {
      zh: '便民服务区在等候区右边，有热水、常用药品和轮椅。借用登记一下就行，不押证件。',
      en: 'The service corner is to the right of the seats, with hot water, first aid and a wheelchair. Just sign; no ID is kept.',
    },
    hint: { zh: '需要搀扶或轮椅，请叫工作人员', en: 'Need an arm or a wheelchair? Ask our staff' },
    from: null,
    until: null,
    position: 4,
  },
]
