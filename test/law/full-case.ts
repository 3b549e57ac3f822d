/** The good case with every kind of evidence and record, each in order. */
import {
  custodyLine,
  custodyLink,
  type DatasetRead,
  datasetKey,
  type EvidenceItem,
  type EvidenceKind,
  type TemplatePack,
} from '../../src/model/index.ts';
import { type Draft, goodCase, PACK } from './fixture.ts';

const HOSPITAL = '示例市某某康复医院';

function item(evidenceNo: string, kind: EvidenceKind, rest: Partial<EvidenceItem>): Draft<EvidenceItem> {
  return {
    evidenceNo,
    kind,
    title: `证据${evidenceNo}`,
    docType: '其他',
    author: HOSPITAL,
    source: `${HOSPITAL}提供`,
    collectedAt: '2026-05-14T10:00+08:00',
    place: HOSPITAL,
    collectors: ['甲', '乙'],
    originality: '原件',
    copies: 1,
    files: [{ path: `${evidenceNo}.pdf`, sha256: 'e'.repeat(64) }],
    proves: '挂床住院',
    facts: ['1'],
    ...structuredClone(rest),
  } as Draft<EvidenceItem>;
}

/** What reading the dataset of E01 again gives. */
export const READ: DatasetRead = { rows: 412, sum: 14_000_000n, faults: [] };
export const DATASET_PATH = '结算/明细.csv';

const LAW = { document: '行政处罚法', article: '第五十六条' };
/** The small pack with the periods of things taken, and the days off about Labour Day 2026. */
export const FULL_PACK: Partial<TemplatePack> = {
  periods: {
    ...PACK.periods,
    preservation: { length: 7, unit: 'day', count: 'workday', basis: LAW },
    sealing: { length: 30, unit: 'day', basis: LAW },
    sealingExtension: { length: 30, unit: 'day', basis: LAW },
    urgentApproval: { length: 24, unit: 'hour', basis: LAW },
  },
  calendar: [{ year: 2026, source: '示例', holidays: ['2026-05-01'], workdays: ['2026-05-09'] }],
};

const AT = { place: HOSPITAL, officers: ['甲', '乙'], credentialsShown: '是' } as const;
const signed = (name: string) => ({ name, capacity: '负责人', signed: '已签名' }) as const;

