/** Codes of the chain of custody: C-03 on, and of what appends to it. */
import {
  type ChainFaultKind,
  type CorrectionOption,
  type CorrectionProblem,
  CUSTODY_ACTION_NAMES,
  CUSTODY_FIELD_NAMES,
  type CustodyAction,
  type CustodyReplacement,
  chineseInstant,
  parseInstant,
} from '../../model/index.ts';
import { unquoted } from '../displayed-text.ts';
import { type CodesOf, digestStart } from '../sentence.ts';
import { reasonWord } from './words.ts';

/** A step that does not fit what the log says of an item. `line`: number of the event; `since`: the event at the other end. */
interface Step {
  readonly line: number;
  readonly action: string;
  readonly item: string;
  readonly expected: string;
  readonly found: string;
  /** 0 when there is none. */
  readonly since: number;
  /** All items of which the same is said, `item` first. */
  readonly evidence: readonly string[];
}

const PERMANENT = '写入后不能删改';
const KEEP = '保管记录只能追加，不能改写；从备份或者纸质件找回原来的记录，找不回的写情况说明';

function broken({ line, fault, from, to }: CustodyCodes['CUSTODY_CHAIN_BROKEN']): string {
  const missing = from === to ? `第 ${from} 条` : `第 ${from} 至 ${to} 条`;
  return {
    form: `第 ${line} 行不是一条规范的保管记录`,
    changed: `第 ${line} 行写入以后被改过：后一行记载的校验值与它对不上`,
    removed: `第 ${line} 行之前缺${missing}，被删去了`,
    inserted: `第 ${line} 行是插进来的：去掉它，前后两行正好相接`,
    reordered: `第 ${line} 行的位置被调换过${from > 0 ? `，它原来是第 ${from} 条` : ''}`,
    numbering: `第 ${line} 行的序号写的是 ${from}，与上一行不连续`,
    time: `第 ${line} 行的时间早于上一行`,
  }[fault];
}

/** A time came through the door between quotation marks. */
function said(field: keyof CustodyReplacement, text: string): string {
  const bare = unquoted(text);
  return field === 'at' && parseInstant(bare) !== undefined ? chineseInstant(bare) : text || '没有写';
}

function corrected({ isVoid, changes, files, corrects, line }: CustodyCodes['CUSTODY_CORRECTED']): string {
  if (isVoid) return `第 ${corrects} 条由第 ${line} 条作废，不算数`;
  const parts = [
    ...changes.map(({ field, was, is }) => `${CUSTODY_FIELD_NAMES[field]}原记${said(field, was)}，应为${said(field, is)}`),
    ...(files.length === 0 ? [] : [`文件 ${some(files, '个')} 是误固定的，不算数`]),
  ];
  return parts.length === 0
    ? `第 ${corrects} 条由第 ${line} 条恢复为原来写的`
    : `第 ${corrects} 条由第 ${line} 条更正：${parts.join('；')}`;
}

function unfit({ corrects, problem }: CustodyCodes['CUSTODY_CORRECTION_BAD']): { readonly text: string; readonly hint: string } {
  const again = '要更正哪一条，对照 mbpack custody 列出的序号再追加一条更正';
  return {
    unsaid: { text: '没有写明更正第几条和理由', hint: again },
    absent: { text: `没有第 ${corrects} 条可以更正`, hint: again },
    later: { text: `第 ${corrects} 条不在它之前，更正只能针对以前的条目`, hint: again },
    correction: {
      text: `第 ${corrects} 条本身就是更正，更正不能再被更正`,
      hint: '那一次更正错了的，对原来写错的那一条再追加一次更正，以最后一次为准；原来没有写错的，用 --restore 恢复',
    },
    pack: {
      text: `第 ${corrects} 条是成卷记录，不能更正`,
      hint: '成卷以后的案卷包不能改动：要改的，改案件文件夹后重新成卷，或者写情况说明',
    },
    both: { text: `对第 ${corrects} 条既作废又更正`, hint: '整条作废的只写 --void；只改几项的不写' },
    nothing: { text: `对第 ${corrects} 条没有改动任何一项`, hint: '写明应当是什么；整条不算数的用 --void' },
    file: { text: `第 ${corrects} 条没有固定它要作废的文件`, hint: '照固定清单上的写法写文件的路径（evidence 文件夹以下的部分）' },
    items: { text: `它写的证据编号与第 ${corrects} 条的不一致`, hint: again },
    future: { text: `它给第 ${corrects} 条写的时间晚于更正的时间`, hint: '核对实际发生的时间' },
    misplaced: { text: '不是更正，却写有更正的内容，这些内容不算数', hint: '保管记录可能被别的程序改写过，找回原来的记录' },
  }[problem];
}

