/** Codes of the law on the case: F, A, G, P-08, P-11 on, C-01, C-02, deadlines, thresholds. Lists of numbers are joined by 、. */
import { type CodesOf, digestStart } from '../sentence.ts';

/** Codes of the law on the case: F, A, G, P-08, P-11 on, C-01, C-02, deadlines, thresholds. Lists of numbers are joined by 、. */
interface ThresholdStanding {
  amount: string;
  level: 'above' | 'within' | 'near' | 'below' | 'noFigure';
  tier: string;
}

const LEVEL = {
  above: (tier: string) => `达到${tier}标准`,
  within: (tier: string) => `在各地确定${tier}标准的幅度之内`,
  near: () => '接近数额较大标准',
  below: () => '低于数额较大标准',
  noFigure: () => '该罪没有固定数额标准',
} as const;

/** 1500 minutes → 1 天 1 小时. */
function duration(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${days} 天 ${hours} 小时`;
  return hours > 0 ? `${hours} 小时` : `${minutes} 分钟`;
}

export const lawCaseSentences = {
  /** P-08 */
  SUPERVISION_SOLE_BASIS: ({ recipient }: { recipient: string }) => ({
    text: `按行为和人员，全案都属于监察机关管辖，不能单独移送${recipient}`,
    hint: '制作线索移送函移送监察机关；有其他涉嫌犯罪的人员或者事实的，写明后再移送公安机关；仍须移送的，在内卷的继续办理的理由（reasons）里写明',
  }),
  SUPERVISION_LEAKED: () => ({
    text: '给公安机关的材料里出现线索移送函的文号',
    hint: '删去；给监察机关的线索另行成卷，不在本案卷里提及',
  }),
  SUPERVISION_TEXT_REPEATED: () => ({
    text: '给公安机关的材料里有与线索移送函相同的语句',
    hint: '核对是否泄露职务犯罪线索；案件本身的事实可以保留，改用自己的表述',
  }),
  /** Someone who stands only in the letter. */
  SUPERVISION_PERSON_NAMED: () => ({
    text: '给公安机关的材料里出现只写在线索移送函里的人',
    hint: '从表和保管记录里删去；证据里本来就有的，核对随卷移送是否泄露职务犯罪线索，必要时另行移送这件证据',
  }),
  SUPERVISION_WORDS: ({ word }: { word: string }) => ({
    text: `给公安机关的材料里出现${word}，会让人知道有线索移送监察机关`,
    hint: '删去；给监察机关的线索另行成卷，不在本案卷里提及',
  }),
  /** S-01: 内卷 copied out, under the title of its field. */
  INTERNAL_TEXT_PACKED: ({ field }: { field: string }) => ({
    text: `内卷的${field}原文写进了随卷移送的材料`,
    hint: '内卷不随卷移送：删去；要向公安机关说明的，另写一段，只写事实，不照抄内卷',
  }),
  /** S-04 */
  REPORT_TOLD: ({ word }: { word: string }) => ({
    text: `移送的材料里写着${word}，说出了有人举报`,
    hint: '改写成“根据线索核查”一类的话，不写线索从谁那里来；被举报人可能从中猜到是谁',
  }),
  INTERNAL_NUMBER_PACKED: () => ({ text: '随卷移送的材料里写了内部审批报告的编号', hint: '删去；内部审批不在移送材料里提及' }),
  /** P-11 */
  APPROVED_CHANGED: ({ element, approved, now }: { element: string; approved: string; now: string }) => ({
    text: `批准后${element}有变化：批准时为${approved}，现为${now}`,
    hint: '重新报批，批准后用 mbpack approve 加 --again 登记，批准的要素一并更新',
  }),
  APPROVED_DIGEST_DIFFERS: ({ approved, now }: { approved: string; now: string }) => ({
    text: `审批要素校验值与批准时不同：批准时 ${digestStart(approved)}，现为 ${digestStart(now)}`,
    hint: '涉嫌人员、罪名、金额或者受移送机关改过；重新报批',
  }),
  /** P-12 */
  URGENT_NOT_NOTIFIED: ({ type }: { type: string }) => ({
    text: `发现${type}，没有通报公安机关的时间`,
    hint: '立即通报公安机关，把通报时间（notifiedAt）和通报对象（notifiedTo）填上',
  }),
  /** The letter of the correspondence form tells of it, the case does not say so yet; `at` in words, or empty. */
  URGENT_NOTICE_NOT_ENTERED: ({ type, at }: { type: string; at: string }) => ({
    text: `${type}已于${at}通报公安机关，案件的紧急情况里没有填通报时间`,
    hint: '把通报时间（notifiedAt）和通报对象（notifiedTo）填进 case 的紧急情况（urgentRisks）',
  }),
  URGENT_NOTICE_WITHOUT_RISK: ({ type }: { type: string }) => ({
    text: `紧急通报函写了${type}，案件的紧急情况里没有这一种`,
    hint: '在 case 的紧急情况（urgentRisks）里加上，移送书据此提示公安机关',
  }),
  /** P-13 */
  OTHER_OFFENCES_NOT_ASKED: () => ({
    text: '没有写是否审查了洗钱、侵犯公民个人信息、黑恶势力等其他犯罪线索',
    hint: '审查后填写其他犯罪线索（otherOffences）；没有发现的写 []',
  }),
  OTHER_OFFENCE_FOR_SUPERVISION: () => ({
    text: '腐败和“保护伞”线索写在随卷移送公安机关的表里',
    hint: '从其他犯罪线索里删去，写进线索移送函（supervision），单独移送监察机关',
  }),
  LISTING_NUMBER_MISSING: ({ by }: { by: string }) => ({ text: `${by}挂牌督办，没有写文号`, hint: '填写挂牌督办的文号（docNo）' }),
  LISTING_ASKED: ({ amount, crime }: { amount: string; crime: string }) => ({
    text: `${crime}金额 ${amount} 元在数额特别巨大标准以上，没有写是否挂牌督办`,
    hint: '已挂牌督办的，填写督办机关、文号和日期（listing）；没有的不必处理',
  }),
  REFERRAL_ASKED: ({ department, facts }: { department: string; facts: string }) => ({
    text: `事实 ${facts} 可能有应由${department}部门处理的事项，没有移交记录`,
    hint: '需要移交的，在移交其他部门（referrals）写明部门和事项；不需要的不必处理',
  }),
  /** F-01, F-04 */
  FACT_WITHOUT_EVIDENCE: ({ fact }: { fact: string }) => ({
    text: `事实 ${fact} 没有证据`,
    hint: '在该事实的证据里列出证据编号；没有证据的事实不移送',
  }),
  FACT_ON_WORDS_ALONE: ({ fact, count }: { fact: string; count: number }) => ({
    text: `事实 ${fact} 的 ${count} 项证据都是言词证据，没有书证、物证、视听资料、电子数据、鉴定意见或者笔录`,
    hint: '补充结算数据、病历、处方、现场笔录等；言词证据由公安机关重新收集',
  }),
  FACT_ON_ONE_ITEM: ({ fact, evidenceNo }: { fact: string; evidenceNo: string }) => ({
    text: `事实 ${fact} 只有一项证据（${evidenceNo}）`,
    hint: '补充能互相印证的证据；确实没有的，在调查报告里说明',
  }),
  FACT_FIELD_MISSING: ({ fact, field }: { fact: string; field: string }) => ({
    text: `事实 ${fact} 没有写明${field}`,
    hint: `按查明的情况填写${field}`,
  }),
  /** F-19: names of the blanks that are left. */
  BLANK_LEFT: ({ names, count }: { names: readonly string[]; count: number }) => ({
    text: names.length > 0 ? `还有 ${count} 处待填没有填：${names.join('、')}` : `还有 ${count} 处待填没有填`,
    hint: '把【待填】换成查明的内容；没有查明的，改写这一句',
  }),
  /** F-02 */
  ADMIN_LAW_NOT_CITED: ({ document, facts }: { document: string; facts: string }) => ({
    text: `事实 ${facts} 发生时施行的是《${document}》，调查报告的行政法律依据没有引用`,
    hint: '在调查报告的行政法律依据（adminLaw）加上，写明条款；实施细则的条号对照官方文本填写',
  }),
  ADMIN_LAW_OF_ANOTHER_TIME: ({ document, since }: { document: string; since: string }) => ({
    text: `调查报告引用《${document}》，该规定自 ${since} 起施行，各项事实都不在它的施行期间`,
    hint: '改用行为发生时的规定；认为新规定处理较轻而适用的，在定性里说明',
  }),
  /** F-12: `asked` national codes joined by 、. */
  LOCAL_BEHAVIOUR_UNKNOWN: ({ behaviour, pack, near }: { behaviour: string; pack: string; near: string }) => ({
    text: `模板包${pack}没有情形代码${behaviour}`,
    hint: near === '' ? '核对代码；全国的情形写在行为代码（behaviour）' : `是不是 ${near}？`,
  }),
  LOCAL_BEHAVIOUR_ELSEWHERE: ({ fact, behaviour, asked }: { fact: string; behaviour: string; asked: string }) => ({
    text: `事实 ${fact} 的本省情形 ${behaviour} 属于 ${asked}，与填写的全国情形不符`,
    hint: '核对行为代码（behaviour）和本省情形代码（localBehaviour）',
  }),
  /** F-03, F-08 */
  INTENT_EVIDENCE_MISSING: ({ facts }: { facts: string }) => ({
    text: `事实 ${facts} 须有非法占有目的，调查报告没有列出主观故意的证据`,
    hint: '在调查报告的主观故意的证据（intentEvidence）列出证据编号，如指使、分工、分成、伪造的记录',
  }),
  INTENT_EVIDENCE_NOT_OF_FACT: ({ fact }: { fact: string }) => ({
    text: `主观故意的证据里没有一项对应事实 ${fact}`,
    hint: '核对主观故意的证据是否也证明这项事实；是的，在该证据的对应事实里加上',
  }),
  PURPOSE_SITUATION_EARLY: ({ fact, from, since }: { fact: string; from: string; since: string }) => ({
    text: `事实 ${fact} 自 ${from} 开始，骗取目的的情形只适用于 ${since} 以后的行为`,
    hint: '该日以前的行为删去骗取目的的情形（purposeSituations）；跨越的，以该日为界分段',
  }),
  /** F-05 */
  KNOWLEDGE_MISSING: ({ fact }: { fact: string }) => ({
    text: `事实 ${fact} 涉及收购、销售医保药品，没有写主观明知的情形和证据`,
    hint: '填写主观明知（knowledge）：情形、证据、本人的说明、核实情况',
  }),
  KNOWLEDGE_GROUND_MISSING: ({ fact }: { fact: string }) => ({
    text: `事实 ${fact} 没有写凭哪种情形认定明知`,
    hint: '从指导意见第九条所列情形里选',
  }),
  KNOWLEDGE_GROUND_VAGUE: ({ fact }: { fact: string }) => ({
    text: `事实 ${fact} 认定明知的情形只写了“其他”，没有指导意见第九条所列的任何一种`,
    hint: '有所列情形的选上；确实没有的，在事实的经过（narrative）和调查报告写明凭什么认定明知',
  }),
  KNOWLEDGE_EVIDENCE_MISSING: ({ fact }: { fact: string }) => ({
    text: `事实 ${fact} 的主观明知没有证据`,
    hint: '列出药品标志、收购渠道、价格、规模、追溯信息的证据编号',
  }),
  KNOWLEDGE_PRIORS_MISSING: ({ fact }: { fact: string }) => ({
    text: `事实 ${fact} 以曾受处罚认定明知，行为人没有登记前科和既往处罚`,
    hint: '在涉嫌人员的前科和既往处罚（priors）写明处罚的机关、文号和日期，并列入证据',
  }),
  REBUTTAL_NOT_CHECKED: ({ fact, rebuttal }: { fact: string; rebuttal: string }) => ({
    text: `事实 ${fact} 行为人${rebuttal}，没有写核实情况`,
    hint: '核实后写明过程和结果（response）；说明属实的，不能认定明知',
  }),
  DRUG_TRACE_MISSING: ({ itemNo, name }: { itemNo: string; name: string }) => ({
    text: `物品 ${itemNo}（${name}）没有批号或者追溯码`,
    hint: '在特征里写明批号、药品追溯码，与结算时上传的追溯码比对',
  }),
  /** F-06, F-07 */
  FAMILY_ACCOUNT_LAWFUL: ({ fact }: { fact: string }) => ({
    text: `事实 ${fact} 写的是个人账户按规定为他人支付，不是冒名就医、购药`,
    hint: '删去该事实；还有其他骗取行为的，改用相应的情形',
  }),
  FAMILY_ACCOUNT_OPEN: ({ fact }: { fact: string }) => ({
    text: `事实 ${fact} 涉及使用他人凭证就医、购药，没有查明是否个人账户按规定为他人支付`,
    hint: '查明使用人与参保人的关系、费用从个人账户还是统筹基金支付，填写是否个人账户为他人支付（familyAccount）；用了统筹基金的写否',
  }),
  CRIME_WITHOUT_FACT: ({ crime }: { crime: string }) => ({
    text: `移送的罪名有${crime}，没有一项事实属于该罪的情形`,
    hint: '核对罪名，或者补上相应的事实',
  }),
  /** F-11: people joined by 、, and what their offence is. */
  OFFENCE_NOT_OF_OFFICIAL: ({ name, crime, right }: { name: string; crime: string; right: string }) => ({
    text: `${name}是国家工作人员并且利用了职务便利，罪名不是${crime}，是${right}`,
    hint: `线索移送监察机关；同案其他人涉嫌${crime}的，在该罪名的涉嫌人员（suspects）只写其他人的代号`,
    caret: `${name}应为${right}`,
  }),
  OFFICE_OFFENCE_WITHOUT_OFFICIAL: ({ crime }: { crime: string }) => ({
    text: `罪名写${crime}，涉嫌人员都不是国家工作人员`,
    hint: '核对是否国家工作人员（publicOfficial）和罪名；侵占、挪用基金的非国家工作人员，是职务侵占罪或者挪用资金罪（待核）',
  }),
  HEAVIER_OFFENCE_NOT_WEIGHED: ({ facts }: { facts: string }) => ({
    text: `事实 ${facts} 是购买他人凭证并使用，可能同时构成诈骗罪、买卖身份证件罪、使用虚假身份证件罪`,
    hint: '在调查报告里比较，写明以处罚较重的哪一罪名移送',
  }),
  /** A-02 */
  FUND_LOSS_IS_GROSS: ({ total }: { total: string }) => ({
    text: `初步认定金额等于医疗总费用 ${total} 元，可能没有扣除个人自付`,
    hint: '初步认定金额只算基金支付的部分；确实全由基金支付的，个人自付（selfPaid）填 0',
  }),
  FUND_LOSS_ABOVE_FUND_SHARE: ({ total, gross, self, share }: { total: string; gross: string; self: string; share: string }) => ({
    text: `初步认定金额 ${total} 元，大于医疗总费用 ${gross} 元减去个人自付 ${self} 元（${share} 元）`,
    hint: '核对三个金额的口径是否一致',
  }),
  /** A-03 */
  AMOUNT_FOUNDATION_MISSING: ({ field }: { field: string }) => ({
    text: `初步认定金额没有${field}`,
    hint: field === '认定人' ? '写明核算、出具认定意见的机构或者人员（certifiedBy）' : '写明认定意见、审计报告等的证据编号（basis）',
  }),
  AMOUNT_METHOD_UNEXPLAINED: ({ method }: { method: string }) => ({
    text: `认定方法是${method}，口径说明太短，别人无法照着重算`,
    hint: '写明计算公式、比例或者样本怎样得来（methodNote）',
  }),
  AMOUNT_REPORT_MISSING: ({ method, report }: { method: string; report: string }) => ({
    text: `认定方法是${method}，证据和记录里没有${report}`,
    hint: `把${report}列入证据清单；没有的，更正认定方法`,
  }),
  /** A-04: `asked` the region that the case names, `region` that of the row; `figures` the row in words. */
  THRESHOLD_COMPARED: ({
    crime,
    amount,
    level,
    tier,
    persons,
    region,
    asked,
    figures,
    source,
    certainty,
    conflict,
    factors,
  }: ThresholdStanding & {
    crime: string;
    persons: readonly (ThresholdStanding & { name: string })[];
    region: string;
    asked: string;
    figures: string;
    source: string;
    certainty: string;
    conflict: string;
    factors: string;
  }) => ({
    text: [
      `${crime} ${amount} 元，按${region}标准${LEVEL[level](tier)}`,
      ...persons.map((p) => `；${p.name} ${p.amount} 元，${LEVEL[p.level](p.tier)}`),
      figures === '' ? '' : `。标准：${figures}`,
      `。来源：${source}（${certainty}）`,
      conflict === '' ? '' : `。不同说法：${conflict}`,
      factors === '' ? '' : `。接近数额较大时一并考虑：${factors}`,
      asked !== '' && asked !== region ? `。没有${asked}的标准` : '',
    ].join(''),
    hint: '只作提示：是否犯罪、是否移送不由数额单独决定',
  }),
  THRESHOLD_UNKNOWN: ({ crime, region }: { crime: string; region: string }) => ({
    text: `模板包里没有${crime}的数额标准${region === '' ? '' : `（${region}）`}`,
    hint: '向公安机关、检察院咨询当地标准',
  }),
  /** A-05 */
  PERSONAL_ACCOUNT_NOT_SEPARATED: ({ facts, amount, separated }: { facts: string; amount: string; separated: string }) => ({
    text: `事实 ${facts} 盗刷个人账户 ${amount} 元，分基金里职工医保个人账户只列 ${separated} 元`,
    hint: '在分基金（byFund）里把盗刷金额单列为职工医保个人账户',
  }),
  PERSONAL_ACCOUNT_NOT_EXPLAINED: ({ amount }: { amount: string }) => ({
    text: `初步认定金额里有职工医保个人账户 ${amount} 元，不属于盗刷的事实，口径说明没有写明为什么计入`,
    hint: '在口径说明（methodNote）写明个人账户的金额计入的理由，例如：冒名购药由个人账户支付的部分，因……计入；盗用他人凭证刷走的，另列为盗刷的事实；不该计入的扣除',
  }),
  /** A-06 */
  WITNESSES_MISCOUNTED: ({ total, heard }: { total: number; heard: number }) => ({
    text: `已询问人数 ${heard} 大于证人总数 ${total}`,
    hint: '核对两个人数',
  }),
  WITNESSES_NONE_HEARD: ({ total }: { total: number }) => ({
    text: `证人 ${total} 名，一名也没有询问`,
    hint: '至少询问有代表性的证人；综合认定要结合已收集的证人证言',
  }),
  WITNESS_REASON_MISSING: ({ total, heard }: { total: number; heard: number }) => ({
    text: `证人 ${total} 名，询问 ${heard} 名，没有写没有逐一询问的原因`,
    hint: '写明人数众多、分布等客观原因',
  }),
  WITNESS_SUPPORT_MISSING: ({ total, heard, lacking }: { total: number; heard: number; lacking: 'statements' | 'other' }) => ({
    text:
      lacking === 'statements'
        ? `证人 ${total} 名，询问 ${heard} 名，认定金额没有列出已收集的证人证言`
        : `证人 ${total} 名，询问 ${heard} 名，没有用其他种类的证据结合认定`,
    hint:
      lacking === 'statements'
        ? '在认定金额的其他证据（support）里加上已收集的证人证言及其证据编号'
        : '在认定金额的其他证据（support）里加上银行账户交易记录、第三方支付结算凭证、账户交易记录、审计报告、医保信息系统数据、电子数据中的至少一类',
  }),
  SUPPORT_EMPTY: ({ type }: { type: string }) => ({
    text: `认定金额的证据写了${type}，没有证据编号`,
    hint: '填写证据编号，或者删去这一类',
  }),
  SUPPORT_KIND_DIFFERS: ({ type, evidenceNo, kind }: { type: string; evidenceNo: string; kind: string }) => ({
    text: `认定金额的证据${type}写的是 ${evidenceNo}，它是${kind}`,
    hint: '核对证据编号，或者改写类别',
  }),
  /** A-07 */
  CERTIFIED_OPINION_MISSING: () => ({
    text: '没有医保基金损失的认定意见、核算说明或者审计报告',
    hint: '请核算人员出具认定意见，列入证据；暂时没有的，公安机关会商请出具',
  }),
  /** G-02 … G-04 */
  ITEM_ASPECTS_MISSING: ({ itemNo, name, fields }: { itemNo: string; name: string; fields: string }) => ({
    text: `物品 ${itemNo}（${name}）没有写明：${fields}`,
    hint: '在涉案物品清单补上',
  }),
  ITEM_KEPT_INCOMPLETE: ({ itemNo, name, fields }: { itemNo: string; name: string; fields: string }) => ({
    text: `物品 ${itemNo}（${name}）不移送，没有写明：${fields}`,
    hint: '补上；照片列入证据清单后写它的证据编号',
  }),
  OUTSTANDING_DIFFERS: ({
    outstanding,
    expected,
    total,
    recovered,
  }: {
    outstanding: string;
    expected: string;
    total: string;
    recovered: string;
  }) => ({
    text: `尚待追缴 ${outstanding} 元，应为 ${expected} 元（初步认定 ${total} 元减去已追回 ${recovered} 元）`,
    hint: '核对尚待追缴金额和已追回的各笔',
  }),
  OUTSTANDING_MISSING: ({ expected }: { expected: string }) => ({
    text: `已有追回，没有写尚待追缴金额（${expected} 元）`,
    hint: '填写尚待追缴金额（outstanding）',
  }),
  /** C-01 */
  RECEIPT_FIELD_MISSING: ({ field }: { field: string }) => ({ text: `回执没有写${field}`, hint: '按公安机关签字的回执填写' }),
  /** C-06 */
  CORRECTION_ITEM_OPEN: ({ description }: { description: string }) => ({
    text: `补正已经送达，没有写${description}补正的是哪一件证据，也没有写不能补正的原因`,
    hint: '补正了的填补正的证据（evidence），不能补正的填原因（unableReason）',
  }),
  HANDOVER_ITEM_TWICE: ({ itemNo }: { itemNo: string }) => ({ text: `物品 ${itemNo} 移交了两次`, hint: '核对后删去重复的一项' }),
  HANDOVER_ITEM_MISSING: ({ items }: { items: string }) => ({
    text: `涉案物品清单里立案后移交的物品 ${items} 不在移交清单上`,
    hint: '加进移交物品；改为不移送的，在涉案物品清单写明原因',
  }),
  /** C-07 */
  LETTER_RECIPIENT_WRONG: ({ letter, recipient, wanted }: { letter: string; recipient: string; wanted: string }) => ({
    text: `${letter}的对象${recipient}不是${wanted}`,
    hint: `${letter}发给${wanted}；写机关的全称。`,
  }),
  LETTER_DATE_ORDER: ({
    earlier,
    earlierDate,
    later,
    laterDate,
  }: {
    earlier: string;
    earlierDate: string;
    later: string;
    laterDate: string;
  }) => ({
    text: `${later}（${laterDate}）早于${earlier}（${earlierDate}）`,
    hint: '核对两个日期，更正写错的一个。',
  }),
  CORRESPONDENCE_TIME_DIFFERS: ({ field, here, receipt }: { field: string; here: string; receipt: string }) => ({
    text: `${field}在往来文书是${here}，在回执是${receipt}`,
    hint: '核对签收的原件，改正写错的一处',
  }),
  RECEIPT_NOT_SIGNED: () => ({
    text: '回执已填写，没有签字后的扫描件',
    hint: '请接收人在回执上签字，扫描放入 signed 文件夹，在回执的签字的回执扫描件（signedScan）写明路径',
  }),
  /** C-02: `period` is the D number; `due`, `rolled` (刑事诉讼法 art. 105) and `done` are dates in words. */
  DEADLINE_MISSED: ({ period, duty, who, due }: { period: string; duty: string; who: string; due: string }) => ({
    text: `${period} ${who}应在${due}前${duty}，没有完成的记录`,
    hint: who === '公安机关' ? '已完成的填入回执；没有的可以询问公安机关' : '立即办理；已办理的把时间填上',
  }),
  DEADLINE_LATE: ({ period, duty, who, due, done }: { period: string; duty: string; who: string; due: string; done: string }) => ({
    text: `${period} ${who}${duty}：应在${due}前，实际 ${done}`,
    hint: '核对时间；逾期的原因记入内卷',
  }),
  DEADLINE_RUNNING: ({
    period,
    duty,
    who,
    due,
    rolled,
    minutes,
  }: {
    period: string;
    duty: string;
    who: string;
    due: string;
    rolled?: string;
    minutes: number;
  }) => {
    if (rolled === undefined) return { text: `${period} ${who}应在${due}前${duty}，还剩 ${duration(minutes)}` };
    const safe = minutes < 0 ? `按自然日已于${due}届满` : `按自然日在${due}前，还剩 ${duration(minutes)}`;
    return {
      text: `${period} ${who}${duty}：${safe}；末日遇节假日，按刑事诉讼法第一百零五条顺延的，到${rolled}`,
      hint: minutes < 0 ? '立即提出，写明末日遇节假日' : '按自然日的末日办最稳妥：规定没有写节假日顺延',
    };
  },
  DEADLINE_CLOSED: ({ period, duty, due, rolled }: { period: string; duty: string; who: string; due: string; rolled?: string }) => ({
    text: `${period} ${duty}的期限已于${due}届满${rolled === undefined ? '' : `，按刑事诉讼法第一百零五条顺延的也已于${rolled}届满`}`,
    hint: '认为应当立案的，仍可以向检察机关反映',
  }),
  DEADLINE_NOT_COMPUTED: ({ period, duty, year }: { period: string; duty: string; who: string; year: number }) => ({
    text: `${period} ${duty}：模板包里没有 ${year} 年的节假日安排，不计算到期日`,
    hint: '更新模板包，或者按国务院办公厅的通知自行推算',
  }),
  /** A reason in `internal` for a rule on evidence, with nothing for the police to read. */
  REASON_NEEDS_STATEMENT: ({ rule }: { rule: string }) => ({
    text: `记了继续办理的理由（${rule}），证据收集记录里没有对应的瑕疵说明`,
    hint: '理由只留在内卷；在取证记录 records.yaml 的“瑕疵和补正”（defects）写明瑕疵、补正或者合理解释（rule 写同一编号），生成情况说明随卷移送',
  }),
};

export type LawCaseCodes = CodesOf<typeof lawCaseSentences>;
