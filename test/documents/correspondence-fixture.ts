/** Letters and lists about the invented case, and its documents as they are bound. */
import type { PaperDocument } from '../../src/documents/index.ts';
import type { CorrespondenceForm } from '../../src/model/index.ts';

export const sampleCorrespondence: CorrespondenceForm = {
  corrections: [
    {
      noticeNo: '示公补〔2026〕1号',
      noticeAt: '2026-11-21T09:30+08:00',
      receivedAt: '2026-11-21T10:00+08:00',
      items: [
        { description: '基金损失核算认定意见的附表', evidence: ['10'] },
        { description: '2024年1月的纸质登记簿', unableReason: '登记簿已在2025年的水灾中灭失，附社区证明' },
      ],
      suppliedAt: '2026-11-23T15:00+08:00',
    },
    { receivedAt: '2026-11-25T08:40+08:00', items: [{ description: '病历的封存清单' }] },
  ],
  handovers: [
    {
      docNo: '示公立〔2026〕8号',
      receivedAt: '2026-11-26T09:00+08:00',
      recipient: '示例市公安局涉案财物管理中心',
      items: [
        { itemNo: '1', state: '封条完好，数量与清单一致', handedAt: '2026-11-27T10:00+08:00' },
        { itemNo: '2', state: '外观完好', place: '示例市某某医药公司冷库', specialCustody: '须冷藏，由示例市某某医药公司代为保管' },
      ],
      materials: ['2026年11月退回资金的银行凭证'],
    },
  ],
  consultations: [
    {
      docNo: '示医保函〔2026〕5号',
      issuedOn: '2026-10-12',
      recipient: '示例市人民检察院',
      summary: '该院住院人次与床位、医师人数不符，我局已调取结算数据和病历。\n部分患者确有诊疗，部分住院系虚构',
      matters: [
        { topic: '追诉标准', question: '部分住院真实、部分虚构的，基金损失怎样计算。' },
        { topic: '证据固定', question: '参保人人数众多，询问的比例怎样掌握' },
      ],
      attachments: ['基金损失核算表（复印件）', '数据统计说明（复印件）'],
      replyBy: '2026-10-30',
    },
    {
      recipient: '示例市公安局',
      summary: '财务人员曾试图删除结算数据。',
      matters: [{ topic: '管辖', question: '跨区的参保人由哪里管辖。' }],
    },
  ],
  urgentNotices: [
    {
      docNo: '示医保急〔2026〕1号',
      issuedOn: '2026-11-18',
      risks: [{ type: '销毁证据', situation: '2026年11月18日10时，财务人员在结算服务器上执行批量删除，被当场制止。' }],
      persons: ['S2'],
      requests: ['派员到场，依法固定服务器数据', '依法对有关人员采取措施'],
      toldAt: '2026-11-18T10:20+08:00',
      toldTo: '示例市公安局刑侦支队值班民警',
      sentAt: '2026-11-18T14:00+08:00',
    },
  ],
  procuratorateLetter: { docNo: '示医保函〔2026〕8号', issuedOn: '2026-11-20', recipient: '示例市人民检察院' },
  archive: {
    fonds: '示例市医疗保障局',
    category: '行政执法',
    archiveNo: '2026-0012',
    fileNo: '99-2026-ZF-0012',
    retention: '永久',
    compiler: '李䶮',
    inspector: '吴某五',
    compiledOn: '2026-12-10',
    note: '物证原物由公安机关保管，卷内为照片。',
  },
};

export const samplePaper: readonly PaperDocument[] = [
  { id: 'transfer', title: '涉嫌犯罪案件移送书', pages: 3 },
  { id: 'investigation', title: '案件调查报告', pages: 8 },
  { id: 'items', title: '涉案物品清单', pages: 2 },
  { id: 'materials', title: '移送材料清单' },
  { id: 'legality', title: '证据来源及收集程序合法性说明', pages: 4 },
  { id: 'scene', title: '现场笔录', pages: 2 },
];
