/**
 * records: how evidence was collected. One list a kind of record, so that every record has just the fields its own law
 * asks for. An item of evidence names the records that prove its collection (`records`); the records name nothing twice.
 */
import type { Day, Instant, Local, YesNo, Yuan } from './case-facts.ts';

/** Who was asked to sign, and whether that person did (法发〔2016〕22号 art. 14). */
export interface Signer {
  readonly name: string;
  /** 持有人、提供人、当事人负责人 … */
  readonly capacity?: string;
  readonly idNo?: string;
  readonly signed: '已签名' | '拒绝签名' | '无法签名' | '待签名';
  /** Why not signed; asked by rule E-03. */
  readonly reason?: string;
}

/** 见证人 (最高法刑诉法解释 art. 80). */
export interface Witness {
  readonly name: string;
  readonly idType?: string;
  readonly idNo?: string;
  readonly phone?: string;
  readonly standing: '无利害关系' | '办案机关工作人员' | '办案机关聘用人员' | '与案件有利害关系';
}

/** What every record says. */
export interface RecordBase {
  readonly recordNo: string;
  readonly docNo?: string;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly place: string;
  /** Ids of officers. */
  readonly officers: readonly string[];
  /** Were certificates of enforcement shown (行政处罚法 art. 55)? */
  readonly credentialsShown?: YesNo;
  /** Evidence number under which the signed paper is listed as a scan; without it mbpack renders the record for signature. */
  readonly paper?: string;
  /** Day on which it was printed for signature, where that was not the day of the act: the print says 补打. Only of records that mbpack prints. */
  readonly printedOn?: Day;
  /** SHA-256 of the last line of the custody log as printed on the signed paper: an anchor that cannot be edited later. */
  readonly chainHead?: string;
  readonly remark?: string;
}

export interface Backup {
  readonly mediaNo: string;
  readonly use: '封存件' | '工作备份';
  readonly sealNo?: string;
  readonly place: string;
  /** Evidence numbers of the photographs of the seal, before and after. */
  readonly photos?: readonly string[];
}

/** 电子数据提取笔录 (法发〔2016〕22号 art. 14). Its list of data is made from the items that name it. */
export interface ExtractionRecord extends RecordBase {
  readonly purpose: string;
  readonly mode: '封存原始存储介质' | '现场提取' | '网络在线提取' | '系统导出' | '打印拍照录像固定';
  /** System, device, medium, tables, account. */
  readonly target: string;
  readonly system: string;
  readonly originalMedium: '已封存' | '未封存';
  readonly originalMediaNo?: string;
  readonly originalSealNo?: string;
  /** Evidence numbers of the photographs before and after sealing. */
  readonly originalPhotos?: readonly string[];
  readonly notSealedReason?: string;
  readonly originalLocation?: string;
  readonly method: string;
  readonly tools: readonly { readonly name: string; readonly version?: string }[];
  /** Ids of participants who did the technical work under the officers' eyes. */
  readonly technicians?: readonly string[];
  readonly query?: string;
  readonly clockOffset?: string;
  readonly process: readonly string[];
  readonly compression?: { readonly method: string; readonly path: string; readonly sha256?: string };
  readonly provider: Signer;
  readonly witness?: Witness;
  readonly noWitnessReason?: string;
  /** Evidence number of the recording. */
  readonly video?: string;
  readonly backups?: readonly Backup[];
}

/** 现场笔录 (最高法刑诉法解释 arts 102–103; 行政强制法 art. 18). */
export interface SceneRecord extends RecordBase {
  /** Were the grounds and the right to state and defend told (行政强制法 art. 18)? */
  readonly reasonsTold?: YesNo;
  /** Was the right to ask for recusal told, and was it asked for (行政处罚法 art. 43)? */
  readonly recusalTold?: YesNo;
  readonly recusalAsked?: YesNo;
  /** What the head of the bureau decided on it. */
  readonly recusalDecision?: string;
  readonly reason: string;
  readonly party: Signer;
  readonly present?: readonly string[];
  readonly process: readonly string[];
  readonly findings: string;
  readonly witness?: Witness;
  readonly noWitnessReason?: string;
  readonly photos?: readonly string[];
  readonly video?: string;
}

/** 先行登记保存 or 封存: notice or decision, with its list (行政处罚法 art. 56; 行政强制法 arts 18, 24, 25). */
export interface PreservationRecord extends RecordBase {
  readonly measure: '先行登记保存' | '封存';
  readonly legalGround: string;
  readonly approvedBy?: string;
  readonly approvedAt?: Instant;
  /** Taken before the approval because it could not wait. */
  readonly urgent?: YesNo;
  readonly holder: Signer;
  readonly witness?: Witness;
  /** Record number of the 现场笔录 made with it. */
  readonly scene?: string;
  readonly list: readonly {
    readonly name: string;
    readonly quantity: string;
    readonly unit: string;
    readonly features?: string;
    readonly sealNo?: string;
    /** Number in 涉案物品清单. */
    readonly itemNo?: string;
  }[];
  readonly storagePlace: string;
  readonly custodian?: string;
  readonly sealPhotos?: readonly string[];
  readonly extendedTo?: Day;
  readonly disposition?: { readonly on: Day; readonly action: string; readonly docNo?: string };
}

/** 询问笔录, its metadata; the words are on paper (最高法刑诉法解释 arts 87–90). */
export interface InterviewRecord extends RecordBase {
  readonly interviewee: Signer;
  readonly standing: '当事人' | '证人';
  readonly recorder?: string;
  readonly alone?: YesNo;
  readonly rightsTold?: YesNo;
  readonly pagesSigned?: YesNo;
  readonly birthDate?: Day;
  readonly guardian?: string;
  readonly interpreter?: string;
  readonly recording?: string;
}

