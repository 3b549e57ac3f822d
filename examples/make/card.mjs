/** The files of 冒名就医: a brother's card, one stay, ten visits. Seven items, no thing seized. */
import { yuan } from './amounts.mjs';
import { below, caseFolder } from './case-folder.mjs';
import { writeCustody } from './custody.mjs';
import { fillDigests } from './digests.mjs';
import { encodeGb18030 } from './gb18030.mjs';
import { interviewPaper } from './interview.mjs';
import { box, label, photo, wall } from './photos.mjs';
import { signedPapers } from './signed.mjs';
import { bag, discOf } from './things.mjs';

const BUREAU = '示例市示范县医疗保障局';
const HOSPITAL = '示例市示范县某某医院';
const CERTS = { 陶书衡: '99990226001', 祝云舟: '99990226002', 简一宁: '99990226003' };
const ROOM = `${BUREAU}询问室`;
const STORE = `${BUREAU}证据柜`;

/** Day of settlement, basic fund, serious-illness fund, own part; fen. The first is the stay, the rest are visits. */
const STAY = ['2025-11-17', 1623690, 200000, 824370];
const VISITS = [
  ['2025-10-20', 98015],
  ['2025-10-27', 101240],
  ['2025-11-24', 110560],
  ['2025-12-01', 99875],
  ['2025-12-08', 104420],
  ['2025-12-15', 102035],
  ['2025-12-22', 106390],
  ['2025-12-29', 108710],
  ['2026-01-05', 103550],
  ['2026-01-15', 105550],
].map(([on, fund]) => [on, fund, 0, Math.round((fund * 3) / 7)]);

function settlements() {
  const head =
    '序号,结算流水号,人员编号,就诊类别,入院或就诊日期,结算日期,定点机构,医疗费总额,统筹基金支付,大病保险支付,基金支付总额(fund_pay),个人账户支付,个人负担';
  const rows = [STAY, ...VISITS]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([on, pool, serious, own], i) => {
      const stay = on === STAY[0];
      return [
        i + 1,
        `999902${on.replaceAll('-', '')}${String(i + 1).padStart(4, '0')}`,
        'R0817',
        stay ? '住院' : '门诊慢特病',
        stay ? '2025-11-03' : on,
        on,
        HOSPITAL,
        yuan(pool + serious + own),
        yuan(pool),
        yuan(serious),
        yuan(pool + serious),
        '0.00',
        yuan(own),
      ].join(',');
    });
  return encodeGb18030(`${[head, ...rows].join('\r\n')}\r\n`);
}

const copied = { note: '本件与原件核对无误，原件存于我院。提供人：', name: '卢方舟', on: '2026.4.22' };
const interview = (what) => interviewPaper({ bureau: BUREAU, certs: CERTS, where: ROOM, asked: '陶书衡', ...what });

