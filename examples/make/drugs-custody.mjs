/** The chain of custody of 倒卖药品: a sealed telephone, drugs that were opened once to be scanned. */
const BUREAU = '示例市样城区医疗保障局';
const STORE = `${BUREAU}证据保管室`;
const CENTRE = '示例市样城区医疗保障服务中心';
const YARD = '示例市样城区仓前路18号';
const POST = '示例市样城区仓前快递网点';
const ROOM = `${BUREAU}第一询问室`;
const LEAD = '霍明衡';
const KEEPER = '苗青禾';
const PHONE_SEAL = 'YC-0101';
const FIRST_SEALS = 'YC-0102至YC-0104';
const SECOND_SEALS = 'YC-0105至YC-0107';

const collect = (at, items, by, to, place, more) => ({ at, action: 'collect', items, by, to, place, taken: true, ...more });
const extract = (at, items, by, to, place, more) => ({ ...collect(at, items, by, to, place, more), action: 'extract' });
const store = (at, items, by, from, more = {}) => ({ at, action: 'move', items, by, from, to: KEEPER, place: STORE, ...more });
const same = (seal) => ({ sealBefore: seal, sealAfter: seal });

export const DRUG_EVENTS = [
  extract('2026-03-18T10:20+08:00', ['Z-01'], '甲乙', LEAD, BUREAU, {
    from: CENTRE,
    method: '只读账号查询导出CSV',
    tool: '医保信息平台查询模块',
    system: '国家医疗保障信息平台',
    record: 'T-1',
  }),
  store('2026-03-18T10:40+08:00', ['Z-01'], '甲丙', LEAD),
  extract('2026-03-20T11:40+08:00', ['Z-04', 'Z-05'], '丙丁', KEEPER, YARD, {
    from: '施茂林',
    method: '软件自带功能导出，截图',
    tool: '专用取证笔记本电脑 样医证01',
    system: '施茂林手机',
    record: 'T-2',
    note: '持有人施茂林、见证人汤有为在场',
  }),
  collect('2026-03-20T12:00+08:00', ['Z-07', 'Z-08', 'Z-09', 'Z-11', 'Z-12', 'Z-14'], '甲乙', LEAD, YARD, {
    from: YARD,
    method: '现场检查取得',
    record: 'J-1',
    note: '手机、药品、账本先行登记保存（样城医保登保〔2026〕1号）',
  }),
  {
    at: '2026-03-20T12:00+08:00',
    action: 'seal',
    items: ['Z-07'],
    by: '甲乙',
    place: YARD,
    sealAfter: PHONE_SEAL,
    record: 'F-1',
    note: '关机，置入屏蔽袋',
  },
  { at: '2026-03-20T12:00+08:00', action: 'seal', items: ['Z-09'], by: '甲乙', place: YARD, sealAfter: FIRST_SEALS, record: 'F-1' },
  store('2026-03-20T13:20+08:00', ['Z-04', 'Z-05'], '丙丁', KEEPER),
  store('2026-03-20T13:20+08:00', ['Z-08', 'Z-11', 'Z-12', 'Z-14'], '甲丙', LEAD),
  store('2026-03-20T13:20+08:00', ['Z-07'], '甲丙', LEAD, { ...same(PHONE_SEAL), note: '1号柜' }),
  store('2026-03-20T13:20+08:00', ['Z-09'], '甲丙', LEAD, { ...same(FIRST_SEALS), note: '药品阴凉柜、冷藏柜' }),
  collect('2026-03-20T16:50+08:00', ['Z-20'], '甲乙', LEAD, ROOM, { record: 'X-1' }),
  collect('2026-03-20T17:00+08:00', ['Z-21'], '丙丁', KEEPER, `${BUREAU}第二询问室`, { record: 'X-2' }),
  store('2026-03-20T17:20+08:00', ['Z-20'], '甲丙', LEAD),
  store('2026-03-20T17:20+08:00', ['Z-21'], '丙丁', KEEPER),
  collect('2026-03-23T10:40+08:00', ['Z-22'], '甲乙', LEAD, ROOM, { record: 'X-3' }),
  collect('2026-03-23T16:00+08:00', ['Z-23'], '甲丁', LEAD, ROOM, { record: 'X-4' }),
  collect('2026-03-23T16:20+08:00', ['Z-16'], '甲丁', LEAD, ROOM, { method: '复印后扫描，提供人岑济生核对签名', record: 'K-1' }),
  store('2026-03-23T16:30+08:00', ['Z-16', 'Z-22', 'Z-23'], '甲丙', LEAD),
  collect('2026-03-24T10:20+08:00', ['Z-15', 'Z-18'], '甲丙', KEEPER, ROOM, { from: '郝万里', method: '打印、复印后扫描', record: 'K-2' }),
  store('2026-03-24T10:30+08:00', ['Z-15', 'Z-18'], '甲丙', KEEPER),
  collect('2026-03-25T10:00+08:00', ['Z-24'], '乙丙', KEEPER, ROOM, { record: 'X-5' }),
  collect('2026-03-25T11:10+08:00', ['Z-25'], '乙丙', KEEPER, ROOM, { record: 'X-6' }),
  store('2026-03-25T11:20+08:00', ['Z-24', 'Z-25'], '乙丙', KEEPER),
  extract('2026-03-27T14:50+08:00', ['Z-06'], '甲丁', LEAD, POST, {
    from: POST,
    method: '网点负责人登录查询导出CSV',
    tool: '寄件管理系统导出功能 2026.3',
    system: '快递网点寄件管理系统',
    record: 'T-3',
  }),
  store('2026-03-27T15:40+08:00', ['Z-06'], '甲丙', LEAD),
  collect('2026-03-30T10:30+08:00', ['Z-13'], '甲乙', LEAD, BUREAU, { note: '郝万里、施茂林在处理决定书上签名' }),
  store('2026-03-30T10:40+08:00', ['Z-13'], '甲丙', LEAD),
  {
    at: '2026-03-30T14:40+08:00',
    action: 'copy',
    items: ['Z-01', 'Z-04', 'Z-05', 'Z-06'],
    by: '丙丁',
    place: STORE,
    mediaNo: '样医光2026-07-A、样医光2026-07-B',
    sealAfter: 'YC-0108',
    record: 'K-5',
    note: '刻录后校验值一致；封条贴在样医光2026-07-A的证据袋上，样医光2026-07-B供工作查阅',
  },
  collect('2026-03-30T14:40+08:00', ['Z-29'], '丙丁', KEEPER, STORE, { record: 'K-5' }),
  {
    at: '2026-04-02T09:10+08:00',
    action: 'unseal',
    items: ['Z-09'],
    by: '丙丁',
    place: STORE,
    sealBefore: FIRST_SEALS,
    record: 'J-2',
    note: '封条完好；郝万里、见证人汤有为在场',
  },
  {
    at: '2026-04-02T10:43+08:00',
    action: 'examine',
    items: ['Z-09'],
    by: '丙丁',
    place: STORE,
    method: '逐件核对批号，扫描追溯码138个',
    record: 'J-2',
  },
  { at: '2026-04-02T11:10+08:00', action: 'seal', items: ['Z-09'], by: '丙丁', place: STORE, sealAfter: SECOND_SEALS, record: 'J-2' },
  collect('2026-04-02T11:30+08:00', ['Z-10'], '丙丁', KEEPER, STORE, { record: 'J-2' }),
  collect('2026-04-02T12:00+08:00', ['Z-02'], '丙丁', KEEPER, STORE, { method: '追溯码与结算明细比对', record: 'H-1' }),
  collect('2026-04-08T15:20+08:00', ['Z-26'], '甲乙丙丁', KEEPER, '示例市样城区仓前街道社区服务中心', {
    note: '参保人员10名的询问笔录，分两组分别询问（X-7至X-16）',
  }),
  store('2026-04-08T16:10+08:00', ['Z-26'], '丙丁', KEEPER),
  collect('2026-04-15T15:20+08:00', ['Z-17', 'Z-19'], '甲丙', KEEPER, BUREAU, { method: '复印后扫描，原件存收文档案', record: 'K-4' }),
  store('2026-04-15T15:30+08:00', ['Z-17', 'Z-19'], '甲丙', KEEPER),
  collect('2026-06-10T15:00+08:00', ['Z-03'], '甲丙', LEAD, CENTRE, { from: CENTRE, record: 'H-2' }),
  collect('2026-06-10T15:30+08:00', ['Z-27', 'Z-28'], '甲丙', LEAD, CENTRE, { from: CENTRE, record: 'P-1' }),
  store('2026-06-10T16:30+08:00', ['Z-03', 'Z-27', 'Z-28'], '甲丙', LEAD),
  {
    at: '2026-06-22T08:30+08:00',
    action: 'examine',
    items: { allBut: ['Z-07', 'Z-09'] },
    by: '甲乙丙',
    place: STORE,
    taken: true,
    note: '报请审批前逐件清点，重新计算校验值，与取得时一致',
  },
  ...[
    ['Z-07', PHONE_SEAL],
    ['Z-09', SECOND_SEALS],
  ].map(([item, seal]) => ({
    at: '2026-06-22T08:30+08:00',
    action: 'examine',
    items: [item],
    by: '甲乙丙',
    place: STORE,
    ...same(seal),
    note: '报请审批前清点，封条完好',
  })),
];
