/** Records of collection for the invented case: one list of each kind, and a second case as long as the schemas allow a bureau to be. */
import type { FixingData } from '../../src/documents/index.ts';
import {
  type Case,
  custodyLink,
  type EvidenceItem,
  type ExtractionRecord,
  NO_RECORDS,
  type PreservationRecord,
  type RecordsForm,
  type SceneRecord,
  sha256Hex,
} from '../../src/model/index.ts';
import { chainOf } from './chain.ts';

const provider = { name: '陈㛃', capacity: '信息科负责人', idNo: '999999198001010018', signed: '待签名' } as const;
const witness = {
  name: '孙某六',
  idType: '居民身份证',
  idNo: '999999197001010014',
  phone: '0000-0000002',
  standing: '无利害关系',
} as const;

const extraction: ExtractionRecord = {
  recordNo: 'R1',
  docNo: '示医保提〔2026〕1号',
  startedAt: '2026-09-02T09:30+08:00',
  endedAt: '2026-09-02T11:05+08:00',
  place: '示例市某某医院信息科',
  officers: ['甲', '乙'],
  credentialsShown: '是',
  purpose: '核实2024年1月至2026年6月住院结算的真实性',
  mode: '系统导出',
  target: '住院收费库（SQL Server 2019，服务器序列号 SN-0001）zy_fee、zy_order 表，账号 readonly01',
  system: '医院信息系统（HIS）',
  originalMedium: '未封存',
  notSealedReason: '服务器正在用于诊疗，封存将中断全院收费',
  originalLocation: '示例市某某医院信息科机房2号机柜',
  method: '以只读账号登录，执行查询语句，把结果导出为 CSV 文件，当场计算校验值。',
  tools: [{ name: '数据库客户端', version: '8.0.3' }, { name: 'mbpack', version: '2.0.0' }, { name: '写保护接口' }],
  query: "select *\n  from zy_fee\n where jsrq between '2024-01-01' and '2026-06-30'\n   and fund_pay > 0\n order by jsrq, zyh;",
  clockOffset: '服务器时间比北京时间慢12秒',
  process: [
    '向信息科负责人说明来意，出示执法证件',
    '核对服务器时间与北京时间，慢12秒',
    '以只读账号登录并执行查询，逐月导出25个文件',
    '对导出的文件计算 SHA-256 和 SM3，与屏幕显示一并拍照',
  ],
  compression: { method: 'ZIP，Deflate', path: '数据/结算明细.zip', sha256: sha256Hex('zip') },
  provider,
  witness,
  backups: [
    { mediaNo: 'GP-01', use: '封存件', sealNo: 'FT-0001', place: '示例市医疗保障局证据保管室', photos: ['11', '12'] },
    { mediaNo: 'GP-02', use: '工作备份', place: '示例市医疗保障局基金监管科' },
  ],
  remark: '导出期间医院收费未中断。',
};

const scene: SceneRecord = {
  recordNo: 'R2',
  docNo: '示医保现〔2026〕1号',
  startedAt: '2026-08-12T09:00+08:00',
  endedAt: '2026-08-12T12:40+08:00',
  place: '示例市某某医院三病区',
  officers: ['甲', '乙'],
  credentialsShown: '是',
  reason: '核实住院患者是否在院',
  party: { ...provider, name: '王𬸪', capacity: '院长' },
  present: ['护士长王某七', '病案室钱某八'],
  process: ['出示执法证件，告知检查事由', '逐床查看三病区，与住院名单核对', '查看护士站，调取病历138份'],
  findings: '三病区登记住院46人，在床34人，12张床无人，床头卡齐全，无患者物品。\n护士站抽屉内有“某某医院内科”印章2枚、空白病历约300页。',
  witness,
  photos: ['4'],
};

const preservations: readonly PreservationRecord[] = [
  {
    recordNo: 'R3',
    docNo: '示医保登存〔2026〕3号',
    startedAt: '2026-08-12T12:00+08:00',
    endedAt: '2026-08-12T12:30+08:00',
    place: '示例市某某医院三病区护士站',
    officers: ['甲', '乙'],
    measure: '先行登记保存',
    legalGround: '《中华人民共和国行政处罚法》第五十六条',
    approvedBy: '赵某某',
    approvedAt: '2026-08-12T16:20+08:00',
    urgent: '是',
    holder: { name: '示例市某某医院', capacity: '在场负责人王𬸪', signed: '拒绝签名', reason: '认为病历属于医院财产，未说明其他理由' },
    witness,
    scene: 'R2',
    list: [
      { name: '住院病历', quantity: '138', unit: '份', features: '2025年1月至6月，封面盖“归档”章', sealNo: 'FT-0003' },
      { name: '空白病历', quantity: '1', unit: '批', features: '约300页，未填写', itemNo: '2' },
    ],
    storagePlace: '示例市医疗保障局证据保管室',
    custodian: '李䶮',
    disposition: { on: '2026-08-19', action: '病历复制后退还，空白病历转为封存', docNo: '示医保处〔2026〕1号' },
  },
  {
    recordNo: 'R4',
    docNo: '示医保封〔2026〕1号',
    startedAt: '2026-08-19T10:00+08:00',
    place: '示例市医疗保障局',
    officers: ['甲', '乙'],
    measure: '封存',
    legalGround: '《医疗保障基金使用监督管理条例》第二十七条第五项',
    holder: { name: '示例市某某医院', signed: '待签名' },
    list: [{ name: '科室印章', quantity: '2', unit: '枚', features: '圆形，直径38mm，红色塑料柄', sealNo: 'F-2026-001', itemNo: '1' }],
    storagePlace: '示例市医疗保障局物证室',
    custodian: '李䶮',
    sealPhotos: ['11'],
    extendedTo: '2026-10-18',
  },
];

