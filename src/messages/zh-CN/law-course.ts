/** Codes of the law on the course of a case before the hand-over: P-21 on, F-14 on, T-05, E-17. Dates are in words. */
import type { CircumstanceGround, Untraced } from '../../model/index.ts';
import type { CodesOf } from '../sentence.ts';

const list = (evidence: readonly string[]): string => evidence.join('、');

export const lawCourseSentences = {
  /** P-21 */
  REVIEWER_IS_OFFICER: ({ name }: { name: string }) => ({
    text: `法制审核人${name}是本案的办案人员`,
    hint: '由不办理本案的人员重新审核',
  }),
  REVIEW_BEFORE_REPORT: ({ step, at, reportedOn }: { step: '法制审核' | '集体讨论'; at: string; reportedOn: string }) => ({
    text: `${step}在${at}，早于${reportedOn}的调查报告`,
    hint: '核对时间；确实在报告以前的，就写成的报告重新进行',
  }),
  REVIEW_AFTER_DECISION: ({ step, at, decidedAt }: { step: '法制审核' | '集体讨论'; at: string; decidedAt: string }) => ({
    text: `${step}在${at}，晚于${decidedAt}的决定`,
    hint: '核对时间；应当在决定以前进行，不要倒填',
  }),
  /** P-22 */
  SUSPICION_DAY_MISSING: ({ docNo, fine }: { docNo: string; fine: string }) => ({
    text: `移送前罚款 ${fine} 元（${docNo}），没有写发现涉嫌犯罪日期，分不清在罚款以前还是以后`,
    hint: '填写发现涉嫌犯罪日期（suspectedOn）',
  }),
  SUSPICION_DAY_ORDER: ({
    on,
    earlier,
    earlierDate,
    later,
    laterDate,
  }: {
    on: string;
    earlier: string;
    earlierDate: string;
    later: string;
    laterDate: string;
  }) => ({
    text: `发现涉嫌犯罪日期${on}不在${earlier}（${earlierDate}）与${later}（${laterDate}）之间`,
    hint: '核对日期',
  }),
  FINE_AFTER_SUSPICION: ({ docNo, fine, decidedOn, on }: { docNo: string; fine: string; decidedOn: string; on: string }) => ({
    text: `${on}发现涉嫌犯罪，${decidedOn}又罚款 ${fine} 元（${docNo}）`,
    hint: '不得以行政处罚代替移送：说明为什么发现以后又罚款；移送照常进行，已缴纳的罚款将来折抵罚金',
  }),
  FINE_TO_BE_OFFSET: ({ docNo, fine }: { docNo: string; fine: string }) => ({
    text: `发现涉嫌犯罪以前已罚款 ${fine} 元（${docNo}），法院判处罚金的，折抵`,
    hint: '处罚决定书和缴款凭证一并移送',
  }),
  /** P-23 */
  HANDLING_PERIOD_OVER: ({ filedOn, due, done }: { filedOn: string; due: string; done: string }) => ({
    text: `${filedOn}立案，办案期限到${due}，${done === '' ? '还没有作出决定' : `${done}才作出决定`}（期限待核）`,
    hint: '有延长、有不计入的时间的，填写内卷的办案期限（handling）；确实超过的，照常移送，原因记入内卷',
  }),
  HANDLING_EXTENDED_TOO_LONG: ({ days, allowed }: { days: number; allowed: number }) => ({
    text: `办案期限共延长 ${days} 日，超过可以延长的日数（合计不超过 ${allowed} 日，各按批准的方式计）（待核）`,
    hint: '核对延长的批准文书；超出的不计',
  }),
  /** P-24 */
  REFUSED_FOR_A_FINE: ({ crime, amount }: { crime: string; amount: string }) => ({
    text: `${crime}金额 ${amount} 元达到数额标准，不批准移送的理由是可以罚款、已作行政处罚`,
    hint: '国务院令第310号第十一条：不得以行政处罚代替移送；第十六条：以行政处罚代替移送的，追究责任。重新报批',
  }),
  REFUSED_FOR_SMALLNESS: ({ crime, amount, tier }: { crime: string; amount: string; tier: string }) => ({
    text: `${crime}金额 ${amount} 元达到${tier}标准，不批准移送的理由是数额小、情节轻微`,
    hint: '国务院令第310号第三条：涉嫌犯罪的必须移送，是否轻微由司法机关判断；第十六条：不移送的，追究责任。重新报批',
  }),
  REFUSED_ABOVE_THRESHOLD: ({ crime, amount, tier }: { crime: string; amount: string; tier: string }) => ({
    text: `${crime}金额 ${amount} 元达到${tier}标准，没有批准移送`,
    hint: '理由记录在案；检察机关可以查询、建议移送，逾期不移送的依国务院令第310号第十六条追究责任',
  }),
  /** P-25 */
  URGENT_FOUND_MISSING: ({ type }: { type: string }) => ({
    text: `${type}没有写发现时间，查不出通报是否及时`,
    hint: '填写发现时间（foundAt）',
  }),
  URGENT_NOTICE_LATE: ({ type, foundAt, notifiedAt, due }: { type: string; foundAt: string; notifiedAt: string; due: string }) => ({
    text: `${foundAt}发现${type}，${notifiedAt}才通报公安机关，应在${due}前`,
    hint: '核对时间；晚了的原因记入内卷',
  }),
  URGENT_NOTICE_OVERDUE: ({ type, foundAt, due }: { type: string; foundAt: string; due: string }) => ({
    text: `${foundAt}发现${type}，到${due}还没有通报公安机关`,
    hint: '立即通报，先打电话再发函；把通报时间（notifiedAt）填上',
  }),
  URGENT_NOTICE_BEFORE_FOUND: ({ type, foundAt, notifiedAt }: { type: string; foundAt: string; notifiedAt: string }) => ({
    text: `${type}的通报时间${notifiedAt}早于发现时间${foundAt}`,
    hint: '核对两个时间',
  }),
  /** F-14 */
  POOLED_FUND_NOT_EXEMPT: ({ facts, amount, personal }: { facts: string; amount: string; personal: string }) => ({
    text: `事实 ${facts} 写的是个人账户为他人支付，金额 ${amount} 元，分基金里职工医保个人账户只有 ${personal} 元：其余由统筹基金等支付，不属于例外`,
    hint: '统筹基金支付的，是否个人账户为他人支付（familyAccount）写否；两样都有的，分成两项事实',
  }),
  /** F-15 */
  PENALTY_CALLED_AGGRAVATING: ({ text }: { text: string }) => ({
    text: `从重处理的情节写了行政处罚：${text}`,
    hint: '受过行政处罚是认定明知的情形之一，写进主观明知（knowledge）；从重情节是因医保骗保犯罪受过刑事追究',
  }),
  AGGRAVATING_WITHOUT_SOURCE: ({ text }: { text: string }) => ({
    text: `从重处理的情节写了医疗款物，没有写出处：${text}`,
    hint: '删去；确要写的，注明出处，如法释〔2011〕7号第二条',
  }),
  /** F-16 */
  CIRCUMSTANCE_WITHOUT_EVIDENCE: ({ circumstance }: { circumstance: CircumstanceGround }) => ({
    text: `情节“${circumstance}”没有写证据`,
    hint: '写明证据编号；没有证据的，删去这一项',
  }),
  CIRCUMSTANCE_CONTRADICTED: ({
    circumstance,
    name,
    says,
  }: {
    circumstance: CircumstanceGround;
    name: string;
    says: '在案件中的作用' | '前科和既往处罚' | '已全部追回' | '没有退赃退赔的记录';
  }) => ({
    text: `${name}的情节“${circumstance}”与本案的记载不合：${says}`,
    hint: '核对两处，改正写错的一处',
  }),
  /** F-17 */
  INTENT_NOT_ARGUED: ({ facts }: { facts: string }) => ({
    text: `事实 ${facts} 要证明以非法占有为目的，调查报告没有写怎样认定`,
    hint: '把理由写进主观故意的理由（intentReason），或者写进行为性质（nature）',
  }),
  /** F-18 */
  OFFENCES_NOT_WEIGHED: ({ crime }: { crime: string }) => ({
    text: `同时写了${crime}：同一行为构成几个罪的，按处罚较重的定罪，调查报告没有写怎样比较`,
    hint: '在行为性质（nature）写明依照处罚较重的规定，或者写明是另一行为、另一些人',
  }),
  /** A-08 */
  UNTRACED_WITHOUT_EVIDENCE: ({ cause }: { cause: Untraced['cause'] }) => ({
    text: `违法所得${cause}，没有写证据`,
    hint: '及时调取并写明证据编号',
  }),
  UNTRACED_ABOVE_OUTSTANDING: ({ amount, outstanding }: { amount: string; outstanding: string }) => ({
    text: `不能追缴原物的违法所得合计 ${amount} 元，超过尚待追缴的 ${outstanding} 元`,
    hint: '已经追回的扣除；等值追缴以尚待追缴的数额为限',
  }),
  EQUIVALENT_WITHOUT_CAUSE: () => ({
    text: '列了可供追缴的等值财产，没有写哪些违法所得不能追缴原物',
    hint: '填 untraced：无法查明去向、价值灭失或者与合法财产混合；都不是的，删去等值财产',
  }),
  /** P-17 */
  PENALTY_TOLD_OTHERWISE: ({ text, decided }: { text: string; decided: boolean }) => ({
    text: `行政处理情况写的是${text}，行政处罚情况（penalty.decided）写的是${decided ? '已作出处罚决定' : '未作出处罚决定'}`,
    hint: '核对两处，改正写错的一处',
  }),
  AGREEMENT_NOT_TOLD: ({ name }: { name: string }) => ({
    text: `${name}是定点医药机构，行政处理情况没有写按服务协议怎样处理`,
    hint: '写进行政处理情况（adminHandling）或者已采取的措施（measures：协议处理、暂停结算）；没有处理的也写明',
  }),
  /** A-09 */
  ITEM_UNRELATED_KEPT: ({ itemNo, name }: { itemNo: string; name: string }) => ({
    text: `物品 ${itemNo}（${name}）与案件无关，处理建议不是返还`,
    hint: '处理建议（disposalAdvice）写返还给谁；返还以后记入保管记录',
  }),
  /** C-10 */
  CONSULTATION_UNANSWERED: ({ recipient, on }: { recipient: string; on: string }) => ({
    text: `给${recipient}的咨询函请求在${on}以前答复，还没有登记复函`,
    hint: '催办；收到后填 reply：收到时间、文号、内容',
  }),
  /** F-12 */
  LOCAL_NAME_UNKNOWN: ({ name, pack, near }: { name: string; pack: string; near: string }) => ({
    text: `模板包${pack}没有列${name}`,
    hint: near ? `是不是${near}` : '照模板包所列的名称写；没有的不写这一栏',
  }),
  LOCAL_NAME_ELSEWHERE: ({ name, asked }: { name: string; asked: string }) => ({
    text: `${name}属于${asked}，不属于所选的类别`,
    hint: '改所选的类别，或者改名称',
  }),
  /** T-05 */
  RECORDING_IS_WORDS: ({ count, evidence }: { count: number; evidence: readonly string[] }) => ({
    text: `${count} 项录音录像录的是询问、陈述（${list(evidence)}），按言词证据看待`,
    hint: '随询问笔录一并移送；由公安机关依法重新收集',
  }),
  RECORDING_CALLED_ELECTRONIC: ({ evidence }: { evidence: readonly string[] }) => ({
    text: `${list(evidence)} 是询问、陈述的录音录像，证据种类写成电子数据`,
    hint: '以数字化形式记载的证言、陈述不是电子数据：改为证人证言、当事人的陈述，或者视听资料并附在笔录后',
  }),
  FACT_ON_RECORDED_WORDS: ({ fact, count }: { fact: string; count: number }) => ({
    text: `事实 ${fact} 的 ${count} 项证据都是言词或者言词的录音录像`,
    hint: '补充书证、物证、电子数据等，或者说明为什么没有',
  }),
  /** E-17 */
  PICTURE_WITHOUT_DIGEST: ({ evidence }: { evidence: readonly string[] }) => ({
    text: `办案人员拍摄的照片、录像没有校验值，也没有固定过：${list(evidence)}（待核）`,
    hint: '用 mbpack collect 固定原始文件',
  }),
};

export type LawCourseCodes = CodesOf<typeof lawCourseSentences>;
