/** A small case that breaks no rule; every person, bureau and number is invented. */
import type { Case, TemplatePack } from '../../src/model/index.ts';

export const PACK: TemplatePack = {
  id: 'national',
  version: '1.0.0',
  title: '国家通用',
  documents: [],
  docNoPattern: '^[\\u4e00-\\u9fff]+〔\\d{4}〕[1-9]\\d*号$',
  periods: {
    approve: { length: 3, unit: 'day', basis: { document: '医保发〔2021〕49号', article: '三（一）' } },
    transfer: { length: 24, unit: 'hour', basis: { document: '医保发〔2021〕49号', article: '三（一）' } },
  },
  levelPairs: [{ sender: '示例区', recipient: '示例区分局' }],
};

/** 2026-11-20 17:00 in China: seven hours after the approval below. */
export const NOW = Date.parse('2026-11-20T17:00:00+08:00');

/** Writable all the way down, so that a scenario can change one thing. */
export type Draft<T> = T extends readonly (infer U)[] ? Draft<U>[] : T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T;

export function goodCase(): Draft<Case> & { internal: NonNullable<Draft<Case>['internal']> } {
  return structuredClone(GOOD) as Draft<Case> & { internal: NonNullable<Draft<Case>['internal']> };
}

const GOOD: Case = {
  case: {
    mbpack: '1.0',
    pack: 'national',
    caseNo: '示医保立〔2026〕12号',
    name: '示例市某某康复医院涉嫌挂床住院骗取医保基金案',
    cause: '涉嫌挂床住院骗取医疗保障基金',
    source: { type: '智能监控', receivedOn: '2026-05-06', narrative: '智能监控发现住院期间频繁外出。' },
    filing: { docNo: '示医保立〔2026〕12号', filedOn: '2026-05-11' },
    sender: { name: '示例市示例区医疗保障局', level: '县' },
    recipient: { name: '示例市公安局示例区分局', type: '公安机关', level: '县' },
    cc: ['示例市示例区人民检察院'],
    officers: [
      { id: '甲', name: '周某甲', certNo: '99010001', role: '主办', phone: '0000-0000001' },
      { id: '乙', name: '吴某乙', certNo: '99010002', role: '协办' },
    ],
    parties: [{ id: '医院', type: '单位', name: '示例市某某康复医院有限公司', uscc: '91990000MA0000001B' }],
    suspects: [
      {
        id: '一',
        name: '王䶮',
        gender: '男',
        birthDate: '1975-03-12',
        idNo: '999999197503120013',
        role: '法定代表人',
        participation: '组织',
        publicOfficial: '否',
        usedOffice: '否',
      },
    ],
    crimes: [{ name: '诈骗罪', law: '中华人民共和国刑法', article: '第二百六十六条' }],
    period: { from: '2025-03-01', to: '2026-02-28' },
    facts: [
      {
        factNo: '1',
        title: '挂床住院',
        behaviour: 'YS-B4a',
        period: { from: '2025-03-01', to: '2026-02-28' },
        place: '示例市示例区',
        actors: ['一'],
        method: '办理住院而不实际住院',
        narrative: '办理住院手续后离院，仍按住院结算。',
        amount: '120000.50',
        evidence: ['E01'],
      },
      {
        factNo: '2',
        title: '虚构项目',
        behaviour: 'YS-B3',
        period: { from: '2025-06-01', to: '2025-12-31' },
        place: '示例市示例区',
        actors: ['一'],
        method: '虚构理疗项目',
        narrative: '没有做的理疗项目上传结算。',
        amount: '30000.00',
        overlap: '10000.50',
        evidence: ['E01'],
      },
    ],
    amount: {
      fundLoss: '140000.00',
      byFund: [
        { fund: '职工基本医疗保险统筹基金', amount: '100000.00' },
        { fund: '城乡居民基本医疗保险基金', amount: '40000.00' },
      ],
      grossFee: '200000.00',
      method: '逐笔核算',
      methodNote: '逐笔核算基金支付额。',
      certifiedBy: ['甲', '乙'],
      basis: ['E01'],
      recovered: [{ on: '2026-10-09', amount: '40000.00', voucherNo: '示财票0001' }],
    },
    penalty: { decided: false },
    measures: [{ type: '暂停结算', from: '2026-06-01', object: '住院结算' }],
    noReportReason: '逐笔核算，无需检验鉴定。',
  },
  internal: {
    approval: {
      reportedAt: '2026-11-19T09:00+08:00',
      receivedAt: '2026-11-19T15:00+08:00',
      approver: { name: '郑某', title: '局长', capacity: '正职负责人' },
      decision: '批准',
      decidedAt: '2026-11-20T10:00+08:00',
    },
  },
  transfer: {
    docNo: '示医保移〔2026〕3号',
    issuedOn: '2026-11-20',
    factSummary: '示例市某某康复医院有限公司的王䶮组织挂床住院，骗取医保基金140000.00元。',
    legalBasis: [
      { document: '行政执法机关移送涉嫌犯罪案件的规定', article: '第三条' },
      { document: '国家医保局 公安部关于加强查处骗取医保基金案件行刑衔接工作的通知', article: '三' },
    ],
    signedScan: { path: 'signed/移送书.pdf', pages: 2, signedOn: '2026-11-20' },
  },
  investigation: {
    reportedOn: '2026-11-16',
    steps: [{ on: '2026-05-12', action: '现场检查', officers: ['甲', '乙'] }],
    seizure: '查获护理记录。',
    proof: [{ fact: '1', element: '欺骗行为', evidence: ['E01'] }],
    intentEvidence: ['E01'],
    adminLaw: [{ document: '医疗保障基金使用监督管理条例', article: '第三十八条' }],
    nature: '以骗取医疗保障基金为目的挂床住院。',
    criminalLaw: [{ document: '中华人民共和国刑法', article: '第二百六十六条' }],
    property: '已追回40000.00元。',
    adminHandling: ['暂停结算'],
    recommendation: '建议以涉嫌诈骗罪移送示例市公安局示例区分局立案侦查。',
    signedScan: { path: 'signed/调查报告.pdf', pages: 9, signedOn: '2026-11-16' },
  },
  receipt: {},
  items: {
    none: false,
    items: [
      {
        itemNo: '1',
        category: '电子设备及存储介质',
        name: '护士站电脑主机',
        quantity: '1',
        unit: '台',
        features: '黑色，序列号 SN-0001',
        source: '示例市某某康复医院护士站',
        storagePlace: '示例区医保局物证室',
        handover: '立案后移交',
      },
    ],
  },
  evidence: {
    evidence: [
      {
        evidenceNo: 'E01',
        title: '住院结算明细',
        kind: '电子数据',
        docType: '结算数据',
        author: '示例市医疗保障信息中心',
        docDate: '2026-05-13',
        source: '医疗保障信息平台',
        collectedAt: '2026-05-13T10:00+08:00',
        place: '示例区医保局',
        collectors: ['甲', '乙'],
        originality: '复制件',
        copies: 1,
        pages: 3,
        files: [
          { path: '结算/明细.csv', pages: 1, sha256: 'a'.repeat(64) },
          { path: '结算/汇总.pdf', pages: 2, sha256: 'b'.repeat(64) },
        ],
        proves: '基金支付额',
        facts: ['1', '2'],
      },
    ],
  },
};