export const sampleRecords: RecordsForm = {
  ...NO_RECORDS,
  extractions: [extraction],
  scenes: [scene],
  preservations,
  copies: [
    {
      recordNo: 'R5',
      startedAt: '2026-08-14T09:00+08:00',
      endedAt: '2026-08-15T17:30+08:00',
      place: '示例市某某医院病案室',
      officers: ['甲', '乙'],
      reason: '病历原件须留院保存。',
      method: '逐份拆封，用扫描仪以300 dpi 彩色扫描，逐页编号，与原件逐页核对。',
      originalLocation: '示例市某某医院病案室',
      provider,
      verified: '是',
      verifiedOn: '2026-08-15',
    },
  ],
  derivations: [
    {
      recordNo: 'R6',
      startedAt: '2026-09-10T14:00+08:00',
      endedAt: '2026-09-10T16:00+08:00',
      place: '示例市医疗保障局基金监管科',
      officers: ['甲', '乙'],
      sources: ['3'],
      result: '10',
      query:
        '按住院号分组，对“基金支付金额”列求和，只留在院期间无检查、无用药记录的住院号。\n公式：SUMIFS(基金支付金额, 住院号, 本行住院号)',
      tool: '电子表格',
      rowsIn: 21120,
      rowsOut: 138,
      sum: '1319567.89',
      reproducible: '是',
    },
  ],
};

const by = [
  { name: '张三丰', certNo: 'SL-0001' },
  { name: '李䶮', certNo: 'SL-0002' },
];

/** One collection for each item with files. */
export function custodyOf(evidence: readonly EvidenceItem[]): ReturnType<typeof chainOf> {
  return chainOf(
    evidence.map((item) => ({
      at: item.collectedAt,
      action: 'collect',
      items: [item.evidenceNo],
      by,
      from: '示例市某某医院/陈㛃',
      place: item.place,
      method: '复制后计算校验值',
      tool: 'mbpack 2.0.0',
      recordedAt: '2026-09-02T18:00+08:00',
      digests: item.files.map(({ path }, i) => ({
        path,
        sha256: sha256Hex(path),
        sm3: sha256Hex(`sm3 ${path}`),
        size: 1000 + i,
        content: path.endsWith('.csv') ? { format: 'CSV（GB 18030）', rows: 844 + i, columns: 12 } : { format: 'PDF', pages: 3 },
      })),
    })),
  );
}

/** The run of `collect` that took everything. */
export function fixingOf(evidence: readonly EvidenceItem[], { events, lines }: ReturnType<typeof chainOf>): FixingData {
  return {
    events,
    chainHead: custodyLink(lines.at(-1) ?? ''),
    chainLine: lines.length,
    files: events.flatMap((event) =>
      (event.digests ?? []).map((digest) => ({
        ...digest,
        evidenceNo: event.items[0] ?? '',
        title: evidence.find((e) => e.evidenceNo === event.items[0])?.title ?? '',
      })),
    ),
  };
}

const LONG_LINE = '示例市示例区示例街道某某社区某某路九百九十九号某某医院住院部一号楼'.repeat(7).slice(0, 200);
const LONG_TEXT = '服务器正在用于诊疗，拆卸硬盘将中断全院收费和检查；经信息科负责人确认，改为当场导出。'.repeat(40);

/** The base case with its records, and the items that name them. */
export function withRecords(base: Case): Case {
  const named: Readonly<Record<string, Partial<EvidenceItem>>> = {
    1: { records: ['R2', 'R5'] },
    3: { records: ['R1'], dataCategory: '数据库导出数据' },
  };
  return {
    ...base,
    evidence: { ...base.evidence, evidence: base.evidence.evidence.map((item) => ({ ...item, ...named[item.evidenceNo] })) },
    records: { ...base.records, ...sampleRecords, defects: base.records.defects },
  };
}

