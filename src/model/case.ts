/**
 * The case as the schemas admit it: one interface a form. Fields, titles and sources stand in schemas/*.schema.json;
 * these types say the same to the compiler. Enumerated values are the officials' own Chinese words, so that what
 * is written is what is printed.
 */
import type { CaseForm, Day, Instant, Local, Yuan } from './case-facts.ts';
import type { ListedCircumstance } from './circumstances.ts';
import type { CorrespondenceForm } from './correspondence.ts';
import type { RecordsForm } from './records.ts';

export * from './case-facts.ts';
export * from './correspondence.ts';
export * from './records.ts';

/** A paper that was signed and stamped, scanned; the paper prevails over the rendering. */
export interface SignedScan {
  /** Path below the case folder, under `signed/`. */
  readonly path: string;
  readonly pages: number;
  readonly signedOn: Day;
}

/** A provision that a form rests on. */
export interface Citation {
  /** Name without 《》 and without its 文号. */
  readonly document: string;
  readonly article: string;
  /** 文号, printed outside 《》. */
  readonly docNo?: string;
}

/** transfer: 《涉嫌犯罪案件移送书》 */
export interface TransferForm {
  readonly docNo: string;
  readonly issuedOn: Day;
  readonly factSummary: string;
  readonly legalBasis: readonly Citation[];
  readonly copies?: number;
  readonly signedScan?: SignedScan;
  readonly local?: Local;
}

/** investigation: 《案件调查报告》 */
export interface InvestigationForm {
  readonly reportedOn: Day;
  readonly steps: readonly {
    readonly on: Day;
    readonly action: string;
    readonly officers: readonly string[];
    readonly evidence?: readonly string[];
  }[];
  readonly seizure: string;
  readonly proof: readonly { readonly fact: string; readonly element: string; readonly evidence: readonly string[] }[];
  readonly intentEvidence: readonly string[];
  /** How these show the purpose of unlawful possession. */
  readonly intentReason?: string;
  readonly adminLaw: readonly Citation[];
  readonly nature: string;
  readonly criminalLaw: readonly Citation[];
  readonly circumstances?: {
    readonly aggravating?: readonly string[];
    readonly mitigating?: readonly string[];
    readonly listed?: readonly ListedCircumstance[];
  };
  readonly property: string;
  readonly adminHandling: readonly string[];
  readonly recommendation: string;
  readonly openIssues?: readonly string[];
  readonly signedScan?: SignedScan;
  readonly local?: Local;
}

/** receipt: 《涉嫌犯罪案件移送书（回执）》, blank until the police sign. */
export interface ReceiptForm {
  readonly receivedAt?: Instant;
  readonly transferredAt?: Instant;
  readonly receiver?: { readonly org: string; readonly name: string; readonly policeNo?: string; readonly phone?: string };
  readonly received?: { readonly volumes?: number; readonly documents?: number; readonly pages?: number; readonly media?: number };
  readonly fingerprint?: string;
  readonly completeness?: '齐全' | '不全';
  readonly missing?: readonly string[];
  readonly jurisdiction?: '属本机关管辖' | '转送' | '不属公安机关管辖';
  readonly forwardedAt?: Instant;
  /** 补正: told, supplied, or why it cannot be (D3, D4). */
  readonly correction?: { readonly noticedAt: Instant; readonly suppliedAt?: Instant; readonly unableReason?: string };
  readonly reviewTrack?: '一般' | '需要查证' | '重大疑难复杂';
  readonly outcome?: '立案' | '不予立案' | '转送' | '退回';
  readonly outcomeAt?: Instant;
  readonly outcomeDocNo?: string;
  readonly refusalReason?: string;
  /** When the bureau received the notice of the outcome. */
  readonly outcomeNoticedAt?: Instant;
  /** Things and further material handed over after 立案 (310号 art. 12). */
  readonly itemsHandedOverAt?: Instant;
  readonly reconsideration?: {
    readonly appliedAt: Instant;
    readonly decidedAt?: Instant;
    readonly noticedAt?: Instant;
    readonly supervisionSuggestedAt?: Instant;
  };
  readonly note?: string;
  readonly signedScan?: SignedScan;
  readonly local?: Local;
}

