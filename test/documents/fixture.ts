/** An invented case. Nobody in it exists; the ID numbers have an unassigned region code. */
import { readFileSync } from 'node:fs';
import { type MaterialSource, materialRows, type RenderInput, type SlipData, type VerificationData } from '../../src/documents/index.ts';
import { type Case, type DocumentId, documentTitles, type InternalForm, NO_RECORDS } from '../../src/model/index.ts';
import { loadPack } from '../../src/pack/index.ts';
import { courtCase, digestsOf, sampleCustody, sampleDefects, sampleSupervision } from './chain.ts';
import { sampleCorrespondence, samplePaper } from './correspondence-fixture.ts';
import { custodyOf, fixingOf, withRecords } from './records-fixture.ts';

export const hex = (seed: string): string => seed.repeat(64).slice(0, 64);

export const sampleCase: Case = {
  case: {
    mbpack: '1.0',
    pack: 'national',
    caseNo: '示医保案〔2026〕12号',
    name: '示例市某某医院涉嫌虚构医药服务项目骗取医疗保障基金案',
    cause: '涉嫌虚构医药服务项目骗取医疗保障基金支出',
    source: {
      type: '智能监控',
      receivedOn: '2026-08-03',
      narrative: '2026年8月3日，智能监控系统提示某某医院住院人次异常增长。\n经初步核查，部分住院患者无诊疗行为。',
    },
    filing: { docNo: '示医保立〔2026〕9号', filedOn: '2026-08-10' },
    sender: { name: '示例市医疗保障局', level: '市', phone: '0000-0000000' },
    recipient: { name: '示例市公安局', type: '公安机关', level: '市' },
    cc: ['示例市人民检察院'],
    officers: [
      { id: '甲', name: '张三丰', certNo: 'SL-0001', role: '主办', phone: '0000-0000001' },
      { id: '乙', name: '李䶮', certNo: 'SL-0002', role: '协办' },
    ],
    parties: [
      {
        id: 'P1',
        type: '单位',
        name: '示例市某某医院',
        uscc: '91999999MA0000000X',
        medicalCode: 'H99999900001',
        grade: '一级',
        legalRepresentative: '王𬸪',
        address: '示例市示例区示例路1号',
      },
    ],
    suspects: [
      {
        id: 'S1',
        name: '王𬸪',
        gender: '男',
        birthDate: '1975-03-04',
        ethnicity: '汉族',
        idNo: '999999197503040018',
        employer: '示例市某某医院',
        position: '院长',
        role: '法定代表人',
        participation: '组织',
        publicOfficial: '否',
        usedOffice: '否',
        priors: ['2023年因重复收费被示例市医疗保障局行政处罚'],
        whereabouts: '在本市居住',
      },
      { id: 'S2', name: '陈㛃', gender: '女', role: '财务/医保办', participation: '实施', publicOfficial: '否', usedOffice: '待查' },
    ],
    crimes: [{ name: '诈骗罪', law: '中华人民共和国刑法', article: '第二百六十六条' }],
    period: { from: '2024-01-01', to: '2026-06-30' },
    facts: [
      {
        factNo: '1',
        title: '虚构住院诊疗骗取基金',
        behaviour: 'YS-B3',
        period: { from: '2024-01-01', to: '2026-06-30' },
        place: '示例市某某医院',
        actors: ['S1', 'S2', 'P1'],
        method: '组织无住院指征人员“挂床”，编造病历和收费清单。',
        narrative: '2024年1月至2026年6月，该院以免费体检为名收集参保人凭证，虚构住院诊疗138人次，上传虚假费用结算，骗取基金支出。',
        consequence: '造成医疗保障基金损失。',
        amount: '1234567.89',
        evidence: ['1', '2', '3'],
      },
      {
        factNo: '2',
        title: '串换药品',
        behaviour: 'YS-B4d',
        period: { from: '2025-02-01', to: '2025-12-31' },
        place: '示例市某某医院药房',
        actors: ['S2'],
        method: '将目录外保健品串换为目录内药品结算。',
        narrative: '药品进销存数据与结算数据比对显示，某中成药结算量超出购进量4,320盒。',
        amount: '86400.00',
        overlap: '1400.00',
        evidence: ['3', '4'],
      },
    ],
    amount: {
      fundLoss: '1319567.89',
      byFund: [
        { fund: '职工基本医疗保险统筹基金', amount: '819567.89' },
        { fund: '城乡居民基本医疗保险基金', amount: '500000.00' },
      ],
      byYear: [
        { year: '2024', amount: '500000.00' },
        { year: '2025', amount: '500000.00' },
        { year: '2026', amount: '319567.89' },
      ],
      bySuspect: [{ suspect: 'S1', amount: '1319567.89', note: '组织者，对全部金额负责' }],
      grossFee: '1800000.00',
      selfPaid: '480432.11',
      method: '逐笔核算',
      methodNote: '以结算明细逐笔核对病历、进销存和考勤，扣除重复计算部分。',
      certifiedBy: ['示例市医疗保障局基金监管科'],
      basis: ['《基金损失核算认定意见》（证据5）'],
      recovered: [{ on: '2026-09-01', amount: '100000.00', voucherNo: 'PZ-2026-0901' }],
    },
    penalty: { decided: false },
    measures: [{ type: '先行登记保存', docNo: '示医保登存〔2026〕3号', from: '2026-08-12', to: '2026-08-19', object: '住院病历138份' }],
    urgentRisks: [{ type: '销毁证据', note: '财务人员曾试图删除结算数据' }],
  },
  transfer: {
    docNo: '示医保移〔2026〕3号',
    issuedOn: '2026-11-20',
    factSummary:
      '2024年1月至2026年6月，示例市某某医院法定代表人王𬸪组织陈㛃等人，以免费体检为名收集参保人凭证，虚构住院诊疗138人次，并串换药品结算，骗取医疗保障基金支出。',
    legalBasis: [
      { document: '中华人民共和国行政处罚法', article: '第二十七条第一款' },
      { document: '行政执法机关移送涉嫌犯罪案件的规定', article: '第三条第一款、第五条' },
      { document: '国家医保局 公安部关于加强查处骗取医保基金案件行刑衔接工作的通知', article: '（医保发〔2021〕49号）' },
    ],
    copies: 4,
  },
  investigation: {
    reportedOn: '2026-11-15',
    steps: [
      { on: '2026-08-12', action: '现场检查，先行登记保存住院病历138份', officers: ['甲', '乙'], evidence: ['1'] },
      { on: '2026-08-20', action: '询问护士长', officers: ['甲', '乙'], evidence: ['2'] },
      { on: '2026-09-02', action: '提取医院信息系统结算数据', officers: ['甲', '乙'], evidence: ['3'] },
    ],
    seizure: '现场查获空白病历、代刻印章等物品。',
    proof: [{ fact: '1', element: '虚构诊疗、隐瞒真相的行为', evidence: ['1', '2', '3'] }],
    intentEvidence: ['王𬸪在会议记录中要求“凑够人头”（证据4）。'],
    adminLaw: [{ document: '医疗保障基金使用监督管理条例', article: '第四十条' }],
    nature: '上述行为以非法占有为目的，虚构事实骗取医疗保障基金，已超出行政违法范围。',
    criminalLaw: [{ document: '中华人民共和国刑法', article: '第二百六十六条' }],
    circumstances: { aggravating: ['组织、策划骗取医疗保障基金'], mitigating: ['退回部分资金'] },
    property: '查获印章2枚、空白病历1批。',
    adminHandling: ['2026年8月15日起暂停该院医保结算。'],
    recommendation: '建议以涉嫌诈骗罪移送示例市公安局立案侦查。',
    openIssues: ['部分参保人外出务工，尚未询问。'],
  },
  receipt: {},
  items: {
    none: false,
    items: [
      {
        itemNo: '1',
        category: '印章',
        name: '科室印章',
        spec: '圆形，直径38mm',
        quantity: '2',
        unit: '枚',
        features: '红色塑料柄，印文“某某医院内科”',
        source: '2026年8月12日现场检查',
        nature: '作案工具',
        use: '伪造病历',
        holder: '陈㛃',
        owner: '示例市某某医院',
        value: '60.00',
        storagePlace: '示例市医疗保障局物证室',
        custodian: '李䶮',
        measure: '封存',
        measureDocNo: '示医保封〔2026〕1号',
        sealNo: 'F-2026-001',
        handover: '立案后移交',
      },
      {
        itemNo: '2',
        category: '病历处方单据',
        name: '空白病历',
        quantity: '1',
        unit: '批',
        features: '约300页，未填写',
        source: '2026年8月12日现场检查',
        storagePlace: '示例市医疗保障局物证室',
        handover: '随案移送',
      },
    ],
  },
  evidence: {
    evidence: [
      evidence('1', '住院病历', '书证', '复制件', ['病历/患者甲.pdf', '病历/患者乙.pdf']),
      { ...evidence('2', '询问笔录（护士长）', '证人证言', '原件', ['笔录/护士长.pdf']), pages: 6 },
      evidence(
        '3',
        '医院信息系统结算明细',
        '电子数据',
        '打印件',
        Array.from({ length: 25 }, (_, i) => `数据/结算${String(i + 1).padStart(2, '0')}.csv`),
      ),
      { ...evidence('4', '科室印章', '物证', '原物', []), originalLocation: '示例市医疗保障局物证室' },
      evidence('10', '基金损失核算认定意见', '专业报告', '原件', ['认定/意见.pdf']),
    ],
  },
  records: { ...NO_RECORDS, defects: sampleDefects },
  supervision: sampleSupervision,
  correspondence: sampleCorrespondence,
};

