/** The files of 倒卖药品: trace codes, a chat, payments, parcels, boxes of drugs under seal. */
import { yuan } from './amounts.mjs';
import { below, caseFolder } from './case-folder.mjs';
import { writeCustody } from './custody.mjs';
import { fillDigests } from './digests.mjs';
import { DRUG_EVENTS } from './drugs-custody.mjs';
import { BOX_ROWS, boxCsv, COUNTS, DRUGS, PAID, parcelCsv, paymentCsv, SEIZED_ROWS, SUMS, seizedCsv } from './drugs-data.mjs';
import { DRUG_PAPERS } from './drugs-papers.mjs';
import { photo } from './photos.mjs';
import { screen } from './screens.mjs';
import { signedPapers } from './signed.mjs';
import { bag, boxes, discOf, labels, phone, shelves } from './things.mjs';
import { workbook } from './workbook.mjs';

const BUREAU = '示例市样城区医疗保障局';
const CENTRE = '示例市样城区医疗保障服务中心';
/** The messages that were exported; the first seven are also pictured. */
const CHAT = [
  ['2025-06-09 20:11', '郝万里', '这周要抗和针，各三十，脂有多少要多少。抗119，针93，脂48。'],
  ['2025-06-09 20:13', '贾小荷', '知道了，我这边老人多，脂够。'],
  ['2025-06-09 20:20', '施茂林', '某某大药房明天上午人少，岑老板说卡拿过去一起刷。'],
  ['2025-06-10 11:02', '施茂林', '刷好了，抗14针9，标签你自己撕。'],
  ['2025-08-18 19:40', '郝万里', '月底前多弄点，外地催。'],
  ['2025-08-18 19:42', '贾小荷', '一个人开太多会不会有事？'],
  ['2025-08-18 19:45', '郝万里', '分开开，一人三四盒，卡药都这样弄。'],
  ['2025-11-03 09:15', '贾小荷', '卡号和密码我发你（已隐去）。'],
  ['2025-11-03 09:16', '施茂林', '收到，转岑老板。'],
  ['2026-01-12 21:30', '施茂林', '长贵和春兰又带了几个人来，给他们每盒多加两块。'],
  ['2026-01-12 21:31', '郝万里', '可以，先结上周的。'],
];

const chatHtml = () =>
  Buffer.from(
    [
      '<!DOCTYPE html>',
      '<html lang="zh-CN"><head><meta charset="utf-8"><title>示例收货群　聊天记录导出</title></head><body>',
      '<h1>示例收货群</h1>',
      '<p>成员：郝万里、施茂林、贾小荷。导出时间：2026-03-20 10:41。示例（虚构数据）。</p>',
      ...CHAT.map(([at, who, words]) => `<p><time>${at}</time> <b>${who}</b>：${words}</p>`),
      '</body></html>',
      '',
    ].join('\n'),
  );

const shot = (rows) =>
  screen({
    title: '示例收货群（3人）',
    note: '聊天软件（示例）',
    widths: [200, 130, 700],
    rows: [['时间', '发送人', '内容'], ...rows],
    status: '截图 2026-03-20 10:52　示例（虚构数据）',
  });

function summary() {
  const money = (fen) => ({ money: yuan(fen) });
  return workbook(
    {
      汇总: [
        ['事实', '件数', '基金支付（元）', '已计入事实一（元）', '计入损失（元）'],
        ['事实一　指使购药并收购', 2400, money(SUMS.fact1), money(0), money(SUMS.fact1)],
        ['事实二　收购、销售', 600, money(SUMS.fact2), money(0), money(SUMS.fact2)],
        ['事实三　转卖药品', COUNTS.fact3, money(SUMS.fact3), money(SUMS.fact3), money(0)],
        ['事实四　提供便利', COUNTS.fact4, money(SUMS.fact4), money(SUMS.fact4), money(0)],
        ['合计', '', '', '', money(SUMS.loss)],
      ],
      分基金分年度: [
        ['项目', '金额（元）'],
        ['职工基本医疗保险统筹基金', money(SUMS.staff)],
        ['城乡居民基本医疗保险基金', money(SUMS.residents)],
        ['2025年', money(SUMS.y2025)],
        ['2026年', money(SUMS.y2026)],
      ],
    },
    new Date(2026, 5, 10, 9, 0, 0),
  );
}