export interface Item {
  readonly itemNo: string;
  readonly category: string;
  readonly name: string;
  readonly spec?: string;
  /** Decimal string: things are counted, but also weighed. */
  readonly quantity: string;
  readonly unit: string;
  /** Features, source and storage place are asked by rule G-01, not by the schema: a gap warns and does not hold a referral up. */
  readonly features?: string;
  readonly serialNo?: string;
  readonly source?: string;
  readonly nature?: '违法所得' | '作案工具' | '证据' | '合法财产' | '混合' | '与案件无关' | '待查';
  readonly use?: string;
  readonly holder?: string;
  readonly owner?: string;
  readonly value?: Yuan;
  readonly valuationBasis?: string;
  readonly storagePlace?: string;
  readonly custodian?: string;
  readonly measure?: '先行登记保存' | '封存' | '无';
  readonly measureDocNo?: string;
  readonly sealNo?: string;
  readonly handover: '立案后移交' | '随案移送' | '不移送';
  readonly notTransferredReason?: string;
  readonly photos?: readonly string[];
  readonly disposalAdvice?: string;
  readonly remark?: string;
}

/** items: 涉案物品清单, or the statement that there are none. */
export interface ItemsForm {
  readonly none: boolean;
  readonly statement?: string;
  readonly items: readonly Item[];
  readonly signedScan?: SignedScan;
  readonly local?: Local;
}

export type EvidenceKind =
  | '书证'
  | '物证'
  | '视听资料'
  | '电子数据'
  | '证人证言'
  | '当事人的陈述'
  | '鉴定意见'
  | '勘验笔录、现场笔录'
  | '专业报告';

export interface EvidenceFile {
  /** Path below `evidence/`, as written on disk. */
  readonly path: string;
  readonly pages?: number;
  /** 文件格式, e.g. `CSV（GB 18030）` (法发〔2016〕22号 art. 14). */
  readonly format?: string;
  /** Digest written at collection, lower-case hex. */
  readonly sha256?: string;
  readonly sm3?: string;
  /** Digests of an old record, compared and called weak. */
  readonly md5?: string;
  readonly sha1?: string;
}

export interface EvidenceItem {
  readonly evidenceNo: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly docType: string;
  readonly docNo?: string;
  readonly author: string;
  readonly docDate?: Day;
  readonly source: string;
  readonly collectedAt: Instant;
  readonly place: string;
  /** Ids of officers. */
  readonly collectors: readonly string[];
  readonly originality: '原件' | '原物' | '复制件' | '照片' | '打印件' | '衍生文件';
  readonly originalLocation?: string;
  readonly copies: number;
  readonly pages?: number;
  readonly files: readonly EvidenceFile[];
  readonly proves: string;
  readonly facts: readonly string[];
  /** For a qualification paper: evidence numbers of the reports it qualifies. */
  readonly qualifies?: readonly string[];
  /** Numbers of the records (form `records`) that prove how it was collected. */
  readonly records?: readonly string[];
  /** 书证: traces of alteration and what explains them. */
  readonly alterations?: string;
  /** 物证: numbers in 涉案物品清单, and evidence numbers of its photographs. */
  readonly itemNos?: readonly string[];
  readonly photos?: readonly string[];
  /** 视听资料: when, by whom and with what it was made, whole or in part, and its text. */
  readonly madeAt?: Instant;
  readonly madeBy?: string;
  readonly device?: string;
  readonly completeness?: '完整' | '节录';
  /** Evidence number of the written text. */
  readonly transcript?: string;
  /** 电子数据: 类别 (法发〔2016〕22号 art. 14). */
  readonly dataCategory?: string;
  readonly remark?: string;
}

/** Fields that only one kind of evidence has; the schema refuses them elsewhere. */
export const KIND_FIELDS = {
  书证: ['alterations'],
  物证: ['itemNos', 'photos'],
  视听资料: ['madeAt', 'madeBy', 'device', 'completeness', 'transcript'],
  电子数据: ['dataCategory'],
} as const satisfies Partial<Record<EvidenceKind, readonly (keyof EvidenceItem)[]>>;

/** evidence: 证据清单 */
export interface EvidenceForm {
  readonly evidence: readonly EvidenceItem[];
  readonly local?: Local;
}

