/** The circumstances that 指导意见 arts 10 and 12 and 49号 四（一） name, each with its article: what a report can tick. */
export const CIRCUMSTANCES = [
  { ground: '组织、指挥犯罪团伙', weighs: '从重', article: '法发〔2024〕6号第十条第二款第一项' },
  { ground: '曾因医保骗保犯罪受过刑事追究', weighs: '从重', article: '法发〔2024〕6号第十条第二款第二项' },
  { ground: '拒不退赃退赔或者转移财产', weighs: '从重', article: '法发〔2024〕6号第十条第二款第三项' },
  { ground: '造成其他严重后果或者恶劣社会影响', weighs: '从重', article: '法发〔2024〕6号第十条第二款第四项' },
  { ground: '幕后组织操纵者', weighs: '从重', article: '法发〔2024〕6号第十条第一款、医保发〔2021〕49号四（一）' },
  { ground: '犯罪团伙的骨干成员', weighs: '从重', article: '医保发〔2021〕49号四（一）' },
  { ground: '职业骗保人', weighs: '从重', article: '法发〔2024〕6号第十条第一款' },
  { ground: '职业收卡人', weighs: '从重', article: '医保发〔2021〕49号四（一）' },
  { ground: '职业贩药者', weighs: '从重', article: '医保发〔2021〕49号四（一）' },
  { ground: '涉案不深的初犯、偶犯', weighs: '从宽', article: '法发〔2024〕6号第十二条第二款、医保发〔2021〕49号四（一）' },
  { ground: '认罪认罚的医务人员、患者', weighs: '从宽', article: '法发〔2024〕6号第十二条第二款、医保发〔2021〕49号四（一）' },
  { ground: '认罪悔罪', weighs: '从宽', article: '法发〔2024〕6号第十二条第一款' },
  { ground: '退赃退赔', weighs: '从宽', article: '法发〔2024〕6号第十二条第一款' },
  { ground: '犯罪情节轻微', weighs: '从宽', article: '法发〔2024〕6号第十二条第二款' },
] as const;

export type CircumstanceGround = (typeof CIRCUMSTANCES)[number]['ground'];

/** One circumstance of one or more persons. */
export interface ListedCircumstance {
  readonly ground: CircumstanceGround;
  /** Ids of suspects. */
  readonly suspects: readonly string[];
  readonly evidence?: readonly string[];
  readonly note?: string;
}