/** 鉴定、检验、审计、评审: who, by what right, on what, how (最高法刑诉法解释 arts 97, 98, 100). */
export interface ExaminationRecord extends RecordBase {
  readonly report: '鉴定意见' | '检验报告' | '审计报告' | '专家评审意见' | '认定意见' | '核算说明';
  readonly institution: string;
  readonly institutionQualification?: string;
  readonly experts: readonly { readonly name: string; readonly qualification?: string }[];
  readonly client: string;
  readonly matter: string;
  /** Evidence numbers of what was examined. */
  readonly samples: readonly string[];
  readonly method: string;
  readonly sealed?: YesNo;
  readonly signed?: YesNo;
  readonly withinScope?: YesNo;
  readonly partyTold?: YesNo;
}

/** 复制件制作说明 (最高法刑诉法解释 arts 82, 86). The officers are its makers. */
export interface CopyRecord extends RecordBase {
  readonly reason: string;
  readonly method: string;
  readonly originalLocation?: string;
  readonly provider: Signer;
  /** Provider wrote 经核对与原件无误 on it. */
  readonly verified?: YesNo;
  readonly verifiedOn?: Day;
}

/** 数据统计说明 of a filtered or summed sheet (法发〔2016〕22号 art. 19). The officers are its makers. */
export interface DerivationRecord extends RecordBase {
  /** Evidence numbers of what it was made from. */
  readonly sources: readonly string[];
  /** Evidence number of what was made. */
  readonly result: string;
  readonly query: string;
  readonly tool?: string;
  readonly rowsIn?: number;
  readonly rowsOut?: number;
  readonly sum?: Yuan;
  readonly reproducible?: YesNo;
}

/** A settlement dataset whose row count and sum are recomputed from the file itself. */
export interface Dataset {
  /** Evidence number. */
  readonly evidence: string;
  /** Path below `evidence/`; a CSV or XLSX file of that item. */
  readonly path: string;
  /** XLSX: name of the sheet; the first when not given. */
  readonly sheet?: string;
  /** Rows above the data; 1 when not given. */
  readonly headerRows?: number;
  /** Rows below the data that hold something and are no data (制表人, 打印日期, 第 1 页共 3 页); none when not given. */
  readonly footerRows?: number;
  /** Heading of the column of fund payments. */
  readonly sumColumn: string;
  /** Data rows. */
  readonly rows: number;
  readonly sum: Yuan;
  /** `全部`: the sum is the whole amount of the case; `部分`: of the facts that the item proves. */
  readonly counts?: '全部' | '部分' | '不计入';
}

/** What is summed: two sheets or columns of one file are two datasets. */
export function datasetKey({ path, sheet, headerRows, sumColumn }: Dataset): string {
  return JSON.stringify([path, sheet ?? '', headerRows ?? 1, sumColumn]);
}

/** 瑕疵 and how it was cured: becomes a 情况说明 (最高法刑诉法解释 arts 86, 90, 113). */
export interface Defect {
  /** Evidence numbers. */
  readonly evidence: readonly string[];
  /** Rule that names the defect, e.g. `E-03`. */
  readonly rule?: string;
  readonly defect: string;
  readonly cure: '补正' | '合理解释';
  readonly explanation: string;
  readonly on: Day;
  /** Ids of officers. */
  readonly by: readonly string[];
}

/** The records that mbpack prints for signature; an interview and a report are papers of their own. */
export const PRINTED_RECORDS = {
  extractions: 'extraction',
  scenes: 'scene',
  preservations: 'preservation',
  copies: 'copy',
  derivations: 'derivation',
} as const satisfies Partial<Record<keyof RecordsForm, string>>;

export interface RecordsForm {
  readonly extractions: readonly ExtractionRecord[];
  readonly scenes: readonly SceneRecord[];
  readonly preservations: readonly PreservationRecord[];
  readonly interviews: readonly InterviewRecord[];
  readonly examinations: readonly ExaminationRecord[];
  readonly copies: readonly CopyRecord[];
  readonly derivations: readonly DerivationRecord[];
  readonly datasets: readonly Dataset[];
  readonly defects: readonly Defect[];
  readonly local?: Local;
}

/** The lists of `RecordsForm` whose members bear a `recordNo`, with the paper's Chinese name, in the order of printing. */
export const RECORD_LISTS = {
  extractions: '电子数据提取笔录',
  scenes: '现场笔录',
  preservations: '先行登记保存、封存文书',
  interviews: '询问笔录',
  examinations: '鉴定、检验、审计、评审情况',
  copies: '复制件制作说明',
  derivations: '数据统计说明',
} as const satisfies Partial<Record<keyof RecordsForm, string>>;
export type RecordList = keyof typeof RECORD_LISTS;

export type AnyRecord = {
  readonly [L in RecordList]: { readonly list: L; readonly index: number; readonly record: RecordsForm[L][number] };
}[RecordList];

/** Every record of the form with its list and place, in the order of RECORD_LISTS. */
export function allRecords(form: RecordsForm): readonly AnyRecord[] {
  return (Object.keys(RECORD_LISTS) as RecordList[]).flatMap((list) =>
    form[list].map((record, index) => ({ list, index, record }) as AnyRecord),
  );
}

/** Ids of the officers who were there while a record was made: those it names, and who wrote an interview down. */
export function presentAt({ list, record }: AnyRecord): readonly string[] {
  const recorder = list === 'interviews' ? record.recorder : undefined;
  return [...new Set(recorder === undefined ? record.officers : [...record.officers, recorder])];
}

export const NO_RECORDS: RecordsForm = {
  extractions: [],
  scenes: [],
  preservations: [],
  interviews: [],
  examinations: [],
  copies: [],
  derivations: [],
  datasets: [],
  defects: [],
};
