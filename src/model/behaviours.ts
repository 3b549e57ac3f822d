import { madeBefore } from './version.ts';

/**
 * 《骗取医保基金案件移送情形》 (医保发〔2021〕49号 附件1) as a table, with the articles of 《医疗保障基金使用监督管理条例》
 * and of the 2024 指导意见 that the same conduct falls under. The provider rows were read in a news copy of the
 * attachment; rows with `unverified` were not seen in print and are 待核.
 */
export interface Behaviour {
  readonly code: string;
  readonly subject: '经办机构' | '定点医药机构' | '个人' | '收购销售者' | '国家工作人员';
  readonly text: string;
  /** What was printed for it before a version of mbpack, so that older papers can still be compared. */
  readonly textBefore?: { readonly version: string; readonly text: string };
  /** 条例 article, empty where it has none. */
  readonly regulation: string;
  /** 指导意见 article. */
  readonly guidance: string;
  /** What it usually is, for a person who used no office. */
  readonly crime: string;
  /** What else it may be for such a person; the heavier is looked for (指导意见 art. 8). */
  readonly otherCrimes?: readonly string[];
  /** What it is for a 国家工作人员 who used the office (指导意见 art. 5 para. 3, art. 7; 刑法 arts 382–384). */
  readonly officeCrimes?: readonly string[];
  /** “三假三乱” of the campaign of 2021. The words were read, which conduct falls under which was not: 待核, for statistics alone. */
  readonly campaign: readonly CampaignClass[];
  /** The article asks for the purpose of defrauding the fund (条例 art. 40 last paragraph, art. 41). */
  readonly purpose?: true;
  /**
   * Goes to 监察机关 by 国务院令第310号 art. 19: whoever did it, or only where a 国家工作人员 did (侵占、挪用 by others is no
   * offence of office).
   */
  readonly supervisory?: 'always' | 'official';
  readonly unverified?: true;
}

export const CAMPAIGN_CLASSES = ['假病人', '假病情', '假票据', '乱计费', '乱用药', '乱检查'] as const;
export type CampaignClass = (typeof CAMPAIGN_CLASSES)[number];

/** Whoever uses the office of a 国家工作人员 to defraud the fund (指导意见 art. 5 para. 3, art. 7). */
const BY_OFFICE = ['贪污罪'] as const;

