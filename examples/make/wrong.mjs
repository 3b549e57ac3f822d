/** The files of 错误示例: the listed ones, then what went wrong with them. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chain } from './custody.mjs';
import { digestsOf, fillDigests } from './digests.mjs';
import { encodeGb18030 } from './gb18030.mjs';
import { scan } from './paper.mjs';
import { photo } from './photos.mjs';
import { scannedPdf } from './scanned-pdf.mjs';
import { screen } from './screens.mjs';
import { bottle } from './things.mjs';

const BUREAU = '示例县医疗保障局';
const SHOP = '示例县某某大药房有限公司';
const OFFICERS = [
  { name: '武安澜', certNo: '99010226001' },
  { name: '贝一川', certNo: '99010226001' },
];

const PAPERS = {
  '书证/营业执照.jpg': {
    title: '营业执照',
    blocks: [
      `名　　称：${SHOP}`,
      '法定代表人：丁鹿鸣',
      '住　　所：示例县示例镇人民路20号',
      { gap: 100 },
      { right: '示例县市场监督管理局' },
      { right: '2019年3月5日' },
      { seal: '示例县市场监督管理局' },
    ],
  },
  '笔录/现场检查笔录.pdf': {
    agency: BUREAU,
    title: '现场检查笔录',
    blocks: [
      '检查时间：2026年5月20日9时30分至11时00分',
      `检查地点：${SHOP}`,
      '收银台后货架陈列某某牌鱼油软胶囊，收银系统当日以医保药品名义上传结算3笔。',
      {
        sign: [
          ['在场人（签名）：', '丁鹿鸣'],
          ['检查人（签名）：', '武安澜　贝一川'],
        ],
      },
    ],
  },
  '笔录/询问笔录（丁鹿鸣）.pdf': {
    agency: BUREAU,
    title: '询问笔录',
    blocks: ['询问时间：2026年5月22日9时00分至11时00分', '被询问人：丁鹿鸣', { sign: [['被询问人（签名）：', '丁鹿鸣']] }],
  },
  '鉴定/样品检验报告.pdf': {
    agency: '示例市某某检验所',
    title: '检验报告',
    docNo: '示检〔2026〕88号',
    blocks: [
      '样品名称：某某牌鱼油软胶囊',
      '检验结论：样品标签标示为保健食品，未见药品批准文号。',
      { right: '示例市某某检验所' },
      { right: '2026年6月10日' },
      { seal: '示例市某某检验所' },
    ],
  },
};

const ledger = (count) =>
  encodeGb18030(
    [
      '日期,实际销售,上传结算,数量,基金支付',
      '2025-03-02,鱼油软胶囊,某某胶囊,2,178.40',
      `2025-03-05,蛋白粉,某某颗粒,${count},267.60`,
      '2025-03-09,鱼油软胶囊,某某胶囊,1,89.20',
      '',
    ].join('\r\n'),
  );

export function makeWrongExample(folder) {
  const write = (path, bytes) => {
    const file = join(folder, 'evidence', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  rmSync(join(folder, 'evidence'), { recursive: true, force: true });
  let seed = 900;
  for (const [path, paper] of Object.entries(PAPERS)) {
    const pages = scan({ ...paper, seed: ++seed });
    write(path, path.endsWith('.pdf') ? scannedPdf(pages, paper.title) : pages[0]);
  }
  write('电子数据/进销存比对表.csv', ledger(3));
  write('照片/保健食品样品.jpg', photo({ seed: 61, draw: bottle, caption: '保健食品样品', at: '2026-05-20 10:55' }));
  fillDigests(folder);
  writeBrokenCustody(folder);
  // After collection: one file is changed, one is lost, one comes in unlisted.
  write('电子数据/进销存比对表.csv', ledger(30));
  rmSync(join(folder, 'evidence/笔录/询问笔录（丁鹿鸣）.pdf'));
  write(
    '照片/微信聊天记录截图.png',
    screen({
      title: '聊天记录截图',
      note: '与店员的对话（示例）',
      widths: [200, 700],
      rows: [
        ['时间', '内容'],
        ['2025-03-05 10:12', '蛋白粉按颗粒剂上传'],
      ],
      status: '示例（虚构数据）',
    }),
  );
}

/** The second line was edited after the third was chained to it. */
function writeBrokenCustody(folder) {
  const take = (...paths) => paths.map((path) => digestsOf(folder, path));
  const lines = chain([
    {
      at: '2026-05-20T11:00+08:00',
      action: 'collect',
      items: ['Z-01', 'Z-02', 'Z-03', 'Z-06'],
      by: OFFICERS,
      to: '贝一川',
      digests: take('书证/营业执照.jpg', '电子数据/进销存比对表.csv', '笔录/现场检查笔录.pdf', '照片/保健食品样品.jpg'),
    },
    {
      at: '2026-05-22T11:00+08:00',
      action: 'collect',
      items: ['Z-04'],
      by: OFFICERS,
      to: '贝一川',
      digests: take('笔录/询问笔录（丁鹿鸣）.pdf'),
      note: '原件1份',
    },
    {
      at: '2026-06-12T15:00+08:00',
      action: 'collect',
      items: ['Z-05'],
      by: OFFICERS,
      to: '贝一川',
      digests: take('鉴定/样品检验报告.pdf'),
    },
  ]);
  lines[1] = lines[1].replace('原件1份', '原件2份');
  writeFileSync(join(folder, 'custody.jsonl'), `${lines.join('\n')}\n`);
}