function evidence(
  evidenceNo: string,
  title: string,
  kind: Case['evidence']['evidence'][number]['kind'],
  originality: '原件' | '原物' | '复制件' | '打印件',
  paths: string[],
) {
  return {
    evidenceNo,
    title,
    kind,
    docType: '其他',
    author: '示例市某某医院',
    docDate: '2026-08-12',
    source: '现场检查',
    collectedAt: '2026-08-12T10:00+08:00',
    place: '示例市某某医院',
    collectors: ['甲', '乙'],
    originality,
    copies: 1,
    files: paths.map((path) => ({ path })),
    proves: '住院诊疗系虚构',
    facts: ['1'],
  };
}

export const internal: InternalForm = {
  approval: {
    reportNo: '示医保报〔2026〕7号',
    reportedAt: '2026-11-16T09:05+08:00',
    receivedAt: '2026-11-16T10:30+08:00',
    approver: { name: '赵局长', title: '局长', capacity: '正职负责人' },
    decision: '批准',
    decidedAt: '2026-11-18T16:40+08:00',
  },
  legalReview: { reviewer: '孙审核', opinion: '事实清楚，同意移送。', at: '2026-11-17T11:00+08:00' },
  clue: { no: 'XS-SECRET-77', informant: '钱举报' },
  reasons: [
    { rule: 'F-01', reason: '事实二的进销存数据已由经办机构核对，证人外出，返回后补充询问。', by: '张三丰', at: '2026-11-16T08:30+08:00' },
  ],
};

