/** The facts that all forms share (form `case`), and the small types of every form. Enumerated values are the officials' own words. */

/** Yuan as a decimal string with at most two places, e.g. `"12345.60"`; never a number. */
export type Yuan = string;
/** Calendar day in China, `YYYY-MM-DD`. */
export type Day = string;
/** Instant with offset, to the minute or second, e.g. `2026-11-20T09:30+08:00`. */
export type Instant = string;

export type YesNo = '是' | '否';

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

export const PARTICIPANT_KINDS = ['其他执法机关', '商业保险机构', '信息技术机构', '会计师事务所', '其他专业机构'] as const;

/** Who took part and belongs to no bureau of the case (条例 art. 27 item 6): no member of the 专案组, whatever he did. */
export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: (typeof PARTICIPANT_KINDS)[number];
  /** Post or qualification. */
  readonly identity?: string;
  /** What he did. */
  readonly task: string;
  /** Number of the 委托书, 聘请书 or letter by which he was asked. */
  readonly commission?: string;
  readonly recusal?: '不需要回避' | '已回避' | '待查';
  /** Has promised in writing to keep secret what he learns (条例 art. 32). */
  readonly secrecyPledged?: '是' | '否';
}

/** Is it the bureau that asks him? Officers of another bureau are sent by their own, and bound by 条例 art. 32 without a pledge. */
export const isCommissioned = ({ kind }: Pick<Participant, 'kind'>): boolean => kind !== '其他执法机关';

export const OTHER_ID_TYPES = [
  '护照',
  '港澳居民来往内地通行证',
  '台湾居民来往大陆通行证',
  '港澳台居民居住证',
  '外国人永久居留身份证',
  '十五位居民身份证',
  '其他',
] as const;
export type OtherIdType = (typeof OTHER_ID_TYPES)[number];

/** How a person is told from others: a 公民身份号码 (GB 11643), or another paper, or why there is none. */
export interface Identified {
  readonly idNo?: string;
  /** Who is no Chinese citizen; 待查 where it is not known. */
  readonly nationality?: string;
  /** The paper of somebody without a 公民身份号码; a number of 15 digits too. */
  readonly otherIdType?: OtherIdType;
  readonly otherIdNo?: string;
  /** Looked for and not found: how, and why. */
  readonly noIdReason?: string;
}

export interface Party extends Identified {
  readonly id: string;
  readonly type: '单位' | '个人';
  readonly name: string;
  /** 统一社会信用代码 (GB 32100), organisations. */
  readonly uscc?: string;
  /** 医保定点机构编码 */
  readonly medicalCode?: string;
  readonly grade?: string;
  readonly legalRepresentative?: string;
  readonly address?: string;
  readonly phone?: string;
}

export interface Suspect extends Identified {
  readonly id: string;
  readonly name: string;
  readonly formerName?: string;
  readonly gender: '男' | '女' | '不详';
  readonly birthDate?: Day;
  readonly ethnicity?: string;
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
  /** Code of the table in docs/reference/rules.md, e.g. `YS-B4a`. */
  readonly behaviour: string;
  /** Code of the pack's own, finer list. */
  readonly localBehaviour?: string;
  readonly period: Period;
  /** Where it was done. */
  readonly place: string;
  /** Where the fund lost by it: with `place` the 犯罪地 that decides which police may take the case. */
  readonly resultPlace?: string;
  /** Ids of suspects or parties. */
  readonly actors: readonly string[];
  readonly method: string;
  readonly consequence?: string;
  readonly narrative: string;
  readonly amount: Yuan;
  /** Part of `amount` already counted under another fact. */
  readonly overlap?: Yuan;
  readonly evidence: readonly string[];
  /** Using another's card: did a personal account pay for others what the rules let it pay (指导意见 art. 6, last paragraph)? */
  readonly familyAccount?: '是' | '否' | '待查';
  /** Buying and selling drugs: what shows that they knew, and what they answered (指导意见 art. 9, third paragraph). */
  readonly knowledge?: Knowledge;
  /** Situations of 实施细则 (2026-04-01) from which the purpose of defrauding is taken. */
  readonly purposeSituations?: readonly PurposeSituation[];
}

export const KNOWLEDGE_GROUNDS = [
  '价格明显异于市场价格',
  '曾因此受过刑事或行政处罚',
  '以非法收购销售为业',
  '长期或多次向不特定对象收购销售',
  '通过互联网邮寄等非接触渠道多次收购销售',
  '其他',
] as const;

export interface Knowledge {
  readonly grounds: readonly (typeof KNOWLEDGE_GROUNDS)[number][];
  /** 药品标志、收购渠道、价格、规模、追溯信息: evidence numbers. */
  readonly evidence: readonly string[];
  readonly rebuttal: '未提出' | '说明合法来源' | '作出合理解释';
  /** What was checked of the rebuttal, and with what result. */
  readonly response?: string;
}

export const PURPOSE_SITUATIONS = [
  '凭他人单据处方就医购药',
  '隐瞒工伤或第三方已负担',
  '超量购药转卖获利',
  '长期或多次收购销售医保药品',
  '凭证长期交他人使用获利',
  '其他',
] as const;
export type PurposeSituation = (typeof PURPOSE_SITUATIONS)[number];