const PAPERS = {
  '住院病历和门诊处方（复制件）.pdf': {
    title: '住院病历和门诊处方（复制件）',
    blocks: [
      { head: '住院病案首页' },
      '姓名：季怀山　　性别：男　　年龄：46岁　　人员编号：R0817　　入院：2025年11月3日　　出院：2025年11月17日',
      '入院诊断：高血压病。职业栏：“货运司机”；工作单位栏：“个体”。（季怀山的职业是木工）',
      '联系人：季怀远，关系：兄弟。联系电话：0000-0000211。',
      '既往史：2019年右前臂骨折，内固定术后，可见约8厘米手术瘢痕。',
      { newPage: true },
      { head: '住院知情同意书' },
      '我已了解住院期间的诊疗安排、费用和医保结算规定，同意住院治疗。',
      { sign: [['患者（签名）：', '季怀远　2025年11月3日']] },
      { plain: '（患者姓名栏打印为“季怀山”，签名为“季怀远”。复制时由执法人员在页边注明）' },
      { newPage: true },
      { head: '门诊处方（汇总）' },
      {
        table: [['日期', '处方姓名', '药品', '数量', '取药人签名'], ...VISITS.map(([on]) => [on, '季怀山', '示例降压片', '4盒', '季怀远'])],
        widths: [3, 2, 4, 1.4, 3],
        size: 18,
      },
    ],
    copy: copied,
  },
  '住院登记簿（第12页）.jpg': {
    title: '住院登记簿（2025年11月）',
    tint: [238, 240, 228],
    blocks: [
      {
        table: [
          ['日期', '时间', '姓名', '人员编号', '病区', '联系电话', '登记人'],
          ['11月3日', '8:40', '（他人，略）', '', '', '', '叶'],
          ['11月3日', '9:10', '季怀山', 'R0817', '内科12床', '0000-0000211', '叶'],
          ['11月3日', '10:05', '（他人，略）', '', '', '', '叶'],
        ],
        widths: [2, 1.5, 3, 2, 2.4, 3, 1.5],
        size: 18,
      },
      '登记时核对社会保障卡，采集照片1张。',
    ],
    footer: '12',
    copy: copied,
  },
  '询问笔录（季怀远）.pdf': interview({
    when: '2026年4月23日9时00分至10时30分',
    person: '季怀远',
    about: '，男，1984年6月19日出生，公民身份号码999902198406190111，住示例市示范县东桥镇某某村12号',
    recorded: '祝云舟',
    talk: [
      ['你2025年参加了医疗保险没有？', '没有，那年没有缴费。'],
      ['2025年11月3日在某某医院住院的是谁？', '是我，用的我哥季怀山的社保卡，登记的是他的名字。'],
      ['卡和密码从哪里来？', '我哥在外地做工，我打电话跟他说看病用，他叫嫂子把卡给我，密码是他说的。'],
      ['一共用了几次？', '住院一次，后来去开降压药，十次左右，都是我去的。'],
      ['自己出的钱是谁付的？', '我付的。'],
      ['是否知道不能用别人的卡看病？', '知道，医院墙上贴着的。'],
    ],
    signed: '2026年4月23日',
  }),
  '询问笔录（季怀山）.pdf': interview({
    when: '2026年4月27日14时30分至15时40分',
    person: '季怀山',
    about: '，男，1979年3月8日出生，公民身份号码999902197903080138，住示例市示范县东桥镇某某村14号',
    recorded: '简一宁',
    talk: [
      ['2025年10月至2026年1月你在哪里？', '在外地工地做木工，没有回来过。'],
      ['你的社保卡在谁手里？', '给我弟弟季怀远了，他没有交医保，说血压高要看病。'],
      ['他用你的名字住院，你知道吗？', '知道，医院打电话问过我，我说是我本人。'],
      ['你从中得到什么？', '没有拿钱，就是帮弟弟的忙。'],
    ],
    signed: '2026年4月27日',
  }),
  '现场笔录.pdf': {
    agency: BUREAU,
    title: '现场笔录',
    docNo: '范县医保检笔〔2026〕3号',
    blocks: [
      { plain: '案由：季怀远涉嫌冒名就医骗取医疗保障基金' },
      { plain: '检查时间：2026年4月22日9时30分至11时00分' },
      { plain: `检查地点：${HOSPITAL}住院处、病案室、门诊药房` },
      { plain: '在场人：卢方舟，医院医保办公室负责人　见证人：华知秋，社区工作人员，与本案无利害关系' },
      { plain: '检查人：陶书衡（99990226001）　记录人：祝云舟（99990226002）' },
      '检查人员出示执法证件，告知陈述、申辩和申请回避的权利，在场人不申请回避。',
      '住院处住院登记簿第12页记有季怀山2025年11月3日9时10分登记住院，联系电话0000-0000211；登记系统存有9时12分采集的照片1张。病案室存有该次住院病历，知情同意书签名为“季怀远”。门诊药房存有处方10张，取药人均签“季怀远”。',
      '复制登记簿1页、病历2页、处方汇总1页，只读导出登记照片1张，由卢方舟逐页核对签名。未登记保存、封存物品。',
      {
        sign: [
          ['在场人（签名）：', '以上情况属实　卢方舟　2026年4月22日'],
          ['见证人（签名）：', '华知秋'],
          ['检查人、记录人（签名）：', '陶书衡　祝云舟'],
        ],
      },
    ],
  },
};

/** A head and shoulders of no one: shapes only. */
function portrait(ctx) {
  wall(ctx, '#d9dfe3', '#c3cbd0', '#c3cbd0');
  box(ctx, 340, 60, 440, 620, '#eef2f4', '#7c8790');
  ctx.fillStyle = '#6c7a86';
  ctx.beginPath();
  ctx.arc(560, 290, 110, 0, Math.PI * 2);
  ctx.fill();
  ctx.beginPath();
  ctx.ellipse(560, 600, 190, 150, 0, Math.PI, 0);
  ctx.fill();
  label(ctx, '登记姓名：季怀山　R0817', 372, 650, 24, '#1b4a77');
}

