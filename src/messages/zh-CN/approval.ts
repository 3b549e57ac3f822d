/** Codes of the approval by the head of office: what was approved is what the case says now. */
import type { ApprovedChange } from '../../model/index.ts';
import type { CodesOf } from '../sentence.ts';

const ENTER = '用 mbpack approve 案卷 --code 校验码 --by 姓名 --title 职务 --at 时间 登记';

const MISTYPED = {
  length: (length: number) => `应有 25 个字符（五组，每组五个），写了 ${length} 个`,
  character: () => '里面有校验码不用的字符（只用英文字母和数字 2 至 7）',
  check: () => '末位的检验字符对不上',
} as const;

export const approvalSentences = {
  /** P-14; `since`: the day from which codes are asked for, in words, or empty where the pack names none. */
  APPROVAL_CODE_MISSING: ({ since }: { readonly since: string }) => ({
    text: '没有登记批准时的审批要素校验码，批准以后所批准的内容有没有改动无从核对',
    hint: `书面报告、审批表上印有审批要素校验码的，${ENTER}；${since === '' ? '没有印的，重新打印请负责人确认' : `${since}以前批准、纸上没有印的，重新打印请负责人确认`}，来不及的在内卷的继续办理的理由（reasons）里写明（规则 P-14）`,
  }),
  APPROVAL_CODE_MISTYPED: () => ({
    text: '审批要素校验码写错了字符（末位的检验字符对不上）',
    hint: `照纸上印的核对；${ENTER}，写错一个字符当时就知道`,
  }),
  /** P-14: 64 digits of the first formula, of a decision for which papers print a code; `since` as above. */
  APPROVAL_CODE_OLD: ({ since }: { readonly since: string }) => ({
    text: `登记的是以前的文书上印的 64 位审批要素校验值：它不包括事实，${since}起作出的批准不能用它代替审批要素校验码`,
    hint: `审批表上印有审批要素校验码（五组，每组五个字符）的，${ENTER}，加 --again 换下原来的值；没有印的，用 mbpack build 案卷 --draft 重新打印书面报告、审批表，请负责人确认，来不及的在内卷的继续办理的理由（reasons）里写明（规则 P-14）`,
  }),
  /** `changes`: those that the case tells; none where only the code does. */
  APPROVED_SUBSTANCE_CHANGED: ({ changes }: { readonly changes: readonly ApprovedChange[] }) => ({
    text:
      changes.length > 0
        ? `批准以后所批准的内容有变化：${changes.map(({ element, approved, now }) => `${element}批准时为${approved}，现为${now}`).join('；')}`
        : '批准以后所批准的内容有变化：涉嫌人员及其身份和作用、当事人、罪名及条款、金额（含各人金额、已支付和未支付金额）、受移送机关、事实中至少一项与批准时不同',
    hint: '确实要改的，重新打印书面报告、审批表报批，批准后用 mbpack approve 加 --again 登记新的校验码；改错的，改回来',
  }),
  /** P-15; `paper`: its short title. */
  SIGNED_BEFORE_APPROVAL: ({ signedOn, decidedAt }: { readonly signedOn: string; readonly decidedAt: string }) => ({
    text: `移送书${signedOn}签署，早于批准移送的时间（${decidedAt}）`,
    hint: '核对扫描件上的日期和批准的时间；确实先签后批的，批准以后重新签发移送书，换上新的扫描件',
  }),
  SIGNED_IN_FUTURE: ({ paper, signedOn }: { readonly paper: string; readonly signedOn: string }) => ({
    text: `${paper}扫描件的签署日期 ${signedOn} 还没有到`,
    hint: '照纸上签署的日期更正签章扫描件的签署日期（signedScan.signedOn）',
  }),
  /** P-16 */
  APPROVER_IS_OFFICER: ({ name }: { readonly name: string }) => ({
    text: `审批人${name}也是本案的办案人员`,
    hint: '核对是否填错；正职负责人确实参加了专案组的，在内卷记明情况，必要时由主持工作的其他负责人审批',
  }),
  /**
   * Of `approve`, which wrote nothing. `length`: characters that were typed. `groups`: where what was typed and the code of the case as it is
   * now differ, counted from 1; empty where that tells nothing.
   */
  APPROVE_CODE_MISTYPED: ({
    because,
    length,
    groups,
  }: {
    readonly because: 'length' | 'character' | 'check';
    readonly length: number;
    readonly groups: readonly number[];
  }) => ({
    text: `审批要素校验码写错了：${MISTYPED[because](length)}；没有登记`,
    hint: `照纸上印的再写一遍${groups.length > 0 ? `，重点看第 ${groups.join('、')} 组` : ''}。这是写错，不说明案件改过`,
  }),
  /** A value of 64 digits from an older paper, which does not cover the facts. */
  APPROVE_CODE_OLD: () => ({
    text: '给出的是 64 位的审批要素校验值，是以前的文书上印的，不包括事实；没有登记',
    hint: '用 mbpack build 案卷 --draft 重新打印书面报告、审批表，请负责人在新的文书上批准，登记上面印的审批要素校验码（五组，每组五个字符）',
  }),
  APPROVE_CODE_OTHER: () => ({
    text: '纸上的审批要素校验码不是案件现在的：打印以后改过涉嫌人员及其身份和作用、当事人、罪名及条款、金额（含各人金额、已支付和未支付金额）、受移送机关或者事实，负责人批准的不是现在的内容；没有登记',
    hint: '改错的，改回打印时的样子，再运行一次；确实要改的，用 mbpack build 案卷 --draft 重新打印书面报告、审批表，请负责人重新批准，登记新纸上的校验码',
  }),
  APPROVE_IN_FUTURE: ({ decidedAt }: { readonly decidedAt: string }) => ({
    text: `批准时间 ${decidedAt} 还没有到；没有登记`,
    hint: '照审批表上负责人签署的时间写；这台电脑的时钟不对的，先校正',
  }),
  APPROVE_BEFORE_REPORT: ({ decidedAt, reportedAt }: { readonly decidedAt: string; readonly reportedAt: string }) => ({
    text: `批准时间 ${decidedAt} 早于书面报告（${reportedAt}）；没有登记`,
    hint: '核对审批表上的时间；报告时间、接到报告时间写错的，先在 internal 改正',
  }),
  /** What stands in the form and would be another: titles of fields, and their values. */
  APPROVE_OVER_ANOTHER: ({ fields }: { readonly fields: readonly { readonly field: string; readonly value: string }[] }) => ({
    text: `已经登记过审批，要登记的与它不同：${fields.map(({ field, value }) => `${field}为${value}`).join('；')}；没有登记`,
    hint: '确系重新报批、重新批准的，加 --again 再运行一次；原来的值会先显示出来，请抄入内卷',
  }),
  /** `--again` took the reason for refusing out of the form: its words were shown. */
  APPROVE_REFUSAL_REMOVED: () => ({
    text: '原来登记的是不批准；现在登记为批准，不批准的理由已从内卷移出，原文见“不批准的理由”的“原来”',
    hint: '原来的审批表和不批准的理由是审批的记录，归入内卷备查；确系重新报批、重新批准的才这样登记',
  }),
  /** A deputy approves only where in charge: said in the call, not taken from the title. */
  APPROVE_CAPACITY_NOT_SAID: ({ title }: { readonly title: string }) => ({
    text: `职务${title}是副职，没有写明是否主持工作；没有登记`,
    hint: '由正职负责人或者主持工作的负责人审批：受命主持全面工作的，加 --capacity 主持工作负责人；不主持工作的不能审批',
  }),
};

export type ApprovalCodes = CodesOf<typeof approvalSentences>;