export const slip: SlipData = {
  fingerprint: hex('0123456789abcdef'),
  zipName: '示医保案〔2026〕12号-20261120.zip',
  zipSha256: hex('fedcba9876543210'),
  zipSize: 123456789,
  bag: '示医保案〔2026〕12号-20261120',
  payloadFiles: 41,
  payloadBytes: 120000000,
  documents: 5,
  evidenceItems: 5,
  evidenceFiles: 29,
  packedAt: '2026-11-20T10:15:30+08:00',
  packedBy: [{ name: '张三丰', certNo: 'SL-0001' }, { name: '李䶮' }],
  custodyEvents: 12,
  custodyHead: hex('00ff'),
  formatVersion: '1.0',
  pageSha256: hex('a0b1c2d3'),
};

/** Read from the invented case that packs are tried on. */
export const verification = (JSON.parse(readFileSync('templates/sample/case.json', 'utf8')) as { verification: VerificationData })
  .verification;

export function sources(forms: Case): MaterialSource[] {
  const files: MaterialSource[] = [
    {
      path: 'data/documents/01-移送书.pdf',
      size: 40_001,
      sha256: hex('a1'),
      role: 'document',
      title: '涉嫌犯罪案件移送书',
      document: 'transfer',
      pages: 3,
    },
    {
      path: 'data/documents/01-签章.pdf',
      size: 900_001,
      sha256: hex('a2'),
      role: 'signedScan',
      title: '涉嫌犯罪案件移送书',
      document: 'transfer',
      pages: 3,
    },
    {
      path: 'data/documents/02-报告.pdf',
      size: 80_001,
      sha256: hex('a3'),
      role: 'document',
      title: '案件调查报告',
      document: 'investigation',
      pages: 8,
    },
    { path: 'data/case/case.json', size: 5_001, sha256: hex('c1'), role: 'caseData', title: 'case.json' },
    { path: 'data/case/transfer.json', size: 5_002, sha256: hex('c2'), role: 'caseData', title: 'transfer.json' },
    { path: 'data/custody/custody.jsonl', size: 9_001, sha256: hex('d1'), role: 'custody', title: 'custody.jsonl' },
  ];
  for (const item of forms.evidence.evidence) {
    item.files.forEach((file, i) => {
      files.push({
        path: `data/evidence/${file.path}`,
        size: 1000 + i,
        sha256: hex(`e${i % 10}`),
        role: 'evidence',
        title: item.title,
        evidenceNo: item.evidenceNo,
      });
    });
  }
  return files;
}