const disc = discOf('范医光2026-03-A');
const sealed = bag('证据袋　范医光2026-03-A', '示例市示范县医疗保障局　封　2026年4月20日　封条号 FX-0031');

export const CARD_EVENTS = [
  {
    at: '2026-04-20T10:20+08:00',
    action: 'extract',
    items: ['Z-01'],
    by: '甲乙',
    from: '示例市示范县医疗保障服务中心',
    to: '简一宁',
    place: BUREAU,
    taken: true,
    method: '只读账号查询导出CSV',
    tool: '医保信息平台查询模块',
    system: '国家医疗保障信息平台',
    record: 'T-1',
  },
  {
    at: '2026-04-20T10:40+08:00',
    action: 'copy',
    items: ['Z-01'],
    by: '甲乙',
    place: BUREAU,
    record: 'T-1',
    mediaNo: '范医光2026-03-A、范医光2026-03-B',
    sealAfter: 'FX-0031',
    note: '刻录后校验值一致；封条贴在范医光2026-03-A的证据袋上，范医光2026-03-B供工作查阅',
  },
  { at: '2026-04-20T10:40+08:00', action: 'collect', items: ['Z-07'], by: '甲乙', to: '简一宁', place: BUREAU, taken: true, record: 'T-1' },
  { at: '2026-04-20T10:50+08:00', action: 'move', items: ['Z-01', 'Z-07'], by: '甲丙', from: '简一宁', to: '简一宁', place: STORE },
  {
    at: '2026-04-22T11:00+08:00',
    action: 'collect',
    items: ['Z-02', 'Z-03', 'Z-06'],
    by: '甲乙',
    from: HOSPITAL,
    to: '陶书衡',
    place: HOSPITAL,
    taken: true,
    method: '复印后扫描；登记照片只读导出',
    record: 'J-1',
  },
  {
    at: '2026-04-22T14:00+08:00',
    action: 'move',
    items: ['Z-02', 'Z-03', 'Z-06'],
    by: '甲丙',
    from: '陶书衡',
    to: '简一宁',
    place: STORE,
  },
  { at: '2026-04-23T10:30+08:00', action: 'collect', items: ['Z-04'], by: '甲乙', to: '陶书衡', place: ROOM, taken: true, record: 'X-1' },
  { at: '2026-04-23T10:40+08:00', action: 'move', items: ['Z-04'], by: '甲丙', from: '陶书衡', to: '简一宁', place: STORE },
  { at: '2026-04-27T15:40+08:00', action: 'collect', items: ['Z-05'], by: '甲丙', to: '简一宁', place: ROOM, taken: true, record: 'X-2' },
  { at: '2026-04-27T15:50+08:00', action: 'move', items: ['Z-05'], by: '甲丙', from: '简一宁', to: '简一宁', place: STORE },
  {
    at: '2026-06-08T08:40+08:00',
    action: 'examine',
    items: { allBut: [] },
    by: '甲乙丙',
    place: STORE,
    taken: true,
    note: '报请审批前逐件清点，重新计算校验值，与取得时一致',
  },
];

export async function makeCard(folder) {
  const files = caseFolder(folder);
  files.clear();
  files.papers(below(PAPERS));
  files.write('evidence/医保结算明细（季怀山名下）.csv', settlements());
  files.write('evidence/备份光盘封存前.jpg', photo({ seed: 32, draw: disc, caption: '备份光盘，封存前', at: '2026-04-20 10:28' }));
  files.write('evidence/备份光盘封存后.jpg', photo({ seed: 33, draw: sealed, caption: '备份光盘，封存后', at: '2026-04-20 10:36' }));
  files.write('evidence/住院登记照片.jpg', photo({ seed: 31, draw: portrait, caption: '住院登记照片（示意）', at: '2025-11-03 09:12' }));
  fillDigests(folder);
  writeCustody(folder, CARD_EVENTS);
  // Last, for the documents say how much evidence there is.
  files.scans(await signedPapers(folder));
  files.check();
}