/** internal: 内卷. Never packed, never printed in a document that leaves the house. */
export interface InternalForm {
  readonly approval?: {
    readonly reportNo?: string;
    readonly reportedAt?: Instant;
    readonly receivedAt?: Instant;
    readonly approver?: { readonly name: string; readonly title: string; readonly capacity: '正职负责人' | '主持工作负责人' };
    readonly decision?: '批准' | '不批准';
    readonly decidedAt?: Instant;
    readonly refusalReason?: string;
    /** What was approved, in the words of the report; a later change asks for a new approval (P-11). */
    readonly approved?: {
      readonly suspects: readonly string[];
      readonly crimes: readonly string[];
      readonly fundLoss: Yuan;
      readonly recipient: string;
    };
    /** 审批要素校验码 as printed on the approved report (`v2:`…), over what `approvalSubstanceV2` names; of older papers the value of 64 digits, without the facts. */
    readonly approvedDigest?: string;
  };
  readonly legalReview?: { readonly reviewer: string; readonly opinion: string; readonly at: Instant };
  readonly discussion?: { readonly at: Instant; readonly record: string };
  /** 办案期限 (国家医疗保障局令第4号 art. 45): extensions, and time that does not count. */
  readonly handling?: {
    readonly extensions?: readonly { readonly days: number; readonly approvedOn: Day; readonly by: '负责人批准' | '集体讨论决定' }[];
    readonly excluded?: readonly {
      readonly from: Day;
      readonly to: Day;
      readonly reason: '检测' | '鉴定' | '听证' | '公告' | '专家评审';
    }[];
  };
  readonly clue?: { readonly no?: string; readonly informant?: string; readonly informantIdNo?: string; readonly informantPhone?: string };
  readonly reasons?: readonly { readonly rule: string; readonly reason: string; readonly by: string; readonly at: Instant }[];
  readonly local?: Local;
}

/** supervision: 线索移送函 to 监察机关 (国务院令第310号 art. 19). A package of its own; never in the police dossier. */
export interface SupervisionForm {
  readonly docNo: string;
  readonly issuedOn: Day;
  readonly recipient: string;
  /** Ids of suspects. */
  readonly persons: readonly string[];
  /** Persons who are not among the suspects of the case, so that no packed form names them. */
  readonly otherPersons?: readonly {
    readonly name: string;
    readonly employer: string;
    readonly position: string;
    readonly office: string;
    /** The two facts of 指导意见 art. 5, asked apart; 待查 when not given. */
    readonly publicOfficial?: '是' | '否' | '待查';
    readonly usedOffice?: '是' | '否' | '待查';
  }[];
  /** Numbers of facts; none when the lead is not among the facts of the case. */
  readonly facts: readonly string[];
  readonly clue: string;
  readonly evidence: readonly string[];
  readonly copies?: number;
  readonly signedScan?: SignedScan;
  readonly local?: Local;
}

/** The forms by name: the name is the file's, without its extension. */
export interface Forms {
  readonly case: CaseForm;
  readonly internal: InternalForm;
  readonly transfer: TransferForm;
  readonly investigation: InvestigationForm;
  readonly receipt: ReceiptForm;
  readonly items: ItemsForm;
  readonly evidence: EvidenceForm;
  readonly records: RecordsForm;
  readonly supervision: SupervisionForm;
  readonly correspondence: CorrespondenceForm;
}
export type FormName = keyof Forms;

/** Order in which forms are read, exported and listed. */
export const FORM_NAMES = [
  'case',
  'internal',
  'transfer',
  'investigation',
  'receipt',
  'items',
  'evidence',
  'records',
  'supervision',
  'correspondence',
] as const satisfies readonly FormName[];
/** Forms that a case may do without: no records yet, no lead for 监察机关, no letters. */
export const OPTIONAL_FORMS: readonly FormName[] = ['records', 'supervision', 'correspondence'];
/** The forms that a dossier carries: all but 内卷, what goes to 监察机关, and the letters about the case. `records` only where there is one. */
export const PACKED_FORMS = [
  'case',
  'transfer',
  'investigation',
  'receipt',
  'items',
  'evidence',
  'records',
] as const satisfies readonly FormName[];

/** A value's place inside the case, before the reader turns it into line and column. */
export interface Ref {
  readonly form: FormName;
  /** RFC 6901 pointer, e.g. `/facts/0/amount`. */
  readonly pointer: string;
}

/** A line of the chain of custody, counted from 1. */
export interface LogRef {
  readonly form: 'custody';
  /** `/` and the line, e.g. `/3`. */
  readonly pointer: string;
}

/** A complete case whose forms passed their schemas. In a dossier `internal` is absent. */
export interface Case extends Omit<Forms, 'internal' | 'supervision' | 'correspondence'> {
  readonly internal?: InternalForm;
  readonly supervision?: SupervisionForm;
  readonly correspondence?: CorrespondenceForm;
}