export const BEHAVIOURS: readonly Behaviour[] = [
  {
    code: 'YS-A1',
    subject: '经办机构',
    text: '伪造、变造、隐匿、涂改、销毁有关资料或者虚构医药服务项目等，骗取医疗保障基金支出',
    regulation: '第三十七条',
    guidance: '第七条',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['假病情', '假票据'],
  },
  {
    code: 'YS-A2',
    subject: '经办机构',
    text: '侵占、挪用医疗保障基金',
    regulation: '第四十四条',
    guidance: '',
    crime: '职务侵占罪',
    otherCrimes: ['挪用资金罪'],
    officeCrimes: ['贪污罪', '挪用公款罪'],
    campaign: [],
    supervisory: 'official',
  },
  {
    code: 'YS-A3',
    subject: '经办机构',
    text: '泄露、篡改、毁损、非法向他人提供个人信息、商业秘密',
    regulation: '第四十六条',
    guidance: '第十一条',
    crime: '侵犯公民个人信息罪',
    campaign: [],
  },
  {
    code: 'YS-A4',
    subject: '经办机构',
    text: '骗取医保基金的其他行为',
    regulation: '',
    guidance: '',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: [],
  },
  {
    code: 'YS-B1',
    subject: '定点医药机构',
    text: '诱导、协助他人冒名或者虚假就医、住院、购药，提供虚假证明材料，串通他人虚开费用单据',
    regulation: '第四十条第一款第一项',
    guidance: '第五条第一款第一项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['假病人', '假票据'],
  },
  {
    code: 'YS-B2',
    subject: '定点医药机构',
    text: '伪造、变造、隐匿、涂改、擅自销毁医学文书、医学证明、会计凭证、电子信息、检测报告等有关资料',
    textBefore: { version: '0.2.0', text: '伪造、变造、隐匿、涂改、擅自销毁医学文书、医学证明、会计凭证、电子信息等有关资料' },
    regulation: '第四十条第一款第二项',
    guidance: '第五条第一款第二项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['假病情', '假票据'],
  },
  {
    code: 'YS-B3',
    subject: '定点医药机构',
    text: '虚构医药服务项目、虚开医疗服务费用',
    textBefore: { version: '0.2.0', text: '虚构医药服务项目' },
    regulation: '第四十条第一款第三项',
    guidance: '第五条第一款第三项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['假病情', '假票据'],
  },
  {
    code: 'YS-B4a',
    subject: '定点医药机构',
    text: '以骗取医疗保障基金为目的，分解住院、挂床住院',
    regulation: '第三十八条第一项、第四十条第二款',
    guidance: '第五条第一款第四项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['假病人'],
    purpose: true,
  },
  {
    code: 'YS-B4b',
    subject: '定点医药机构',
    text: '以骗取医疗保障基金为目的，违反诊疗规范过度诊疗、过度检查、分解处方、超量开药、重复开药或者提供其他不必要的医药服务',
    regulation: '第三十八条第二项、第四十条第二款',
    guidance: '第五条第一款第八项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['乱用药', '乱检查'],
    purpose: true,
  },
  {
    code: 'YS-B4c',
    subject: '定点医药机构',
    text: '以骗取医疗保障基金为目的，重复收费、超标准收费、分解项目收费',
    regulation: '第三十八条第三项、第四十条第二款',
    guidance: '第五条第一款第五项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['乱计费'],
    purpose: true,
  },
  {
    code: 'YS-B4d',
    subject: '定点医药机构',
    text: '以骗取医疗保障基金为目的，串换药品、医用耗材、诊疗项目和服务设施',
    regulation: '第三十八条第四项、第四十条第二款',
    guidance: '第五条第一款第六项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['乱计费'],
    purpose: true,
  },
  {
    code: 'YS-B4e',
    subject: '定点医药机构',
    text: '以骗取医疗保障基金为目的，为参保人员转卖药品、耗材，接受返还现金、实物或者获得其他非法利益提供便利',
    regulation: '第三十八条第五项、第四十条第二款',
    guidance: '第五条第一款第八项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: [],
    purpose: true,
  },
  {
    code: 'YS-B4f',
    subject: '定点医药机构',
    text: '以骗取医疗保障基金为目的，将不属于医疗保障基金支付范围的医药费用纳入医疗保障基金结算',
    regulation: '第三十八条第六项、第四十条第二款',
    guidance: '第五条第一款第七项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['乱计费'],
    purpose: true,
  },
  {
    code: 'YS-B4g',
    subject: '定点医药机构',
    text: '以骗取医疗保障基金为目的，违规为非定点医药机构提供医保结算服务',
    regulation: '第三十八条第七项、第四十条第二款',
    guidance: '第五条第一款第八项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: [],
    purpose: true,
    unverified: true,
  },
  {
    code: 'YS-B5',
    subject: '定点医药机构',
    text: '其他骗取医疗保障基金支出的行为',
    regulation: '第四十条第一款第四项',
    guidance: '第五条第一款第八项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: [],
    unverified: true,
  },
  {
    code: 'YS-C1',
    subject: '个人',
    text: '伪造、变造、隐匿、涂改、销毁医学文书、检测报告等有关资料，或者虚构医药服务项目、虚开医疗服务费用',
    textBefore: { version: '0.2.0', text: '伪造、变造、隐匿、涂改、销毁医学文书等有关资料或者虚构医药服务项目' },
    regulation: '第四十一条第二款',
    guidance: '第六条第一款第一项、第三项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['假病情', '假票据'],
    unverified: true,
  },
  {
    code: 'YS-C2',
    subject: '个人',
    text: '使用他人医疗保障凭证冒名就医、购药',
    regulation: '第四十一条第二款',
    guidance: '第六条第一款第二项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['假病人'],
  },
  {
    code: 'YS-C3',
    subject: '个人',
    text: '以骗取医疗保障基金为目的，将本人的医疗保障凭证交由他人冒名使用',
    regulation: '第四十一条第一款第一项、第二款',
    guidance: '第六条第一款第六项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: ['假病人'],
    purpose: true,
  },
  {
    code: 'YS-C4',
    subject: '个人',
    text: '以骗取医疗保障基金为目的，重复享受医疗保障待遇',
    regulation: '第四十一条第一款第二项、第二款',
    guidance: '第六条第一款第四项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: [],
    purpose: true,
  },
  {
    code: 'YS-C5',
    subject: '个人',
    text: '以骗取医疗保障基金为目的，利用享受医疗保障待遇的机会转卖药品、医用耗材等，接受返还现金、实物或者获得其他非法利益',
    regulation: '第四十一条第一款第三项、第二款',
    guidance: '第六条第一款第五项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: [],
    purpose: true,
  },
  {
    code: 'YS-C6',
    subject: '个人',
    text: '购买他人医疗保障凭证并使用',
    regulation: '',
    guidance: '第八条第一款',
    crime: '诈骗罪',
    otherCrimes: ['买卖身份证件罪', '使用虚假身份证件罪'],
    officeCrimes: BY_OFFICE,
    campaign: ['假病人'],
  },
  {
    code: 'YS-C7',
    subject: '个人',
    text: '盗窃他人医疗保障凭证，并盗刷个人医保账户资金',
    regulation: '',
    guidance: '第八条第二款',
    crime: '盗窃罪',
    campaign: [],
  },
  {
    code: 'YS-C8',
    subject: '个人',
    text: '其他骗取医疗保障基金支出的行为',
    regulation: '第四十一条第二款',
    guidance: '第六条第一款第六项',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: [],
  },
  {
    code: 'YS-D1',
    subject: '收购销售者',
    text: '明知系利用医保骗保购买的药品而非法收购、销售',
    regulation: '',
    guidance: '第九条第一款',
    crime: '掩饰、隐瞒犯罪所得罪',
    campaign: [],
  },
  {
    code: 'YS-D2',
    subject: '收购销售者',
    text: '指使、教唆、授意他人利用医保骗保购买药品，进而非法收购、销售',
    regulation: '',
    guidance: '第九条第一款',
    crime: '诈骗罪',
    officeCrimes: BY_OFFICE,
    campaign: [],
  },
  {
    code: 'YS-E1',
    subject: '国家工作人员',
    text: '医疗保障行政部门及经办机构工作人员利用职务便利，骗取医疗保障基金支出',
    regulation: '',
    guidance: '第七条',
    crime: '贪污罪',
    officeCrimes: BY_OFFICE,
    campaign: [],
    supervisory: 'always',
  },
  {
    code: 'YS-E2',
    subject: '国家工作人员',
    text: '定点医药机构的国家工作人员利用职务便利，骗取医疗保障基金',
    regulation: '',
    guidance: '第五条第三款',
    crime: '贪污罪',
    officeCrimes: BY_OFFICE,
    campaign: [],
    supervisory: 'always',
  },
];

const BY_CODE = new Map(BEHAVIOURS.map((b) => [b.code, b]));

export function behaviour(code: string): Behaviour | undefined {
  return BY_CODE.get(code);
}

/** What documents print for it. `madeBy`: the version that made the papers they are compared with; absent for new ones. */
export function behaviourText({ text, textBefore }: Behaviour, madeBy?: string): string {
  const older = textBefore !== undefined && madeBefore(textBefore.version, madeBy);
  return older ? textBefore.text : text;
}