export const FUND_TYPES = [
  '职工基本医疗保险统筹基金',
  '城乡居民基本医疗保险基金',
  '医疗救助基金',
  '职工大额医疗费用补助',
  '公务员医疗补助',
  '居民大病保险资金',
  '长期护理保险基金',
  '职工医保个人账户',
  '其他',
] as const;
export type FundType = (typeof FUND_TYPES)[number];

/** The one kind of fund that may pay for others (指导意见 art. 6(2)). */
export const PERSONAL_ACCOUNT = '职工医保个人账户' satisfies FundType;

export interface Amount {
  /** Preliminary amount of fund loss (初步认定金额). */
  readonly fundLoss: Yuan;
  /** `localFund`: a name of the pack's finer list, which is of the kind `fund`. */
  readonly byFund: readonly { readonly fund: FundType; readonly localFund?: string; readonly amount: Yuan }[];
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
  readonly recovered?: readonly {
    readonly on: Day;
    readonly amount: Yuan;
    readonly voucherNo: string;
    readonly kind?: '自查退回' | '查处追回' | '退赃退赔';
  }[];
  /** Still to be recovered: the loss less what was recovered (指导意见 art. 21). */
  readonly outstanding?: Yuan;
  /** Proceeds that cannot be recovered as they were, and property of the same worth (指导意见 art. 21). */
  readonly untraced?: readonly Untraced[];
  readonly equivalents?: readonly {
    readonly property: string;
    readonly holder: string;
    readonly value?: Yuan;
    readonly evidence?: readonly string[];
  }[];
  /** Too many witnesses to hear each (指导意见 art. 19). */
  readonly witnesses?: { readonly total: number; readonly heard: number; readonly reason: string };
  /** The kinds of support of 指导意见 art. 19 that the amount rests on. */
  readonly support?: readonly { readonly type: AmountSupport; readonly evidence: readonly string[] }[];
}

export interface Untraced {
  readonly cause: '无法查明去向' | '价值灭失' | '与合法财产混合';
  readonly amount: Yuan;
  readonly situation: string;
  readonly evidence?: readonly string[];
}

/** 指导意见 art. 19, in its order. */
export const AMOUNT_SUPPORTS = [
  '已收集的证人证言',
  '银行账户交易记录',
  '第三方支付结算凭证',
  '账户交易记录',
  '审计报告',
  '医保信息系统数据',
  '电子数据',
] as const;
export type AmountSupport = (typeof AMOUNT_SUPPORTS)[number];

/** 指导意见 art. 11: other offences and what stands behind. */
export const OTHER_OFFENCES = ['洗钱', '侵犯公民个人信息', '黑恶势力', '腐败和保护伞', '其他'] as const;
/** Departments that a matter beside the offence is referred to. */
export const DEPARTMENTS = ['卫生健康', '市场监督管理', '药品监督管理', '财政', '审计', '其他'] as const;

/** What another house answered. */
export interface Reply {
  readonly receivedAt: Instant;
  readonly docNo?: string;
  readonly content: string;
}

export interface Penalty {
  readonly decided: boolean;
  readonly docNo?: string;
  readonly decidedOn?: Day;
  readonly fine?: Yuan;
  readonly execution?: string;
  /** Evidence number of the 行政处罚决定书. */
  readonly evidence?: string;
  /** When the decision was copied to police and procuratorate ahead of the referral (高检会〔2006〕2号 一). */
  readonly copiedOn?: Day;
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
  /** When the case was taken to be one of suspected crime: it tells fines before from fines after. */
  readonly suspectedOn?: Day;
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
  readonly participants?: readonly Participant[];
  readonly parties: readonly Party[];
  readonly suspects: readonly Suspect[];
  readonly suspectUnknownReason?: string;
  readonly crimes: readonly {
    readonly name: string;
    readonly law: string;
    readonly article: string;
    /** Ids of those whom it is laid to; all of them without it. */
    readonly suspects?: readonly string[];
  }[];
  readonly period: Period;
  readonly facts: readonly Fact[];
  readonly amount: Amount;
  readonly penalty: Penalty;
  readonly measures: readonly Measure[];
  readonly urgentRisks?: readonly {
    readonly type: '可能逃匿' | '转移资金' | '销毁证据';
    readonly note: string;
    readonly foundAt?: Instant;
    /** When and whom the police were told (医保发〔2021〕49号 四（一）). */
    readonly notifiedAt?: Instant;
    readonly notifiedTo?: string;
  }[];
  /** Region by which a pack's thresholds are looked up, e.g. `广东一类`; without it the national range is printed. */
  readonly region?: string;
  /** Leads on other offences; an empty list says that they were looked for. */
  readonly otherOffences?: readonly {
    readonly type: (typeof OTHER_OFFENCES)[number];
    readonly note: string;
    readonly evidence?: readonly string[];
  }[];
  /** 挂牌督办 (医保发〔2021〕49号). */
  readonly listing?: { readonly by: string; readonly docNo?: string; readonly on: Day };
  readonly referrals?: readonly {
    readonly to: (typeof DEPARTMENTS)[number];
    /** A department of the pack's list. */
    readonly localDepartment?: string;
    /** To whom the letter goes, and what it asks for; evidence that goes along. */
    readonly recipient?: string;
    readonly matter: string;
    readonly requests?: readonly string[];
    readonly evidence?: readonly string[];
    readonly on?: Day;
    readonly docNo?: string;
    readonly reply?: Reply;
  }[];
  /** Is a matter for which a specialist's report is usual? With no report, why. */
  readonly noReportReason?: string;
  readonly local?: Local;
}