/** Everything long, three extractions, forty files, a hundred things, nothing known that may be unknown in the third. */
export function richCase(base: Case): Case {
  const data: EvidenceItem = {
    evidenceNo: 'E-2026-0000000000000000000000000000000020',
    title: LONG_LINE,
    kind: '电子数据',
    docType: '电子数据',
    author: '示例市某某医院',
    source: LONG_LINE,
    collectedAt: '2026-09-02T09:30+08:00',
    place: LONG_LINE,
    collectors: ['甲', '乙'],
    originality: '复制件',
    copies: 1,
    files: Array.from({ length: 40 }, (_, i) => ({
      path: i === 0 ? `数据/${'a'.repeat(200)}.csv` : `数据/三病区/2025年${i}月住院费用明细（含退费）.csv`,
      md5: i === 1 ? 'd41d8cd98f00b204e9800998ecf8427e' : undefined,
    })) as EvidenceItem['files'],
    proves: '住院诊疗系虚构',
    facts: ['1'],
    records: ['R11', 'R12', 'R13', 'R15'],
    dataCategory: '数据库导出数据',
    remark: LONG_TEXT.slice(0, 400),
  };
  const long: ExtractionRecord = {
    ...extraction,
    recordNo: 'R11',
    place: LONG_LINE,
    target: LONG_LINE,
    purpose: LONG_LINE,
    notSealedReason: LONG_TEXT,
    method: LONG_TEXT,
    process: Array.from({ length: 60 }, (_, i) => `第${i + 1}步：${LONG_LINE.slice(0, 20 + ((i * 7) % 90))}`),
    query: `select ${Array.from({ length: 60 }, (_, i) => `column_with_a_long_name_${i}`).join(', ')} from ${'zy_fee_'.repeat(40)}`,
    provider: {
      ...provider,
      name: '买买提·吐尔逊江·阿卜杜热合曼',
      capacity: LONG_LINE,
      signed: '拒绝签名',
      reason: LONG_TEXT.slice(0, 600),
    },
    witness: { ...witness, name: '尼格拉·阿不都热西提·艾合买提江' },
    chainHead: sha256Hex('elsewhere'),
  };
  const sealed: ExtractionRecord = {
    ...extraction,
    recordNo: 'R12',
    mode: '封存原始存储介质',
    originalMedium: '已封存',
    originalMediaNo: 'SN-0001',
    originalSealNo: 'FT-0009',
    originalPhotos: ['1', '2'],
    noWitnessReason: '深夜无人愿意见证，已全程录像',
    video: '10',
    provider: { ...provider, signed: '无法签名', reason: '右手受伤，已捺指印' },
  };
  const { witness: _, ...unwitnessed } = sealed;
  const bare: ExtractionRecord = {
    recordNo: 'R13',
    startedAt: '2026-09-03T23:30+08:00',
    endedAt: '2026-09-04T00:10+08:00',
    place: '示例市某某药店',
    officers: ['甲'],
    purpose: '核实进销存',
    mode: '现场提取',
    target: '收银电脑',
    system: '药店进销存',
    originalMedium: '未封存',
    method: '复制',
    tools: [],
    process: ['复制文件'],
    provider: { name: '周某某', signed: '待签名' },
  };
  return {
    ...base,
    evidence: { ...base.evidence, evidence: [...base.evidence.evidence, data] },
    records: {
      ...sampleRecords,
      extractions: [long, unwitnessed, bare, { ...bare, recordNo: 'R14', paper: '1' }],
      scenes: [
        {
          ...scene,
          recordNo: 'R15',
          process: long.process,
          findings: LONG_TEXT.repeat(4),
          party: long.provider,
          present: [LONG_LINE, LONG_LINE],
        },
        {
          ...scene,
          recordNo: 'R16',
          photos: undefined,
          witness: undefined,
          present: undefined,
          endedAt: undefined,
        } as unknown as SceneRecord,
      ],
      preservations: [
        {
          ...(preservations[0] as PreservationRecord),
          list: Array.from({ length: 100 }, (_, i) => ({
            name: i === 3 ? LONG_LINE : `住院病历第${i + 1}册`,
            quantity: '1234567890.1234',
            unit: '份',
            features: i === 4 ? LONG_TEXT : '封面盖“归档”章',
            sealNo: `FT-${String(i).padStart(4, '0')}`,
          })),
        },
        ...preservations.slice(1),
      ],
      copies: sampleRecords.copies.map((r) => ({ ...r, reason: LONG_TEXT, method: LONG_TEXT, provider: long.provider })),
      derivations: sampleRecords.derivations.map((r) => ({ ...r, sources: ['3', data.evidenceNo], query: LONG_TEXT.repeat(3) })),
    },
  };
}