const PRINTS = {
  '书证/银行账户交易明细（郝万里）.pdf': {
    title: '个人账户交易明细',
    docNo: '户名：郝万里　账号：9999 9901 0000 0000 312（示例）',
    on: '2026-03-24',
    blocks: [
      {
        table: [
          ['日期', '对方户名', '摘要', '支出（元）', '收入（元）'],
          ...[
            ['2025-12-05', '洪某（他人账户）', '货款', '', '38600.00'],
            ['2025-12-05', '现金', '取现', '38000.00', ''],
            ['2025-12-28', '洪某（他人账户）', '货款', '', '41250.00'],
            ['2025-12-28', '施茂林', '转账', '9800.00', ''],
            ['2025-12-29', '现金', '取现', '31000.00', ''],
            ['2026-01-17', '洪某（他人账户）', '货款', '', '36420.00'],
            ['2026-01-17', '贾小荷', '转账', '8600.00', ''],
            ['2026-01-18', '现金', '取现', '27000.00', ''],
            ['2026-02-21', '洪某（他人账户）', '货款', '', '44180.00'],
            ['2026-02-21', '现金', '取现', '44000.00', ''],
          ],
        ],
        widths: [66, '*', 60, 80, 80],
      },
      '以上明细由本人从手机银行打印，与银行记录一致。',
      { sign: ['提供人：郝万里', '2026年3月24日'] },
    ],
    footer: '由当事人提供',
  },
  '报告/医保基金损失核算认定意见.pdf': {
    title: '医保基金损失核算认定意见',
    docNo: '样城医保中心核〔2026〕2号',
    on: '2026-06-10',
    blocks: [
      `${BUREAU}：根据你局委托，我中心对郝万里等人收购医保药品造成的医疗保障基金损失进行了核算，意见如下。`,
      '一、数据来源：国家医疗保障信息平台样城区结算库，2026年3月18日导出，3000行，与提取时的校验值一致。',
      '二、口径：只计算医疗保障基金支付额，不含个人负担，个人账户支付为零；按药品追溯码逐件核对；事实三、事实四已计入事实一，全部扣除。',
      {
        table: [
          ['事实', '件数', '基金支付（元）', '扣除重复（元）', '计入损失（元）'],
          ['事实一', '2400', yuan(SUMS.fact1), '0.00', yuan(SUMS.fact1)],
          ['事实二', '600', yuan(SUMS.fact2), '0.00', yuan(SUMS.fact2)],
          ['事实三', String(COUNTS.fact3), yuan(SUMS.fact3), yuan(SUMS.fact3), '0.00'],
          ['事实四', String(COUNTS.fact4), yuan(SUMS.fact4), yuan(SUMS.fact4), '0.00'],
          ['合计', '', '', '', yuan(SUMS.loss)],
        ],
        widths: ['*', 50, 90, 90, 90],
      },
      `三、结果：造成医疗保障基金损失${yuan(SUMS.loss)}元，其中职工基本医疗保险统筹基金${yuan(SUMS.staff)}元，城乡居民基本医疗保险基金${yuan(SUMS.residents)}元；2025年${yuan(SUMS.y2025)}元，2026年${yuan(SUMS.y2026)}元。`,
      '本意见系初步认定，供办案机关参考。',
      { sign: ['核算人：向晚舟', '复核人：景行之', `${CENTRE}（盖章）`, '2026年6月10日'] },
    ],
    footer: '样城医保中心核〔2026〕2号',
  },
};

