/** Codes of the law room with the arguments of their sentences. */
import type { CodesOf } from '../sentence.ts';

const DOC_NO_FAULT = {
  brackets: '年份要用六角括号〔〕',
  ordinal: '顺序号前不加“第”字',
  padding: '顺序号不编虚位（写 3，不写 03）',
  other: '应为“机关代字〔年份〕顺序号号”',
} as const;

export const lawSentences = {
  /** P-01 */
  TASK_FORCE_TOO_SMALL: ({ count, asked }: { count: number; asked: number }) => ({
    text: `专案组只有 ${count} 个不同的执法证号，应不少于 ${asked} 人`,
    hint: '在办案人员（officers）里补上专案组全体成员',
    caret: `此处共 ${count} 人`,
  }),
  OFFICER_CERT_REPEATED: ({ certNo, names }: { certNo: string; names: string }) => ({
    text: `执法证号 ${certNo} 重复：${names}`,
    hint: '一人一证，更正其中一个执法证号',
    caret: '与前面的人相同',
  }),
  /** P-02 */
  APPROVER_MISSING: () => ({
    text: '已有审批决定，没有写审批人',
    hint: '在内卷的批准人（approval.approver）写明姓名、职务和职责（正职负责人或者主持工作负责人）',
  }),
  /** P-03 */
  APPROVAL_LATE: ({ receivedAt, decidedAt, due }: { receivedAt: string; decidedAt: string; due: string }) => ({
    text: `审批超过规定日数：${receivedAt}接到报告，${decidedAt}作出决定，应在${due}前`,
    hint: '逾期仍应移送；把逾期原因记入内卷',
  }),
  /** P-04 */
  TRANSFER_LATE: ({ decidedAt, transferredAt, due }: { decidedAt: string; transferredAt: string; due: string }) => ({
    text: `移送超过规定的时限：${decidedAt}批准，${transferredAt}移送，应在${due}前`,
    hint: '逾期仍应移送；把逾期原因记入内卷',
  }),
  TRANSFER_OVERDUE: ({ decidedAt, due }: { decidedAt: string; due: string }) => ({
    text: `移送的时限已过：${decidedAt}批准，应在${due}前移送，尚无移送时间`,
    hint: '立即移送，并把逾期原因记入内卷；已移送的，把时间填入回执的移送时间（transferredAt）',
  }),
  TRANSFER_DUE: ({ due, hours }: { due: string; hours: number }) => ({ text: `应在${due}前移送，还有约 ${hours} 小时` }),
  /** P-05 */
  APPROVAL_MISSING: () => ({
    text: '还没有批准移送的决定，不能正式成卷',
    hint: '先用 --draft 出草稿送审；批准后用 mbpack approve 登记',
  }),
  APPROVAL_TIME_MISSING: ({ field }: { field: string }) => ({
    text: `审批记录缺少${field}`,
    hint: '填写到分，如 2026-11-20T15:30+08:00；移送的时限从这一刻起算',
  }),
  APPROVAL_STILL_TO_COME: ({ decidedAt }: { decidedAt: string }) => ({
    text: `批准时间 ${decidedAt} 还没有到`,
    hint: '核对批准时间；批准之后再成卷，之前用 --draft',
  }),
  APPROVAL_REFUSED: () => ({
    text: '负责人决定不批准移送，不能成卷',
    hint: '不批准的，把理由记录在内卷的不批准的理由（approval.refusalReason）',
  }),
  REFUSAL_REASON_MISSING: () => ({ text: '不批准移送，没有记录理由', hint: '在内卷的不批准的理由（approval.refusalReason）写明' }),
  /** P-06 */
  RECIPIENT_NOT_POLICE: ({ name, type }: { name: string; type: string }) => ({
    text: `受移送机关${name}（${type}）不是公安机关`,
    hint: '改为同级公安机关；检察院写在抄送（cc），给监察机关的线索另行成卷；确须移送该机关的，在内卷的继续办理的理由（reasons）里写明',
  }),
  RECIPIENT_LEVEL_DIFFERS: ({
    sender,
    senderLevel,
    recipient,
    recipientLevel,
  }: {
    sender: string;
    senderLevel: string;
    recipient: string;
    recipientLevel: string;
  }) => ({
    text: `不是同级：${sender}（${senderLevel}级）移送${recipient}（${recipientLevel}级）`,
    hint: '核对受移送机关；确属同级的（如分局与区），请模板包维护人员加入对应关系；确须移送该机关的，在内卷的继续办理的理由（reasons）里写明',
    caret: `此处为${recipientLevel}级，移送机关为${senderLevel}级`,
  }),
  /** P-07 */
  PROCURATORATE_NOT_COPIED: () => ({ text: '没有抄送同级人民检察院', hint: '在抄送（cc）加上同级人民检察院的全称' }),
  PROCURATORATE_LETTER_ELSEWHERE: ({ recipient }: { recipient: string }) => ({
    text: `抄送函发给${recipient}，移送书的抄送机关里没有`,
    hint: '核对名称；确实抄送的，在 case 表的抄送（cc）加上它的全称',
  }),
  /** P-08 */
  SUPERVISORY_REFERRAL_NEEDED: ({ name }: { name: string }) => ({
    text: `${name}为国家工作人员且利用了职务便利，线索应移送监察机关`,
    hint: '另制作线索移送函，单独成卷；不要放进给公安机关的案卷',
  }),
  SUPERVISORY_BEHAVIOUR: ({ fact, behaviour }: { fact: string; behaviour: string }) => ({
    text: `事实 ${fact} 属于监察机关管辖的情形：${behaviour}`,
    hint: '该部分线索另行移送监察机关',
  }),
  OFFICE_FACTS_OPEN: ({ name }: { name: string }) => ({
    text: `${name}是否国家工作人员、是否利用职务便利尚未查清`,
    hint: '查清后更新是否国家工作人员（publicOfficial）和是否利用职务便利（usedOffice）',
  }),
  /** P-09 */
  PENALTY_DECISION_NOT_ATTACHED: ({ docNo }: { docNo: string }) => ({
    text: `已作出行政处罚决定（${docNo}），决定书没有列入证据清单`,
    hint: '把决定书加入证据清单，并在处罚决定书的证据编号（penalty.evidence）写它的编号',
  }),
  PENALTY_EVIDENCE_NOT_A_DECISION: ({ evidenceNo, docType }: { evidenceNo: string; docType: string }) => ({
    text: `证据 ${evidenceNo} 是${docType}，不是行政处罚决定书`,
    hint: '更正处罚决定书的证据编号（penalty.evidence）或者该项证据的文书类型（docType）',
  }),
  PENALTY_EXECUTION_MISSING: ({ docNo }: { docNo: string }) => ({
    text: `没有写行政处罚决定（${docNo}）的履行情况`,
    hint: '在执行情况（penalty.execution）写明已缴、未缴的金额和日期',
  }),
  /** P-10 */
  FINE_BEFORE_TRANSFER: ({ docNo, fine }: { docNo: string; fine: string }) => ({
    text: `移送前已罚款 ${fine} 元（${docNo}）`,
    hint: '核对是否以罚代移；确已罚款的，在移送书里写明以便折抵罚金',
  }),
  /** M-03, M-04 */
  QUALIFICATION_MISSING: ({ evidenceNo, title }: { evidenceNo: string; title: string }) => ({
    text: `证据 ${evidenceNo} ${title}没有机构和人员的资质证明`,
    hint: `把资质证明列入证据清单：文书类型（docType）写资质证明，为哪些报告证明资质（qualifies）写 ${evidenceNo}`,
  }),
  REPORT_NOT_EXPLAINED: () => ({
    text: '没有鉴定、检验、评审或者审计报告，也没有说明原因',
    hint: '附上报告，或者在没有鉴定意见、检验报告的原因（noReportReason）说明',
  }),
  /** M-05, M-06 */
  LEAD_OFFICER_MISSING: () => ({ text: '没有案件主办人', hint: '在办案人员（officers）里把一人的分工（role）写为主办' }),
  LEAD_OFFICER_PHONE_MISSING: ({ name }: { name: string }) => ({ text: `案件主办人${name}没有联系电话`, hint: '填写联系电话（phone）' }),
  SIGNED_SCAN_MISSING: ({ document }: { document: string }) => ({
    text: `《${document}》没有签名盖章后的扫描件`,
    hint: '打印、签名、盖章、扫描，放入 signed 文件夹，并在签章扫描件（signedScan）写明路径',
  }),
  SUSPECT_MISSING: () => ({
    text: '没有涉嫌人员，也没有说明原因',
    hint: '填写涉嫌人员（suspects）；尚未查明的，在涉嫌人员不明的原因（suspectUnknownReason）说明',
  }),
  /** M-07 */
  EVIDENCE_PAGES_DIFFER: ({ evidenceNo, pages, sum }: { evidenceNo: string; pages: number; sum: number }) => ({
    text: `证据 ${evidenceNo} 写 ${pages} 页，各文件页数之和为 ${sum} 页`,
    hint: '按实际页数更正',
    caret: `各文件合计 ${sum} 页`,
  }),
  /** F-02 */
  BEHAVIOUR_UNKNOWN: ({ behaviour, near }: { behaviour: string; near: string }) => ({
    text: `没有代码为${behaviour}的移送情形`,
    hint: near
      ? `是不是 ${near}？代码表见 docs/reference/rules.md 或 mbpack rules F-02`
      : '代码表见 docs/reference/rules.md 或 mbpack rules F-02',
  }),
  BEHAVIOUR_NOT_IN_FORCE: ({ fact, from, since, document }: { fact: string; from: string; since: string; document: string }) => ({
    text: `事实 ${fact} 的行为（自 ${from}）全部发生在《${document}》施行（${since}）之前`,
    hint: '按行为发生时的规定定性（社会保险法第八十七条、第八十八条）',
  }),
  BEHAVIOUR_SPANS_RULES: ({
    fact,
    from,
    to,
    since,
    document,
  }: {
    fact: string;
    from: string;
    to: string;
    since: string;
    document: string;
  }) => ({
    text: `事实 ${fact}（${from} 至 ${to}）跨越《${document}》的施行日 ${since}`,
    hint: '以该日为界分段写明行为和金额',
  }),
  BEHAVIOUR_UNVERIFIED: ({ behaviour }: { behaviour: string }) => ({
    text: `移送情形 ${behaviour} 的文字未见官方文本`,
    hint: '对照医保发〔2021〕49号附件1核对',
  }),
  /** A-01 */
  AMOUNT_BY_FUND_DIFFERS: ({ total, sum, difference }: { total: string; sum: string; difference: string }) => ({
    text: `各基金之和 ${sum} 元不等于初步认定金额 ${total} 元，相差 ${difference} 元`,
    hint: '核对分基金（amount.byFund）和初步认定金额（amount.fundLoss）',
    caret: `合计 ${sum}`,
  }),
  AMOUNT_BY_FACT_DIFFERS: ({ total, sum, difference }: { total: string; sum: string; difference: string }) => ({
    text: `各事实之和（减去重复）${sum} 元不等于初步认定金额 ${total} 元，相差 ${difference} 元`,
    hint: '核对各项事实的涉案金额（amount）、与其他事实重叠的金额（overlap）和初步认定金额（amount.fundLoss）',
    caret: `各事实合计 ${sum}`,
  }),
  AMOUNT_BY_YEAR_DIFFERS: ({ total, sum, difference }: { total: string; sum: string; difference: string }) => ({
    text: `分年度之和 ${sum} 元不等于初步认定金额 ${total} 元，相差 ${difference} 元`,
    hint: '核对分年度（amount.byYear）',
    caret: `合计 ${sum}`,
  }),
  AMOUNT_OVERLAP_TOO_LARGE: ({ fact, amount, overlap }: { fact: string; amount: string; overlap: string }) => ({
    text: `事实 ${fact} 的重复部分 ${overlap} 元大于该事实的金额 ${amount} 元`,
    hint: '更正与其他事实重叠的金额（overlap）',
  }),
  AMOUNT_PART_TOO_LARGE: ({ part, amount, total }: { part: string; amount: string; total: string }) => ({
    text: `${part} ${amount} 元大于 ${total} 元`,
    hint: '核对金额，基金支付额与医疗总费用不要混用',
  }),
  /** G-01 */
  ITEM_FIELD_MISSING: ({ itemNo, name, field }: { itemNo: string; name: string; field: string }) => ({
    text: `物品 ${itemNo}${name}没有写${field}`,
    hint: `补写${field}`,
  }),
  ITEM_QUANTITY_ZERO: ({ itemNo, name }: { itemNo: string; name: string }) => ({
    text: `物品 ${itemNo}${name}的数量为零`,
    hint: '按实物清点结果更正',
  }),
  /** L-01 */
  DOC_NO_PATTERN: ({ docNo, fault }: { docNo: string; fault: 'brackets' | 'ordinal' | 'padding' | 'other' }) => ({
    text: `发文字号${docNo}不合格式：${DOC_NO_FAULT[fault]}`,
    hint: '例：示医保移〔2026〕3号',
  }),
  /** S-01 */
  /** `rounded`: what was found is as much of the number as a spreadsheet left (1.39E+10). */
  INFORMANT_NUMBER_LEAKED: ({ field, rounded }: { field: string; rounded?: true }) => ({
    text: rounded ? `移送的材料里有一个只剩前几位的数（科学计数法），可能是${field}` : `移送的材料里出现了${field}`,
    hint: '表格里的删去，举报人身份信息只留在 internal，另走密封渠道；证据文件不要改动（改了就与固定时不同），不移送这一份，或者制作遮盖的复制件、写明由来',
  }),
  INFORMANT_NAMED: () => ({
    text: '移送的材料里出现了举报人的姓名，并提到举报',
    hint: '表格里的删去姓名；证据文件不要改动，不移送这一份，或者制作遮盖的复制件、写明由来；同时是证人的，只以证人身份出现',
  }),
  INFORMANT_NAME_OCCURS: () => ({ text: '移送的材料里出现了与举报人相同的姓名', hint: '确认此处只以证人或者其他身份出现，看不出举报关系' }),
  /** S-03 */
  ID_NUMBER_BAD: ({ name, idNo }: { name: string; idNo: string }) => ({
    text: `${name}的公民身份号码 ${idNo} 校验不通过`,
    hint: '对照身份证件逐位核对',
  }),
  ID_NUMBER_CONTRADICTS: ({ name, field, written, inside }: { name: string; field: string; written: string; inside: string }) => ({
    text: `${name}的${field}写为 ${written}，身份号码里是 ${inside}`,
    hint: '对照身份证件更正其中一处',
    caret: `身份号码里是 ${inside}`,
  }),
  CREDIT_CODE_BAD: ({ name, uscc }: { name: string; uscc: string }) => ({
    text: `${name}的统一社会信用代码 ${uscc} 校验不通过`,
    hint: '对照登记证照逐位核对',
  }),
  /** E-01, E-09 */
  COLLECT_DIGEST_MISSING: ({ evidenceNo, path, count }: { evidenceNo: string; path: string; count: number }) => ({
    text: `${count} 个文件没有取证时的校验值，如证据 ${evidenceNo} 的 ${path}`,
    hint: '取证当时算过的，抄入证据清单的 sha256（Windows 用 certutil -hashfile 文件名 SHA256 计算）；当时没有算的不要补造，在备注说明',
  }),
  COLLECT_DIGEST_DIFFERS: ({
    evidenceNo,
    path,
    algorithm,
    recorded,
    found,
    record,
    contentOf,
  }: {
    evidenceNo: string;
    path: string;
    algorithm: string;
    recorded: string;
    found: string;
    record: string;
    /** The file whose recorded digest the content has. */
    contentOf?: string;
  }) => ({
    text: `证据 ${evidenceNo} 的文件 ${path} 与取证时不一致（${algorithm}）\n     ${record}：${recorded}\n     现在：　　${found}${contentOf === undefined ? '' : `\n     内容与${contentOf}的登记一致：两个文件可能对调了，或者一个被放到了另一个的位置`}`,
    hint: '不要改记录。找回原来的文件，对调了的换回来；确为另一份文件的，作为新的证据另行登记；当时就固定错了文件的，用 mbpack custody --add 更正 作废这个文件（--void-file）：记着它的每一条都要一条一条作废，再固定正确的',
  }),
  /** K rows: agreement between the forms */
  NAME_NEARLY_THE_SAME: ({ found, known, difference }: { found: string; known: string; difference: string }) => ({
    text: `${found}与${known}只差一个字：${difference}`,
    hint: `同一名称应写成${known}；确为另一名称的，在内卷的继续办理的理由（reasons）里说明`,
  }),
  PERSON_CONTRADICTS: ({ idNo, names }: { idNo: string; names: string }) => ({
    text: `身份号码 ${idNo} 对应不同的姓名：${names}`,
    hint: '对照身份证件更正',
  }),
  /** K-06: `names`, `numbers` joined by 、. */
  CERT_NO_TWO_NAMES: ({ certNo, names }: { certNo: string; names: string }) => ({
    text: `执法证号 ${certNo} 对应不同的姓名：${names}`,
    hint: '对照执法证更正办案人员；保管记录记错的，追加一条说明',
  }),
  PERSON_TWO_NUMBERS: ({ name, numbers }: { name: string; numbers: string }) => ({
    text: `${name}有不同的身份号码：${numbers}`,
    hint: '对照身份证件更正；确是同名的两个人的，在取证记录的备注里说明',
  }),
  LEGAL_REPRESENTATIVE_DIFFERS: ({ party, representative, names }: { party: string; representative: string; names: string }) => ({
    text: `${party}的法定代表人填为${representative}，涉嫌人员里身份、职务写法定代表人的是${names}`,
    hint: '对照营业执照更正；换过法定代表人的，涉嫌人员的职务写“原法定代表人”',
  }),
  INTERVIEWEE_DIFFERS: ({ recordNo, name, evidenceNo, title }: { recordNo: string; name: string; evidenceNo: string; title: string }) => ({
    text: `取证记录 ${recordNo} 的被询问人是${name}，所附证据 ${evidenceNo} 的名称是${title}`,
    hint: '对照笔录原件，更正被询问人的姓名或者证据名称，或者改正证据编号',
  }),
  NAME_SPACED: ({ name, plain }: { name: string; plain: string }) => ({
    text: `姓名、名称${name}中间有空格`,
    hint: `写成${plain}：有空格的，查找、比对时是另一个名字`,
  }),
  /** K-07 */
  AGENCY_NOT_IN_CASE: ({ found, known }: { found: string; known: string }) => ({
    text: `正文里写的${found}，表里没有这个机关；表里的是${known}`,
    hint: '旧名称的，改为现用名称，或者在正文里说明已经更名；确是另一个机关的，核对无误即可',
  }),
  /** K-08 */
  ROW_REFERENCE: ({ text }: { text: string }) => ({
    text: `写的是${text}，没有写内容`,
    hint: '写出内容本身：每一份文书、每一行清单都单独使用，读的人看不到“上”是哪一个',
  }),
  NAME_NOT_MENTIONED: ({ name, document }: { name: string; document: string }) => ({
    text: `${document}没有写${name}`,
    hint: '核对是否漏写，或者写法不同',
  }),
  AMOUNT_NOT_IN_CASE: ({ found, total }: { found: string; total: string }) => ({
    text: `文字里的金额${found}与案件数据里的任何金额都不一致（初步认定金额 ${total} 元）`,
    hint: '更正文字或者数据；确为另一种金额的，写入金额（amount）的相应项目',
  }),
  AMOUNT_CAPITALS_DIFFER: ({ figures, capitals, expected }: { figures: string; capitals: string; expected: string }) => ({
    text: `${figures}的大写${capitals}不对，应为${expected}`,
    hint: '更正大写或者数字',
  }),
  AMOUNT_NOT_MENTIONED: ({ total, document }: { total: string; document: string }) => ({
    text: `${document}没有写初步认定金额 ${total} 元`,
    hint: '写明金额，精确到分',
  }),
  COUNT_DIFFERS: ({ what, found, counted }: { what: string; found: number; counted: number }) => ({
    text: `文字里写${what} ${found}，清单里是 ${counted}`,
    hint: '按清单更正文字，或者补全清单',
  }),
  PERIOD_REVERSED: ({ what, from, to }: { what: string; from: string; to: string }) => ({
    text: `${what}颠倒：自${from}至${to}`,
    hint: '更正起止日期',
  }),
  PERIOD_OUTSIDE: ({ what, from, to, caseFrom, caseTo }: { what: string; from: string; to: string; caseFrom: string; caseTo: string }) => ({
    text: `${what}（${from}至${to}）超出全案的起止时间（${caseFrom}至${caseTo}）`,
    hint: '更正事实的时间，或者全案的违法行为起止日期（period）',
  }),
  DATE_ORDER: ({ earlier, earlierDate, later, laterDate }: { earlier: string; earlierDate: string; later: string; laterDate: string }) => ({
    text: `先后不合：${earlier}（${earlierDate}）晚于${later}（${laterDate}）`,
    hint: '核对两个日期',
  }),
  DATE_IN_FUTURE: ({ what, date }: { what: string; date: string }) => ({ text: `${what}的日期 ${date} 还没有到`, hint: '核对日期' }),
  ARTICLE_NOT_OF_CRIME: ({ crime, article, asked }: { crime: string; article: string; asked: string }) => ({
    text: `${crime}的条文写为${article}，应为${asked}`,
    hint: '更正罪名或者条文',
    caret: `${crime}为${asked}`,
  }),
  ARTICLE_NOT_CITED: ({ crime, article }: { crime: string; article: string }) => ({
    text: `调查报告的刑法依据没有${crime}的${article}`,
    hint: '在调查报告的刑法依据（criminalLaw）补上，或者更正条文',
  }),
  CRIME_NOT_OF_BEHAVIOUR: ({ fact, behaviour, crime }: { fact: string; behaviour: string; crime: string }) => ({
    text: `事实 ${fact}（${behaviour}）通常涉嫌${crime}，移送的罪名里没有`,
    hint: '核对罪名和情形',
  }),
  LEGAL_BASIS_MISSING: ({ document, article }: { document: string; article: string }) => ({
    text: `移送依据没有引用《${document}》${article}`,
    hint: '在移送书的移送依据（legalBasis）补上',
  }),
  /** K-09: articles of 条例 in one spelling; numbers of facts joined by 、. */
  ADMIN_ARTICLE_WRONG: ({ facts, article, asked }: { facts: string; article: string; asked: string }) => ({
    text: `事实 ${facts} 的情形属于条例${asked}，调查报告引用的是${article}`,
    hint: '更正行政法依据（adminLaw）的条款；情形填错的，更正事实的行为代码（behaviour）',
    caret: `应为${asked}`,
  }),
  ADMIN_ARTICLE_MISSING: ({ facts, asked }: { facts: string; asked: string }) => ({
    text: `事实 ${facts} 的情形属于条例${asked}，调查报告没有引用`,
    hint: '在调查报告的行政法依据（adminLaw）补上，写明款、项',
  }),
  /** K-10 */
  LETTER_ARTICLE_DIFFERS: ({ document, article, asked }: { document: string; article: string; asked: string }) => ({
    text: `移送书引用《${document}》${article}，调查报告引用的是${asked}`,
    hint: '核对两份文书的条文，改成一致',
    caret: `调查报告为${asked}`,
  }),
  LETTER_ARTICLE_MISSING: ({ document, article }: { document: string; article: string }) => ({
    text: `移送书没有引用《${document}》${article}，调查报告和罪名里有`,
    hint: '在移送书的移送依据（legalBasis）补上',
  }),
  /** K-11: the 文号 that stands within a title. */
  DOC_NO_IN_TITLE: ({ docNo }: { docNo: string }) => ({
    text: `文号${docNo}写在文件名称里，会印进书名号`,
    hint: '从名称里删去，写在同一条的文号（docNo）',
  }),
  /** A reason in `internal` for a rule that does not exist or did not fire. */
  REASON_FOR_UNKNOWN_RULE: ({ rule }: { rule: string }) => ({
    text: `没有编号为“${rule}”的规则，这条理由不起作用`,
    hint: '规则编号见 mbpack rules',
  }),
  REASON_NOT_LIFTABLE: ({ rule }: { rule: string }) => ({
    text: `规则 ${rule} 的问题不能以理由放行`,
    hint: '文件完整性、数据格式、审批、保密四类问题必须改正',
  }),
};

export type LawCodes = CodesOf<typeof lawSentences>;
