/** The invented case's chain of custody, the digests of its files, and what the documents for the court need besides. */
import {
  type Case,
  type CustodyEvent,
  custodyLine,
  custodyLink,
  type Defect,
  type Digests,
  type ExaminationRecord,
  type InterviewRecord,
  type SupervisionForm,
  sha256Hex,
} from '../../src/model/index.ts';

/** Each event linked to the line before it. */
export function chainOf(events: readonly Omit<CustodyEvent, 'seq' | 'prev'>[]): {
  readonly lines: readonly string[];
  readonly events: readonly CustodyEvent[];
} {
  const lines: string[] = [];
  const linked = events.map((event, i): CustodyEvent => {
    const last = lines.at(-1);
    const whole = { seq: i + 1, ...event, prev: last === undefined ? null : custodyLink(last) };
    lines.push(custodyLine(whole));
    return whole;
  });
  return { lines, events: linked };
}

/** Digests of files that nobody made. */
export function digestsOf(forms: Case): ReadonlyMap<string, Digests & { readonly size: number }> {
  const files = forms.evidence.evidence.flatMap((e) => e.files);
  return new Map(files.map(({ path }, i) => [path, { sha256: sha256Hex(path), sm3: sha256Hex(`sm3 ${path}`), size: 1000 + i }]));
}

/** What `collect` writes of the files of some items. */
export function taken(forms: Case, numbers: readonly string[]): NonNullable<CustodyEvent['digests']> {
  const all = digestsOf(forms);
  return forms.evidence.evidence
    .filter((e) => numbers.includes(e.evidenceNo))
    .flatMap((e) => e.files.map(({ path }) => ({ path, ...(all.get(path) as Digests & { size: number }) })));
}

const zhang = { name: '张三丰', certNo: 'SL-0001' };
const li = { name: '李䶮', certNo: 'SL-0002' };

/** Three ways that evidence goes: at the scene, sealed and opened again; words; one number that the log does not know (10). */
export function sampleCustody(forms: Case): ReturnType<typeof chainOf> {
  return chainOf([
    {
      action: 'collect',
      at: '2026-08-12T10:00+08:00',
      items: ['1', '4'],
      by: [zhang, li],
      from: '示例市某某医院',
      to: '张三丰',
      place: '示例市某某医院',
      method: '现场检查取得',
      record: 'R2',
      digests: taken(forms, ['1']),
    },
    {
      action: 'move',
      at: '2026-08-12T18:00+08:00',
      items: ['1', '4'],
      by: [zhang, li],
      from: '张三丰',
      to: '李䶮',
      place: '示例市医疗保障局物证室',
      note: '入库',
    },
    {
      action: 'seal',
      at: '2026-08-12T18:20+08:00',
      items: ['4'],
      by: [zhang, li],
      place: '示例市医疗保障局物证室',
      sealAfter: 'F-2026-001',
    },
    { action: 'collect', at: '2026-08-20T11:30+08:00', items: ['2'], by: [zhang, li], to: '李䶮', place: '示例市医疗保障局询问室' },
    {
      action: 'extract',
      at: '2026-09-02T16:05+08:00',
      recordedAt: '2026-09-03T09:00+08:00',
      items: ['3'],
      by: [zhang, li],
      from: '示例市某某医院',
      to: '李䶮',
      place: '示例市某某医院信息机房',
      method: '系统导出',
      tool: '医院信息系统 6.2',
      system: '医院信息系统',
      record: 'R1',
      digests: taken(forms, ['3']),
    },
    {
      action: 'examine',
      at: '2026-09-10T09:00+08:00',
      items: ['4'],
      by: [zhang, li],
      place: '示例市医疗保障局物证室',
      sealBefore: 'F-2026-009',
      sealAfter: 'F-2026-002',
      note: '比对印文',
    },
  ]);
}

const interviews: readonly InterviewRecord[] = [
  {
    recordNo: 'R7',
    startedAt: '2026-08-20T10:00+08:00',
    endedAt: '2026-08-20T11:30+08:00',
    place: '示例市医疗保障局询问室',
    officers: ['甲', '乙'],
    credentialsShown: '是',
    paper: '2',
    interviewee: { name: '王某七', capacity: '护士长', signed: '已签名' },
    standing: '证人',
    recorder: '乙',
    alone: '是',
    rightsTold: '是',
    pagesSigned: '否',
  },
];

const examinations: readonly ExaminationRecord[] = [
  {
    recordNo: 'R8',
    docNo: '示医保中心核〔2026〕3号',
    startedAt: '2026-09-05T09:00+08:00',
    endedAt: '2026-09-15T17:00+08:00',
    place: '示例市医疗保障服务中心',
    officers: [],
    paper: '10',
    report: '认定意见',
    institution: '示例市医疗保障服务中心',
    experts: [{ name: '顾某某', qualification: '会计师' }, { name: '陈某某' }],
    client: '示例市医疗保障局',
    matter: '基金损失核算',
    samples: ['1', '3'],
    method: '逐笔核算',
    sealed: '是',
    signed: '是',
    partyTold: '否',
  },
];

/** The case with records of every kind, each named by what it proves: what 合法性说明 has most to say of. */
export function courtCase(base: Case): Case {
  const named: Readonly<Record<string, readonly string[]>> = { 2: ['R7'], 4: ['R2', 'R4'], 10: ['R8', 'R6'] };
  return {
    ...base,
    records: { ...base.records, interviews, examinations },
    evidence: {
      evidence: base.evidence.evidence.map((item) => {
        const records = named[item.evidenceNo];
        return records ? { ...item, records } : item;
      }),
    },
  };
}

export const sampleDefects: readonly Defect[] = [
  {
    evidence: ['2'],
    rule: 'T-01',
    defect: '询问笔录第4页缺少被询问人签名。',
    cure: '补正',
    explanation: '2026年9月1日请被询问人核对该页内容无误后补签，并注明补签日期。',
    on: '2026-09-01',
    by: ['甲', '乙'],
  },
  {
    evidence: ['1', '3'],
    defect: '提取当日未拍摄医院信息系统服务器封口处照片',
    cure: '合理解释',
    explanation: '该服务器承担在院患者的诊疗业务，不能停机封存。\n提取过程已全程录像，导出条件和行数可以重现。',
    on: '2026-09-12',
    by: ['甲'],
  },
];

export const sampleSupervision: SupervisionForm = {
  docNo: '示医保线〔2026〕1号',
  issuedOn: '2026-11-20',
  recipient: '示例市监察委员会',
  persons: ['S2'],
  facts: ['1', '2'],
  clue: '2024年1月至2026年6月，陈㛃利用负责医保结算审核的职务便利，为虚假住院费用通过审核提供便利。\n该线索由结算审核日志反映。',
  evidence: ['2', '3'],
  copies: 3,
};
