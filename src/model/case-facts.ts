/** The facts that all forms share (form `case`), and the small types of every form. Enumerated values are the officials' own words. */

/** Yuan as a decimal string with at most two places, e.g. `"12345.60"`; never a number. */
export type Yuan = string;
/** Calendar day in China, `YYYY-MM-DD`. */
export type Day = string;
/** Instant with offset, to the minute or second, e.g. `2026-11-20T09:30+08:00`. */
export type Instant = string;

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Fields that a province's pack adds; any reader may ignore them. */
export type Local = Readonly<Record<string, unknown>>;

export type Level = '省' | '市' | '县';

export interface Officer {
  /** Short name by which other places refer to this officer, e.g. `甲`. */
  readonly id: string;
  readonly name: string;
  /** 执法证号 */
  readonly certNo: string;
  readonly role: '主办' | '协办' | '记录' | '其他';
  readonly unit?: string;
  readonly phone?: string;
}

export interface Party {
  readonly id: string;
  readonly type: '单位' | '个人';
  readonly name: string;
  /** 统一社会信用代码 (GB 32100), organisations. */
  readonly uscc?: string;
  /** 医保定点机构编码 */
  readonly medicalCode?: string;
  readonly grade?: string;
  readonly legalRepresentative?: string;
  /** 公民身份号码 (GB 11643), persons. */
  readonly idNo?: string;
  readonly address?: string;
  readonly phone?: string;
}

export interface Suspect {
  readonly id: string;
  readonly name: string;
  readonly formerName?: string;
  readonly gender: '男' | '女' | '不详';
  readonly birthDate?: Day;
  readonly ethnicity?: string;
  readonly idNo?: string;
  readonly registeredAddress?: string;
  readonly address?: string;
  readonly employer?: string;
  readonly position?: string;
  readonly phone?: string;
  readonly role: string;
  readonly participation: '组织' | '策划' | '实施' | '协助' | '提供凭证';
  /** Is this person a 国家工作人员? Asked as a fact (指导意见 art. 5, last paragraph). */
  readonly publicOfficial: '是' | '否' | '待查';
  /** Did this person use the advantage of office? The second fact of the same paragraph. */
  readonly usedOffice: '是' | '否' | '待查';
  readonly deputy?: string;
  readonly priors?: readonly string[];
  readonly whereabouts?: string;
}

export interface Fact {
  readonly factNo: string;
  readonly title: string;
  /** Code of the table in docs/rules.md, e.g. `YS-B4a`. */
  readonly behaviour: string;
  readonly period: Period;
  readonly place: string;
  /** Ids of suspects or parties. */
  readonly actors: readonly string[];
  readonly method: string;
  readonly consequence?: string;
  readonly narrative: string;
  readonly amount: Yuan;
  /** Part of `amount` already counted under another fact. */
  readonly overlap?: Yuan;
  readonly evidence: readonly string[];
}

export type FundType =
  | '职工基本医疗保险统筹基金'
  | '城乡居民基本医疗保险基金'
  | '医疗救助基金'
  | '职工大额医疗费用补助'
  | '公务员医疗补助'
  | '居民大病保险资金'
  | '长期护理保险基金'
  | '职工医保个人账户'
  | '其他';

export interface Amount {
  /** Preliminary amount of fund loss (初步认定金额). */
  readonly fundLoss: Yuan;
  readonly byFund: readonly { readonly fund: FundType; readonly amount: Yuan }[];
  readonly byYear?: readonly { readonly year: string; readonly amount: Yuan }[];
  readonly bySuspect?: readonly { readonly suspect: string; readonly amount: Yuan; readonly note?: string }[];
  readonly grossFee?: Yuan;
  readonly selfPaid?: Yuan;
  readonly completed?: Yuan;
  readonly attempted?: Yuan;
  readonly method: '逐笔核算' | '比例推算' | '审计' | '专家评审' | '数据模型加抽样' | '按病种分值或病组付费核算' | '其他';
  readonly methodNote: string;
  readonly certifiedBy: readonly string[];
  readonly basis: readonly string[];
  readonly recovered?: readonly { readonly on: Day; readonly amount: Yuan; readonly voucherNo: string }[];
}

export interface Penalty {
  readonly decided: boolean;
  readonly docNo?: string;
  readonly decidedOn?: Day;
  readonly fine?: Yuan;
  readonly execution?: string;
  /** Evidence number of the 行政处罚决定书. */
  readonly evidence?: string;
}

export interface Measure {
  readonly type: '先行登记保存' | '封存' | '暂停结算' | '协议处理';
  readonly docNo?: string;
  readonly from: Day;
  readonly to?: Day;
  readonly object: string;
}

/** case: the facts that all forms share. */
export interface CaseForm {
  readonly mbpack: '1.0';
  readonly pack: string;
  readonly caseNo: string;
  readonly name: string;
  readonly cause: string;
  readonly source: { readonly type: string; readonly receivedOn: Day; readonly narrative: string };
  readonly filing: { readonly docNo: string; readonly filedOn: Day };
  readonly sender: {
    readonly name: string;
    readonly uscc?: string;
    readonly level: Level;
    readonly address?: string;
    readonly phone?: string;
  };
  readonly recipient: { readonly name: string; readonly type: '公安机关' | '监察机关' | '其他'; readonly level: Level };
  readonly cc: readonly string[];
  readonly officers: readonly Officer[];
  readonly parties: readonly Party[];
  readonly suspects: readonly Suspect[];
  readonly suspectUnknownReason?: string;
  readonly crimes: readonly { readonly name: string; readonly law: string; readonly article: string }[];
  readonly period: Period;
  readonly facts: readonly Fact[];
  readonly amount: Amount;
  readonly penalty: Penalty;
  readonly measures: readonly Measure[];
  readonly urgentRisks?: readonly { readonly type: '可能逃匿' | '转移资金' | '销毁证据'; readonly note: string }[];
  /** Is a matter for which a specialist's report is usual? With no report, why. */
  readonly noReportReason?: string;
  readonly local?: Local;
}
