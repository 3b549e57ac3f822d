/**
 * correspondence: what goes back and forth beside a dossier — 补正, 移交, 商请咨询, 紧急通报, 抄送 — and how the paper file is
 * bound. Never packed: the dossier is what is referred, these are about it.
 */
import type { SignedScan } from './case.ts';
import type { Day, Instant, Local, Reply } from './case-facts.ts';

/** A notice of the police that material is incomplete, and what the bureau supplied (医保发〔2021〕49号 三（三）). */
export interface Correction {
  /** Number of the notice. */
  readonly noticeNo?: string;
  /** When the police gave notice, and when the bureau received it: the three days run from there. */
  readonly noticeAt?: Instant;
  readonly receivedAt: Instant;
  readonly items: readonly {
    readonly description: string;
    /** Evidence numbers of what is supplied. */
    readonly evidence?: readonly string[];
    /** Why it cannot be supplied. */
    readonly unableReason?: string;
  }[];
  readonly suppliedAt?: Instant;
  readonly signedScan?: SignedScan;
}

/** A thing of 涉案物品清单 as it is handed over. */
export interface HandedItem {
  readonly itemNo: string;
  /** 交接时状态, e.g. 封条完好. */
  readonly state: string;
  /** Where it is at the hand-over, if no longer where the list says. */
  readonly place?: string;
  readonly handedAt?: Instant;
  /** Kept where it is in special custody: why, by whom, under what conditions. */
  readonly specialCustody?: string;
}

/** Things and further material handed over after 立案 (国务院令第310号 art. 12). */
export interface Handover {
  /** Number of 立案通知书, and when it was received. */
  readonly docNo?: string;
  readonly receivedAt: Instant;
  /** The receiving unit; the recipient of the case when not given. */
  readonly recipient?: string;
  readonly items: readonly HandedItem[];
  /** 与案件有关的其他材料 */
  readonly materials?: readonly string[];
  readonly signedScan?: SignedScan;
}

export const CONSULTATION_TOPICS = ['追诉标准', '证据固定', '法律适用', '管辖', '其他'] as const;

/** 商请咨询函 to police or procuratorate before a referral (法发〔2024〕6号 art. 23). */
export interface Consultation {
  readonly docNo?: string;
  readonly issuedOn?: Day;
  readonly recipient: string;
  /** The case in the words that may leave the house. */
  readonly summary: string;
  readonly matters: readonly { readonly topic: (typeof CONSULTATION_TOPICS)[number]; readonly question: string }[];
  readonly attachments?: readonly string[];
  readonly replyBy?: Day;
  readonly reply?: Reply;
  readonly signedScan?: SignedScan;
}

export type UrgentType = '可能逃匿' | '转移资金' | '销毁证据';

/** 紧急通报函 (医保发〔2021〕49号 四（一）). */
export interface UrgentNotice {
  readonly docNo?: string;
  readonly issuedOn?: Day;
  /** The recipient of the case when not given. */
  readonly recipient?: string;
  readonly risks: readonly { readonly type: UrgentType; readonly situation: string }[];
  /** Ids of suspects. */
  readonly persons?: readonly string[];
  /** What the police are asked to do. */
  readonly requests: readonly string[];
  /** Told by telephone or in person before the letter. */
  readonly toldAt?: Instant;
  readonly toldTo?: string;
  /** When the letter reached them. */
  readonly sentAt?: Instant;
  readonly signedScan?: SignedScan;
}

/** 移送案件抄送函 to 同级人民检察院 (高检会〔2006〕2号 一). */
export interface ProcuratorateLetter {
  readonly docNo?: string;
  readonly issuedOn?: Day;
  readonly recipient: string;
  readonly attachments?: readonly string[];
  readonly signedScan?: SignedScan;
}

/** How the paper file is bound (GB/T 9705-2008). */
export interface Archive {
  readonly fonds?: string;
  readonly category?: string;
  readonly archiveNo?: string;
  /** 档号 */
  readonly fileNo?: string;
  readonly retention?: '永久' | '30年' | '10年';
  readonly secrecy?: string;
  readonly compiler?: string;
  readonly inspector?: string;
  readonly compiledOn?: Day;
  /** 本卷情况说明 */
  readonly note?: string;
}

export interface CorrespondenceForm {
  readonly corrections?: readonly Correction[];
  readonly handovers?: readonly Handover[];
  readonly consultations?: readonly Consultation[];
  readonly urgentNotices?: readonly UrgentNotice[];
  readonly procuratorateLetter?: ProcuratorateLetter;
  readonly archive?: Archive;
  readonly local?: Local;
}