export function fullCase(): ReturnType<typeof goodCase> {
  const c = goodCase();
  c.items.items[0] = { ...c.items.items[0], measure: '封存', measureDocNo: '示医保封〔2026〕1号' } as (typeof c.items.items)[0];
  c.evidence.evidence.push(
    item('K04', '书证', { docType: '值班登记簿', originality: '复制件', records: ['R2'], originalLocation: `${HOSPITAL}住院部` }),
    item('K05', '物证', { docType: '实物', originality: '原物', files: [], itemNos: ['1'], photos: ['K06'] }),
    item('K06', '视听资料', {
      docType: '现场照片',
      originality: '照片',
      files: [{ path: '照片.jpg', sha256: 'e'.repeat(64) }],
      madeAt: '2026-05-14T09:50+08:00',
      madeBy: '周某甲',
      device: '数码相机',
      completeness: '完整',
      records: ['R4'],
    }),
    item('K07', '证人证言', { docType: '询问笔录', collectedAt: '2026-05-15T09:40+08:00', place: '示例区医保局', records: ['R5'] }),
    item('K08', '鉴定意见', { docType: '鉴定意见书', author: '示例司法鉴定中心', collectedAt: '2026-06-20T10:00+08:00', records: ['R6'] }),
    item('K09', '书证', { docType: '资质证明', qualifies: ['K08'], collectedAt: '2026-06-20T10:00+08:00' }),
    item('K10', '电子数据', {
      docType: '汇总表',
      originality: '衍生文件',
      author: '示例市示例区医疗保障局',
      dataCategory: '统计表',
      files: [{ path: '汇总.xlsx', format: 'XLSX', sha256: 'e'.repeat(64) }],
      collectedAt: '2026-05-18T10:00+08:00',
      place: '示例区医保局',
    }),
    ...[
      ['K11', '复制件制作说明'],
      ['K12', '现场笔录'],
      ['K13', '封存决定书'],
      ['K14', '数据统计说明'],
      ['K15', '情况说明'],
    ].map(([no = '', docType = '']) => item(no, '书证', { docType, author: '示例市示例区医疗保障局' })),
    item('K16', '专业报告', { docType: '审计报告', author: '示例会计师事务所', collectedAt: '2026-06-20T10:00+08:00', records: ['R8'] }),
    item('K17', '证人证言', { docType: '询问笔录', collectedAt: '2026-05-15T10:40+08:00', place: '示例区医保局', records: ['R9'] }),
  );
  const interview = {
    ...AT,
    place: '示例区医保局',
    recorder: '乙',
    alone: '是',
    rightsTold: '是',
    pagesSigned: '是',
    standing: '证人',
  } as const;
  c.records.copies = [
    {
      recordNo: 'R2',
      startedAt: '2026-05-14T09:40+08:00',
      endedAt: '2026-05-14T10:20+08:00',
      ...AT,
      officers: ['甲', '乙'],
      reason: '登记簿仍在使用',
      method: '复印',
      originalLocation: `${HOSPITAL}住院部`,
      provider: signed('冯某丁'),
      verified: '是',
      verifiedOn: '2026-05-14',
      paper: 'K11',
    },
  ];
  c.records.scenes = [
    {
      recordNo: 'R4',
      startedAt: '2026-05-14T09:00+08:00',
      endedAt: '2026-05-14T11:00+08:00',
      ...AT,
      officers: ['甲', '乙'],
      reasonsTold: '是',
      recusalTold: '是',
      recusalAsked: '否',
      reason: '核实在院情况',
      party: signed('冯某丁'),
      process: ['出示证件', '查看病房'],
      findings: '护士站有电脑一台',
      photos: ['K06'],
      paper: 'K12',
    },
  ];
  c.records.preservations = [
    {
      recordNo: 'R3',
      docNo: '示医保封〔2026〕1号',
      startedAt: '2026-05-14T10:30+08:00',
      endedAt: '2026-05-14T10:50+08:00',
      ...AT,
      officers: ['甲', '乙'],
      measure: '封存',
      legalGround: '医疗保障基金使用监督管理条例第二十七条',
      approvedBy: '郑某',
      approvedAt: '2026-05-14T08:30+08:00',
      holder: signed('冯某丁'),
      scene: 'R4',
      list: [{ name: '电脑主机', quantity: '1', unit: '台', features: '黑色', sealNo: 'FT-0003', itemNo: '1' }],
      storagePlace: '物证室',
      disposition: { on: '2026-06-10', action: '解除封存' },
      paper: 'K13',
    },
  ];
  c.records.interviews = [
    {
      recordNo: 'R5',
      startedAt: '2026-05-15T09:00+08:00',
      endedAt: '2026-05-15T10:00+08:00',
      ...interview,
      officers: ['甲', '乙'],
      interviewee: signed('陈某五'),
      birthDate: '1980-01-01',
      paper: 'K07',
    },
    {
      recordNo: 'R9',
      startedAt: '2026-05-15T10:10+08:00',
      endedAt: '2026-05-15T11:00+08:00',
      ...interview,
      officers: ['甲', '乙'],
      interviewee: signed('李某六'),
      birthDate: '1990-01-01',
      paper: 'K17',
    },
  ];
  const examination = {
    startedAt: '2026-06-01T09:00+08:00',
    place: '示例司法鉴定中心',
    officers: ['甲', '乙'],
    samples: ['E01'],
    method: '对照规范',
  };
  const done = {
    client: '示例市示例区医疗保障局',
    matter: '住院必要性',
    sealed: '是',
    signed: '是',
    withinScope: '是',
    partyTold: '是',
  } as const;
  c.records.examinations = [
    {
      recordNo: 'R6',
      ...examination,
      ...done,
      report: '鉴定意见',
      institution: '示例司法鉴定中心',
      institutionQualification: '许可证99000001',
      experts: [{ name: '何某', qualification: '执业证99000002' }],
    },
    {
      recordNo: 'R8',
      ...examination,
      ...done,
      place: '示例会计师事务所',
      report: '审计报告',
      institution: '示例会计师事务所',
      experts: [{ name: '许某', qualification: '注册会计师99000003' }],
    },
  ];
  c.records.derivations = [
    {
      recordNo: 'R7',
      startedAt: '2026-05-18T09:30+08:00',
      endedAt: '2026-05-18T11:00+08:00',
      place: '示例区医保局',
      officers: ['甲', '乙'],
      sources: ['E01'],
      result: 'K10',
      query: '住院类别=挂床',
      rowsIn: 412,
      rowsOut: 12,
      sum: '140000.00',
      reproducible: '是',
      paper: 'K14',
    },
  ];
  c.records.datasets = [
    { evidence: 'E01', path: DATASET_PATH, sumColumn: '基金支付', rows: 412, sum: '140000.00', counts: '全部' },
    { evidence: 'K10', path: '汇总.xlsx', sumColumn: '基金支付', rows: 12, sum: '140000.00', counts: '部分' },
  ];
  return c;
}

/** By which what was read of the first dataset is known. */
export const DATASET_KEY = datasetKey({ evidence: 'E01', path: DATASET_PATH, sumColumn: '基金支付', rows: 0, sum: '0' });

/** Every item is in the chain, and what the records call sealed is sealed in it. */
const EVENTS = [
  { at: '2026-05-13T10:00+08:00', action: 'collect', items: fullCase().evidence.evidence.map((e) => e.evidenceNo) },
  { at: '2026-05-13T10:30+08:00', action: 'copy', items: ['E01'], mediaNo: 'GP-01、GP-02', sealAfter: 'FT-0001' },
  { at: '2026-05-14T10:50+08:00', action: 'seal', items: ['K05'], sealAfter: 'FT-0003' },
] as const;
export const CHAIN: string[] = [];
for (const event of EVENTS) {
  const before = CHAIN.at(-1);
  const by = [{ name: '周某甲' }, { name: '吴某乙' }];
  CHAIN.push(custodyLine({ ...event, by, seq: CHAIN.length + 1, prev: before === undefined ? null : custodyLink(before) }));
}