const name = (action: string): string => CUSTODY_ACTION_NAMES[action as CustodyAction] ?? action;
/** How many numbers of a list are named; the rest are counted. */
const NAMED = 3;
const some = (all: readonly string[], unit = '项'): string =>
  `${all.slice(0, NAMED).join('、')}${all.length > NAMED ? ` 等 ${all.length} ${unit}` : ''}`;
/** 保管记录第 5 条（证据 E01，移交） */
const head = ({ line, item, action }: { readonly line: number; readonly item: string; readonly action: string }): string =>
  `保管记录第 ${line} 条（${item ? `证据 ${item}，` : ''}${name(action)}）`;
/** The log is never mended: what is missing is explained where the police read it. */
const EXPLAIN = '在取证记录 records.yaml 的“瑕疵和补正”（defects）说明，生成情况说明';
const by = (since: number): string => (since > 0 ? `据第 ${since} 条` : '据记录');

export const custodySentences = {
  /** No event since the collection, of any item. */
  CUSTODY_MISSING: (_: { readonly evidence: readonly string[] }) => ({
    text: '没有取证以来的保管记录（custody.jsonl），全部证据由谁保管都无从证明',
    hint: `找回原来的保管记录；从来没有的，运行 mbpack collect 固定证据，现在建立，以前的经过${EXPLAIN}。确实补不了的，在内卷的继续办理的理由（reasons）里写明（规则 C-04）才能移送`,
  }),
  /** `from`, `to`: the missing numbers, or the number found in the line; 0 when not told. */
  CUSTODY_CHAIN_BROKEN: (args: { readonly line: number; readonly fault: ChainFaultKind; readonly from: number; readonly to: number }) => ({
    text: `保管记录${broken(args)}`,
    hint: KEEP,
  }),
  CUSTODY_ITEM_UNKNOWN: ({ line, evidenceNo }: { readonly line: number; readonly evidenceNo: string }) => ({
    text: `保管记录第 ${line} 条的证据编号 ${evidenceNo} 不在证据清单里`,
    hint: '核对编号；不移送的证据在备注里说明',
  }),

  CUSTODY_FIRST_EVENT: (a: Step) =>
    a.since > 0
      ? {
          text: `${head(a)}：第 ${a.since} 条的固定对这项证据已经更正作废，此前没有别的固定、提取或者接收`,
          hint: `误作废的用“更正”的 --restore 恢复；确应作废的，重新固定这项证据，以前的经过${EXPLAIN}`,
        }
      : {
          text: `${head(a)}：此前没有这项证据的固定、提取或者接收`,
          hint: '先用 mbpack collect 固定这项证据，再记后面的经过',
        },
  CUSTODY_COLLECTED_TWICE: (a: Step) => ({
    text: `${head(a)}：第 ${a.since} 条已经固定过，这一条没有新的文件`,
    hint: '重新核对写成“检查”；确为另一份证据的，另编证据编号；误记的用“更正”作废（--void）',
  }),
  CUSTODY_HOLDER_DIFFERS: (a: Step) => ({
    text: `${head(a)}：移出方写的是${a.found}，${by(a.since)}现在由${a.expected}保管；第 ${a.since} 条与第 ${a.line} 条之间缺一次交接`,
    hint: `确由${a.expected}交出的，移出方写${a.expected}；其间交给过${a.found}的，先补记那一次移动或者移交，并在说明里写实际时间`,
  }),
  CUSTODY_GAP: (a: Step) => ({
    text: a.found
      ? `${head(a)}：从${a.found}处接收，${by(a.since)}当时在${a.expected}处；第 ${a.since} 条与第 ${a.line} 条之间的经过没有记录`
      : `${head(a)}：没有写明交给谁，此后由谁保管不清楚`,
    hint: '在说明里写明其间的经过，附交接凭证；必要时写情况说明',
  }),
  /** `expected` held it, `found` acted. */
  CUSTODY_GIVER_NOT_HOLDER: (a: Step) => ({
    text: `${head(a)}：${by(a.since)}由“${a.expected}”保管，经办人只有“${a.found}”，保管人没有经手；第 ${a.since} 条与第 ${a.line} 条之间有缺口`,
    hint: `确由“${a.expected}”交出的，经办人（--by）里写上保管人（接收的，写明移出方 --from）；先由别人取走的，先记那一次移动，并在说明里写实际时间；已经写入的不改，${EXPLAIN}`,
  }),
  CUSTODY_SEAL_DIFFERS: (a: Step) => ({
    text: `${head(a)}：封条编号写的是${a.found}，${by(a.since)}应为${a.expected}`,
    hint: '核对封条照片；编号写错的写正确的编号，已经记入的用“更正”；封条换过的，换封那一次也要有记录',
  }),
  CUSTODY_SEAL_UNNAMED: (a: Step) => ({
    text: `${head(a)}：证据处于封存状态（第 ${a.since} 条，封条 ${a.expected || '没有编号'}），没有写封条编号`,
    hint: '拆封的，写原封条编号和重新封存的编号；只看外观、没有拆封的，两处写同一个编号',
  }),
  CUSTODY_NOT_SEALED: (a: Step) => ({
    text: `${head(a)}：${a.found ? `写了原封条${a.found}，` : ''}但按记录证据当时没有封存`,
    hint: '没有封存的不写原封条编号；封存过的，先补记封存',
  }),
  CUSTODY_SEALED_TWICE: (a: Step) => ({
    text: `${head(a)}：第 ${a.since} 条已经封存（封条 ${a.expected || '没有编号'}），没有启封又封存${a.found ? `为${a.found}` : ''}`,
    hint: '换封条的，同时写原封条编号；拆开过的，先记启封',
  }),
  CUSTODY_SEAL_NUMBER_MISSING: (a: Step) => ({ text: `${head(a)}：没有写封条编号`, hint: '写新封条编号，并附封存前后的照片' }),
  CUSTODY_AFTER_LEAVING: (a: Step) => ({
    text: `${head(a)}：第 ${a.since} 条已经交给${a.found}，没有收回的记录`,
    hint: '收回以后先记“接收”，再记后面的经过',
  }),
  CUSTODY_TIME_BACK: (a: Step) => ({
    text: `${head(a)}：时间 ${chineseInstant(a.found)}早于第 ${a.since} 条的 ${chineseInstant(a.expected)}`,
    hint: '核对时间；事后补记的，写补记的时间，实际时间写在说明里',
  }),
  CUSTODY_TWO_PLACES: (a: Step) => ({
    text: `${head(a)}：${a.found}同一时间还在${a.expected}${a.since > 0 ? `（第 ${a.since} 条）` : ''}`,
    hint: '核对时间、地点和经办人；确有出入的写情况说明',
  }),
  CUSTODY_ONE_PERSON: (a: Step) => ({
    text: `${head(a)}：经办人只有 ${a.found} 人`,
    hint: '取证、封存、启封应由两名以上执法人员进行；只是漏写的，写情况说明并由在场人员签名',
  }),
  /** Line `corrects` says one thing, and the correction in `line`, the last of `times`, another; `was` and `is` are empty where nothing is said. */
  CUSTODY_CORRECTED: (a: {
    readonly corrects: number;
    readonly action: string;
    readonly line: number;
    readonly times: number;
    readonly isVoid: boolean;
    readonly changes: readonly { readonly field: keyof CustodyReplacement; readonly was: string; readonly is: string }[];
    /** Recorded by mistake. */
    readonly files: readonly string[];
    readonly grounds: string;
    readonly by: readonly string[];
    readonly at: string;
    readonly evidence: readonly string[];
  }) => ({
    text: `保管记录${corrected(a)}（${name(a.action)}，证据 ${some(a.evidence)}）；理由：${a.grounds}；更正人：${a.by.join('、')}，${chineseInstant(a.at)}${a.times > 1 ? `；这一条更正过 ${a.times} 次，以最后一次为准` : ''}`,
    hint: '保管状况、文书和核验都按更正后的计算，原来那一条照样保留；更正依据的纸质材料（笔录、照片、交接单）附卷备查',
  }),
  /** Who corrects: alone what two did, or nobody of the case. */
  CUSTODY_CORRECTOR: ({
    line,
    corrects,
    by,
    because,
  }: {
    readonly line: number;
    readonly corrects: number;
    readonly by: readonly string[];
    readonly because: 'alone' | 'stranger';
    readonly evidence: readonly string[];
  }) => ({
    text: `保管记录第 ${line} 条更正第 ${corrects} 条：${
      because === 'alone'
        ? `那一条由两名以上执法人员进行，更正人只有${by.join('、')}`
        : `更正人${by.join('、')}不是本案办案人员，也没有经手过证据`
    }`,
    hint: '由两名办案人员核对原始材料后，对那一条再更正一次（以最后一次为准）；办案人员没有列全的，在 case 表的办案人员（officers）里补上',
  }),
  /** After the correction of the line that took them, no line does. */
  CUSTODY_NOT_FIXED: ({ evidence, line }: { readonly evidence: readonly string[]; readonly line: number }) => ({
    text: `第 ${line} 条的固定不再算数，证据 ${some(evidence)} 现在没有固定`,
    hint: '误作废的用 --restore 恢复；确应作废的，运行 mbpack collect 重新固定（证据清单里还写着作废的校验值的，先删去）',
  }),
  /** A correction that counts for nothing; `corrects` is 0 where it names no line. */
  CUSTODY_CORRECTION_BAD: (a: { readonly line: number; readonly corrects: number; readonly problem: CorrectionProblem }) => {
    const { text, hint } = unfit(a);
    return { text: `保管记录第 ${a.line} 条（更正）不算数：${text}`, hint };
  },
  /** Evidence that the log does not know; the first of `count`. */
  CUSTODY_ITEM_ABSENT: ({ evidenceNo, title, count }: { readonly evidenceNo: string; readonly title: string; readonly count: number }) => ({
    text: `${count} 项证据在保管记录里没有，如 ${evidenceNo}（${title}）`,
    hint: '运行 mbpack collect 固定；取得以后一直没有记录的，写情况说明',
  }),

  /** Given out of the house at that line, not come back, and still in the list. */
  CUSTODY_ITEM_AWAY: ({
    evidence,
    line,
    action,
    holder,
  }: {
    readonly evidence: readonly string[];
    readonly line: number;
    readonly action: string;
    readonly holder: string;
  }) => ({
    text: `证据 ${some(evidence)} 已在保管记录第 ${line} 条${name(action)}给${holder}，没有收回的记录，证据清单仍列为移送`,
    hint: '收回以后用 mbpack custody 追加“接收”；收不回的，从证据清单移出，或者在内卷的继续办理的理由（reasons）里写明（规则 C-04）',
  }),
  /** At `from` at line `since`, at `to` at `line`, and nothing tells how. */
  CUSTODY_PLACE_GAP: ({
    evidence,
    line,
    since,
    from,
    to,
  }: {
    readonly evidence: readonly string[];
    readonly line: number;
    readonly since: number;
    readonly from: string;
    readonly to: string;
  }) => ({
    text: `证据 ${some(evidence)}：保管记录第 ${since} 条在${from}，第 ${line} 条在${to}，两条之间没有移动、移交或者接收的记录`,
    hint: `以后每次移动都记一条；地点写错的用“更正”（--place），移动过没有记的，时间和经手人${EXPLAIN}`,
  }),
  /** Seals of a record that no line names. */
  SEAL_NOT_IN_LOG: ({
    records,
    seals,
  }: {
    readonly records: readonly string[];
    readonly evidence: readonly string[];
    readonly seals: readonly string[];
  }) => ({
    text: `取证记录 ${some(records, '份')} 写的封条 ${some(seals, '个')}，保管记录里没有`,
    hint: `对照封条照片，抄错的更正取证记录；封存没有记入的，用 mbpack custody 追加“封存”，备份光盘用“复制”并写介质编号和封条编号（--media-no、--seal-after），实际时间写在说明里`,
  }),
  /** Seals that were put on at both lines. */
  SEAL_USED_TWICE: ({
    evidence,
    line,
    since,
    seals,
  }: {
    readonly evidence: readonly string[];
    readonly line: number;
    readonly since: number;
    readonly seals: readonly string[];
  }) => ({
    text: `封条 ${some(seals, '个')} 在保管记录第 ${since} 条已经用过，第 ${line} 条（证据 ${some(evidence)}）又贴了一次`,
    hint: `封条拆开就不能再用，一个编号只封一处。对照封条照片；保管记录写错的用“更正”，确实用过两次的${EXPLAIN}`,
  }),

  /** A digest printed on signed paper that is the digest of no line. */
  CUSTODY_ANCHOR_LATE: ({
    recordNo,
    line,
    at,
    ended,
  }: {
    readonly recordNo: string;
    readonly line: number;
    readonly at: string;
    readonly ended: string;
  }) => ({
    text: `取证记录 ${recordNo} 的保管链校验值是保管记录第 ${line} 条的（${chineseInstant(at)}），而这份记录在${chineseInstant(ended)}已经结束`,
    hint: '纸上不可能印有后来才写的那一条的校验值：照签了名的纸重新抄写',
  }),
  CUSTODY_PEOPLE_DIFFER: ({
    line,
    recordNo,
    found,
    recorded,
  }: {
    readonly line: number;
    readonly recordNo: string;
    readonly found: readonly string[];
    readonly recorded: readonly string[];
  }) => ({
    text: `保管记录第 ${line} 条的经办人（${found.join('、')}）没有一个是取证记录 ${recordNo} 的执法人员（${recorded.join('、')}）`,
    hint: '核对是谁取证的；取证记录写错的更正取证记录，保管记录写错的用“更正”（--actual-by）',
  }),
  CUSTODY_CERTIFICATE_DIFFERS: ({
    line,
    name,
    found,
    known,
  }: {
    readonly line: number;
    readonly name: string;
    readonly found: string;
    readonly known: string;
  }) => ({
    text: `保管记录第 ${line} 条写的${name}的执法证号是 ${found}，案件里是 ${known}`,
    hint: '核对执法证；保管记录写错的用“更正”（--actual-by）',
  }),
  CUSTODY_ANCHOR_LOST: ({ recordNo, head: digest }: { readonly recordNo: string; readonly head: string }) => ({
    text: `记录 ${recordNo} 的纸上印有保管记录末条校验值 ${digestStart(digest)}，现在的保管记录里没有这一条`,
    hint: '先对照纸质记录核对这个值有没有抄错；没有抄错，就是保管记录在签字以后被重写过，应找回原来的记录',
  }),
  /** Written more than a day after it happened; the first of `count`. */
  CUSTODY_ENTERED_LATE: ({
    line,
    at,
    recordedAt,
    count,
  }: {
    readonly line: number;
    readonly at: string;
    readonly recordedAt: string;
    readonly count: number;
  }) => ({
    text: `保管记录有 ${count} 条是事后补记的，如第 ${line} 条：事情在 ${chineseInstant(at)}，记入在 ${chineseInstant(recordedAt)}，相隔超过24小时`,
    hint: '补记的原因和当时的凭证写入情况说明',
  }),
  /** Written before it happened, or the machine's clock went back. */
  CUSTODY_CLOCK_WRONG: ({
    line,
    recordedAt,
    other,
    than,
  }: {
    readonly line: number;
    readonly recordedAt: string;
    readonly other: string;
    readonly than: 'event' | 'line';
  }) => ({
    text:
      than === 'event'
        ? `保管记录第 ${line} 条：记入时间 ${chineseInstant(recordedAt)}早于事情发生的 ${chineseInstant(other)}`
        : `保管记录第 ${line} 条：记入时间 ${chineseInstant(recordedAt)}早于上一条的记入时间 ${chineseInstant(other)}`,
    hint: '核对当时电脑的时钟；时钟不准的，写情况说明',
  }),
  CUSTODY_COLLECTED_AT_DIFFERS: ({
    line,
    evidenceNo,
    at,
    collectedAt,
  }: {
    readonly line: number;
    readonly evidenceNo: string;
    readonly at: string;
    readonly collectedAt: string;
  }) => ({
    text: `证据 ${evidenceNo} 的取得时间，证据清单写 ${chineseInstant(collectedAt)}，保管记录第 ${line} 条是 ${chineseInstant(at)}`,
    hint: '对照取证笔录，更正证据清单；保管记录写错的用“更正”（--at）',
  }),
  /** The event names a record that the case does not have. */
  CUSTODY_RECORD_UNKNOWN: ({ line, recordNo }: { readonly line: number; readonly recordNo: string }) => ({
    text: `保管记录第 ${line} 条写的取证记录 ${recordNo}，取证记录（records）里没有`,
    hint: '把这份笔录、清单填入取证记录（records）；保管记录里编号写错的用“更正”（--record）',
  }),
  CUSTODY_OUTSIDE_RECORD: ({
    line,
    recordNo,
    at,
    from,
    to,
  }: {
    readonly line: number;
    readonly recordNo: string;
    readonly at: string;
    readonly from: string;
    readonly to: string;
  }) => ({
    text: `保管记录第 ${line} 条的时间 ${chineseInstant(at)}，不在记录 ${recordNo} 的起止时间（${chineseInstant(from)}至${chineseInstant(to)}）之内`,
    hint: '对照纸质笔录核对时间；保管记录写错的用“更正”（--at）',
  }),

  /** The call: what it names is not there, or it does not say enough. */
  CUSTODY_NO_SUCH_ITEM: ({ evidenceNo, nearest }: { readonly evidenceNo: string; readonly nearest: string }) => ({
    text: `证据清单和保管记录里都没有证据${evidenceNo}`,
    hint: nearest ? `是不是 ${nearest}？` : '核对证据编号；新取得的证据先用 mbpack collect 固定',
  }),
  CUSTODY_ACTION_UNKNOWN: ({ action, because }: { readonly action: string; readonly because: 'collect' | 'pack' | 'unknown' }) => ({
    text: {
      collect: `“${action}”不用 mbpack custody 追加`,
      pack: `“${action}”由 mbpack build 自动记入案卷包，不用追加`,
      unknown: `没有“${action}”这个动作`,
    }[because],
    hint: because === 'collect' ? '固定、提取证据用 mbpack collect' : '可用：封存、启封、检查、复制、移动、移交、接收、返还；写错的用更正',
  }),
  CUSTODY_SAYS_TOO_LITTLE: ({
    action,
    missing,
  }: {
    readonly action: string;
    readonly missing: 'items' | 'by' | 'to' | 'place' | 'second' | 'mediaNo' | 'where' | 'line' | 'reason' | 'change' | 'whole' | 'voided';
  }) => ({
    text: {
      items: `追加“${name(action)}”要写明是哪几项证据`,
      by: `追加“${name(action)}”要用 --by 写明经办人`,
      to: `追加“${name(action)}”要用 --to 写明交给谁`,
      place: `追加“${name(action)}”要用 --to 写明交给谁，或者用 --place 写明移到哪里`,
      second: `“${name(action)}”应由两名以上执法人员进行，只写了一人；还没有追加`,
      mediaNo: `追加“${name(action)}”要用 --media-no 写明复制件的介质编号；还没有追加`,
      where: `追加“${name(action)}”要用 --place 写明在哪里交接；还没有追加`,
      line: '更正要用 --line 写明更正第几条（序号）',
      reason: '更正要用 --reason 写明怎样写错的、根据什么更正',
      change: '没有写明应当是什么：这一条与更正以后没有不同；还没有追加',
      whole: '写的文件是这一条固定的全部文件；还没有追加',
      voided: '这一条已经作废，改它的内容等于让它重新算数；还没有追加',
    }[missing],
    hint: {
      items: '把证据编号写在案卷文件夹后面，例如 mbpack custody 案件 E01 E02 --add 封存',
      by: '写办案人员代号，例如 --by 甲 --by 乙；不在办案人员里的写成 姓名/证号',
      to: '写接收人的姓名或者单位的全称',
      place: '例如 --place 证据保管室2号柜',
      second: `再写一名：--by 甲 --by 乙。${PERMANENT}；确实只有一人的，用 --note 写明原因`,
      mediaNo: `例如 --media-no GP-01。${PERMANENT}；确实没有编号的，用 --note 写明`,
      where: `例如 --place 示例市公安局。${PERMANENT}；确实不写地点的，用 --note 写明原因`,
      line: '例如 mbpack custody 案件 --add 更正 --line 3 --place 某某医院病案室 --by 甲 --by 乙 --reason 误写；序号见 mbpack custody 案件',
      reason: '例如 --reason "地点误写为信息科，以现场笔录为准"',
      change:
        '应当的内容用 --at、--from、--to、--place、--seal-before、--seal-after、--media-no、--record、--method、--tool、--system、--note、--actual-by、--actual-item；本不应写的写成空的 ""；整条不算数的用 --void，误固定的文件用 --void-file，恢复原来写的用 --restore',
      whole: '整条不算数，用 --void',
      voided: '先用 --restore 恢复，再更正',
    }[missing],
  }),
  /** An option that the action has no use for. */
  CUSTODY_OPTION_IDLE: ({ action, option }: { readonly action: string; readonly option: string }) => ({
    text: `“${name(action)}”用不着 ${option}；还没有追加`,
    hint: '核对动作和选项：--line、--void、--void-file、--restore、--reason、--actual-by、--actual-item 只用于更正',
  }),
  /** Options of a correction that say two things at once: the line counts for nothing, or as it was written, and `beside` what it should say. */
  CUSTODY_OPTIONS_CLASH: ({
    option,
    beside,
  }: {
    readonly option: '--void' | '--restore';
    readonly beside: readonly CorrectionOption[];
  }) => ({
    text: `${option} ${option === '--void' ? '是整条作废' : '是恢复为原来写的'}，不能同时写 ${beside.join('、')}；没有追加`,
    hint: `${
      beside.includes('--at') ? '更正里的 --at 是那一条应当的时间，不是更正的时间：更正的时间就是现在，不用写。' : ''
    }只留 ${option}，或者去掉它只写应当的内容`,
  }),
  /** The numbers before the options are not those of the line that is to be corrected. */
  CUSTODY_CORRECTS_OTHERS: ({
    corrects,
    evidenceNo,
    items,
  }: {
    readonly corrects: number;
    readonly evidenceNo: string;
    readonly items: readonly string[];
  }) => ({
    text: `第 ${corrects} 条说的是证据 ${some(items)}，不是 ${evidenceNo}；没有追加`,
    hint: '核对是不是这一条；证据编号写错的，应当的编号用 --actual-item 写',
  }),
  /** Taken again at an event: not what was recorded at line `since`, or in the evidence list where that is 0. */
  CUSTODY_FILE_DIFFERS: (a: {
    readonly evidenceNo: string;
    readonly path: string;
    readonly algorithm: 'SHA-256' | 'SM3';
    readonly recorded: string;
    readonly found: string;
    readonly since: number;
    readonly action: string;
  }) => ({
    text: `证据 ${a.evidenceNo} 的文件 ${a.path} 与${a.since > 0 ? `第 ${a.since} 条记载的` : '证据清单所记的'}不同：${a.algorithm} 当时 ${digestStart(a.recorded)}，现在 ${digestStart(a.found)}；没有追加“${name(a.action)}”`,
    hint: '从原始介质或者备份取回当时的文件再追加；当时就固定错了文件的，先用“更正”作废（--void-file）：记着这个文件校验值的每一条（固定，还有检查、移交等）都要一条一条作废，再用 mbpack collect 固定正确的',
  }),
  /** Recorded at line `since`, and not in the evidence folder where it should be at hand. */
  CUSTODY_FILE_ABSENT: (a: { readonly evidenceNo: string; readonly path: string; readonly since: number; readonly action: string }) => ({
    text: `证据 ${a.evidenceNo} 的文件 ${a.path}（${a.since > 0 ? `第 ${a.since} 条固定` : '证据清单记有校验值'}）不在 evidence 文件夹里，没法核对；没有追加“${name(a.action)}”`,
    hint: '从原始介质或者备份找回固定的文件再追加；证据已经交出的，先用 --add 移交 或者 返还 记入；误固定的，先用“更正”作废（--void-file），记着它的每一条都要作废',
  }),
  /** Not compared at an event, and why. */
  CUSTODY_FILES_NOT_COMPARED: ({
    evidence,
    count,
    because,
  }: {
    readonly evidence: readonly string[];
    readonly count: number;
    readonly because: 'out' | 'elsewhere' | 'notFixed';
  }) => ({
    text: `证据 ${some(evidence)} 的 ${count} 个文件没有核对校验值：${
      {
        out: '按保管记录已经移出本单位，文件不在手边',
        elsewhere: '证据清单写明原件存放在别处，保管记录没有固定过，文件不在手边',
        notFixed: '没有固定过，没有可以比对的',
      }[because]
    }`,
    hint: because === 'notFixed' ? '用 mbpack collect 固定' : '这一条没有写明校验值相符，不能当作核对过',
  }),
  /** Items of one event that different people hold. */
  CUSTODY_HOLDERS_DIFFER: ({ holders }: { readonly holders: readonly { readonly evidenceNo: string; readonly holder: string }[] }) => ({
    text: `这几项证据现在不在同一人手里：${holders.map(({ evidenceNo, holder }) => `${evidenceNo} 在${holder}处`).join('，')}；没有追加`,
    hint: '按保管人分开追加，每次只写同一人保管的证据',
  }),

  /** Appending. */
  CUSTODY_LOCKED: ({ file, since }: { readonly file: string; readonly since: string }) => ({
    text: `另一个 mbpack 正在写保管记录，或者上一次写到一半被中断${since ? `（${chineseInstant(since)}起）` : ''}；没有追加，原来的保管记录没有动`,
    hint: `稍等再试；确认没有别的 mbpack 在运行的，删除 ${file} 再试`,
  }),
  CUSTODY_NOT_WRITTEN: ({ file, reason }: { readonly file: string; readonly reason: string }) => ({
    text: `写不了保管记录 ${file}（${reasonWord(reason)}）；原来的保管记录没有动`,
    hint: '检查磁盘空间和文件夹的写入权限，关闭打开着这个文件的程序',
  }),
  CUSTODY_CHANGED_MEANWHILE: ({ file }: { readonly file: string }) => ({
    text: `写入期间 ${file} 被别的程序改动；没有追加`,
    hint: '关闭打开着这个文件的程序再试',
  }),
  CUSTODY_IN_FUTURE: ({ at, now }: { readonly at: string; readonly now: string }) => ({
    text: `事情发生的时间 ${chineseInstant(at)}晚于现在（${chineseInstant(now)}）；没有追加`,
    hint: '核对时间和电脑的时钟',
  }),
  /** Earlier than the last line. */
  CUSTODY_BEFORE_LAST: ({ at, last, line }: { readonly at: string; readonly last: string; readonly line: number }) => ({
    text: `时间 ${chineseInstant(at)}早于保管记录最后一条（第 ${line} 条，${chineseInstant(last)}）；没有追加`,
    hint: '保管记录按时间先后追加：补记的不写 --at，用现在的时间，实际时间写进 --note',
  }),
};

export type CustodyCodes = CodesOf<typeof custodySentences>;