const seal = (date, number) => `${BUREAU}　封　${date}　封条号 ${number}`;
const tracesOf = (drug) => SEIZED_ROWS.filter((r) => r.drug === drug).map((r) => r.trace);
const PHOTOS = {
  '照片/手机封存前.jpg': { seed: 41, draw: phone, caption: '施茂林手机，封存前', at: '2026-03-20 11:32' },
  '照片/手机封存后.jpg': {
    seed: 42,
    draw: bag('屏蔽袋　手机1部　串号000000000000017', seal('2026年3月20日', 'YC-0101')),
    caption: '施茂林手机，封存后',
    at: '2026-03-20 11:38',
  },
  '照片/现场照片1-货架.jpg': { seed: 43, draw: shelves, caption: '仓前路18号货架', at: '2026-03-20 09:18' },
  '照片/现场照片2-撕下的标签.jpg': { seed: 44, draw: labels, caption: '撕下的医保结算标签', at: '2026-03-20 09:41' },
  ...Object.fromEntries(
    DRUGS.map((d, i) => [
      `照片/${d.name}.jpg`,
      { seed: 45 + i, draw: boxes(d, tracesOf(i)), caption: `${d.name}　批号${d.batch}`, at: `2026-04-02 09:${20 + i * 3}` },
    ]),
  ),
  '照片/备份光盘封存前.jpg': { seed: 48, draw: discOf('样医光2026-07-A'), caption: '备份光盘，封存前', at: '2026-03-30 14:26' },
  '照片/备份光盘封存后.jpg': {
    seed: 49,
    draw: bag('证据袋　样医光2026-07-A', seal('2026年3月30日', 'YC-0108')),
    caption: '备份光盘，封存后',
    at: '2026-03-30 14:35',
  },
};

export async function makeDrugs(folder) {
  const files = caseFolder(folder);
  files.clear();
  checkSums(files.read('case'), files.read('records'));
  files.papers(below(DRUG_PAPERS));
  await files.prints(below(PRINTS));
  const DATA = 'evidence/电子数据';
  files.write(`${DATA}/医保结算明细（含药品追溯码）.csv`, boxCsv());
  files.write(`${DATA}/仓内药品追溯码核查明细.csv`, seizedCsv());
  files.write(`${DATA}/收购与结算比对汇总表.xlsx`, summary());
  files.write(`${DATA}/第三方支付账单.csv`, paymentCsv());
  files.write(`${DATA}/快递寄件记录.csv`, parcelCsv());
  files.write(`${DATA}/聊天记录/群聊导出.html`, chatHtml());
  files.write(`${DATA}/聊天记录/截图1.png`, shot(CHAT.slice(0, 4)));
  files.write(`${DATA}/聊天记录/截图2.png`, shot(CHAT.slice(4, 7)));
  for (const [path, picture] of Object.entries(below(PHOTOS))) files.write(path, photo(picture));
  fillDigests(folder);
  writeCustody(folder, DRUG_EVENTS);
  // Last, for the documents say how much evidence there is.
  files.scans(await signedPapers(folder));
  files.check();
}

/** The forms are written by hand; the data must say the same. */
function checkSums({ amount, facts }, { datasets, derivations }) {
  const said = [
    amount.fundLoss,
    ...facts.map((f) => f.amount),
    ...amount.byFund.map((b) => b.amount),
    ...amount.byYear.map((b) => b.amount),
  ];
  const { loss, fact1, fact2, fact3, fact4, staff, residents, y2025, y2026, own, seized } = SUMS;
  const made = [loss, fact1, fact2, fact3, fact4, staff, residents, y2025, y2026].map(yuan);
  said.push(amount.selfPaid, amount.grossFee, datasets[0].sum, datasets[1].sum, derivations[0].sum, datasets[0].rows, datasets[1].rows);
  made.push(yuan(own), yuan(loss + own), yuan(loss), yuan(seized), yuan(seized), BOX_ROWS.length, SEIZED_ROWS.length);
  const wrong = said.map((s, i) => [s, made[i]]).filter(([s, m]) => s !== m);
  if (wrong.length) throw new Error(`drugs: forms and data differ: ${JSON.stringify(wrong)}`);
  const story = facts[0].narrative;
  for (const figure of [yuan(PAID.into), yuan(PAID.out)]) if (!story.includes(figure)) throw new Error(`drugs: ${figure} is not told`);
}