export const pack = loadPack('national');

export function input(forms: Case = sampleCase, extra: Partial<RenderInput> = {}): RenderInput {
  return {
    case: forms,
    internal,
    at: '2026-11-20T10:15:30+08:00',
    draft: false,
    pack,
    materials: materialRows(forms, sources(forms), documentTitles(pack.pack)),
    slip,
    verification,
    paper: samplePaper,
    custody: sampleCustody(forms),
    digests: digestsOf(forms),
    ...extra,
  };
}

/** The case with records of every kind. */
export const recordsCase: Case = withRecords(sampleCase);

/** With a log that tells what each file holds, and the run of `collect` that wrote it. */
export function recordsInput(forms: Case = recordsCase, extra: Partial<RenderInput> = {}): RenderInput {
  const { evidence } = forms.evidence;
  const custody = custodyOf(evidence);
  return input(forms, { custody, fixing: fixingOf(evidence, custody), ...extra });
}

/** Rules that still ask something: of one item that nothing is registered for, of one that something is. */
export const openRules = {
  openRules: new Map([
    ['1', ['E-03', 'W-01']],
    ['4', ['E-03']],
  ]),
  ruleAsks: new Map([
    ['E-03', '持有人、提供人签名；不签名的写明原因。'],
    ['W-01', '见证人与案件没有利害关系，也不是办案机关的人员。'],
  ]),
};

const OF_RECORDS: readonly DocumentId[] = ['extraction', 'scene', 'preservation', 'copy', 'derivation', 'fixing'];

/** What shows most of a document. */
/** Somebody of a firm who helped, and a matter for another department. */
export const helpedCase: Case = {
  ...sampleCase,
  case: {
    ...sampleCase.case,
    participants: [
      {
        id: '技一',
        name: '顾某七',
        unit: '示例市某某信息技术有限公司',
        kind: '信息技术机构',
        identity: '数据库工程师',
        task: '协助导出住院收费数据',
        commission: '示医保委〔2026〕2号',
      },
      { id: '卫一', name: '钱某八', unit: '示例市卫生健康委员会', kind: '其他执法机关', task: '联合检查病房' },
    ],
    referrals: [
      {
        to: '卫生健康',
        recipient: '示例市卫生健康委员会',
        matter: '两名医师为没有住院的人书写病程记录。',
        on: '2026-11-18',
        docNo: '示医保函〔2026〕9号',
        requests: ['依法处理两名医师的执业行为'],
        evidence: ['1'],
      },
      { to: '财政', recipient: '示例市财政局', matter: '12份电子票据真伪不明。', requests: ['查验附表所列12份电子票据的真伪'] },
    ],
  },
};
const OF_HELP: readonly DocumentId[] = ['referral', 'commission', 'pledge'];

export function inputOf(id: DocumentId, extra: Partial<RenderInput> = {}): RenderInput {
  if (id === 'legality') return input(courtCase(recordsCase), { ...openRules, ...extra });
  if (OF_HELP.includes(id)) return input(helpedCase, extra);
  return OF_RECORDS.includes(id) ? recordsInput(undefined, extra) : input(undefined, extra);
}
