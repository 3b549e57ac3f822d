/** What the records say of how an item was collected, as the 《证据来源及收集程序合法性说明》 tells it: parts of a sentence. */
import {
  type AnyRecord,
  type Case,
  type CopyRecord,
  chineseDay,
  chineseInstant,
  type DerivationRecord,
  type DocumentTitles,
  type EvidenceItem,
  type ExaminationRecord,
  type ExtractionRecord,
  type InterviewRecord,
  type KnownDocumentId,
  PRINTED_RECORDS,
  type PreservationRecord,
  RECORD_LISTS,
  type RecordBase,
  type SceneRecord,
  type Signer,
  type Witness,
} from '../../model/index.ts';
import { figures, officers, sentence } from './common.ts';
import { bytes } from './materials.ts';

/** Records that mbpack itself renders for signature where no signed paper is listed. */
const RENDERED: Readonly<Partial<Record<AnyRecord['list'], KnownDocumentId>>> = PRINTED_RECORDS;

export interface Wording {
  readonly titles: DocumentTitles;
  /** At verify, of a dossier that 0.1.0 made: what is compared with its paper are the words of its day. */
  readonly earlier: boolean;
}

/** `《电子数据提取笔录》（T-1，示医保提〔2026〕1号），签名纸件为证据Z-21`; at the item that is the paper itself, `即本件`. */
export function recordPaper(forms: Case, entry: AnyRecord, { titles, earlier }: Wording, at?: EvidenceItem['evidenceNo']): string {
  const { list, record } = entry;
  const numbers = [record.recordNo, record.docNo ?? ''].filter((text) => text !== '').join('，');
  const paper =
    record.paper !== undefined && record.paper === at
      ? '即本件'
      : record.paper !== undefined
        ? `签名纸件为证据${record.paper}${isEnclosed(forms, record) ? '' : '，未随附'}`
        : earlier && list in RENDERED
          ? '签名纸件未列入证据，供签名的文书见本案卷'
          : `签名纸件未列入证据${record.printedOn === undefined ? '' : `，${chineseDay(record.printedOn)}补打`}`;
  return `《${paperName(entry, titles)}》（${numbers}），${paper}`;
}

const isEnclosed = ({ evidence }: Case, { paper }: RecordBase): boolean => evidence.evidence.some((e) => e.evidenceNo === paper);

/** What the paper of a record is called. */
export function paperName({ list, record }: AnyRecord, titles: DocumentTitles): string {
  if (list === 'preservations') return record.measure === '封存' ? '封存决定书及清单' : '先行登记保存通知书及清单';
  if (list === 'examinations') return record.report;
  const document = RENDERED[list];
  return (document && titles[document]) ?? RECORD_LISTS[list];
}

/** One sentence a record: when, how, who was there. */
export function procedureOf(forms: Case, entry: AnyRecord, { titles, earlier }: Wording): string {
  const { paper: _, ...unsigned } = entry.record;
  const record: RecordBase & Seen = { ...(isEnclosed(forms, entry.record) ? entry.record : unsigned), earlier };
  const seen = { ...entry, record } as AnyRecord;
  const parts = [span(entry.record), ...ownParts(forms, seen, titles), shown(entry.record), ...remark(entry.record)];
  return sentence(parts.filter((part) => part !== '').join('；'));
}

/** The same where the record itself is printed among the documents: when and where, and which paper tells the rest. */
export function procedureHere(forms: Case, entry: AnyRecord, wording: Wording): string {
  const document = RENDERED[entry.list];
  const title = document && wording.titles[document];
  if (title === undefined || entry.record.paper !== undefined) return procedureOf(forms, entry, wording);
  return `${span(entry.record)}；方法、过程和在场人员见本案卷所附《${title}》（记录编号${entry.record.recordNo}）。`;
}

function ownParts(forms: Case, entry: AnyRecord, titles: DocumentTitles): readonly string[] {
  const { list, record } = entry;
  switch (list) {
    case 'extractions':
      return extraction(record);
    case 'scenes':
      return scene(record);
    case 'preservations':
      return preservation(record);
    case 'interviews':
      return interview(forms, record);
    case 'examinations':
      return examination(record);
    case 'copies':
      return copy(record);
    case 'derivations':
      return derivation(record, paperName(entry, titles));
  }
}

/** `2026年9月2日9时30分至11时05分，在…`: the day is not said twice. */
function span({ startedAt, endedAt, place }: RecordBase): string {
  const from = chineseInstant(startedAt);
  const to = endedAt === undefined ? '' : chineseInstant(endedAt);
  const day = /^.*日/.exec(from)?.[0] ?? '';
  const short = day !== '' && to.startsWith(day) ? to.slice(day.length) : to;
  return `${from}${short === '' ? '' : `至${short}`}，在${place}`;
}
const shown = ({ credentialsShown }: RecordBase): string =>
  credentialsShown === undefined ? '' : credentialsShown === '是' ? '已出示执法证件' : '未出示执法证件';
const remark = ({ remark: text }: RecordBase): readonly string[] => (text === undefined ? [] : [`备注：${bare(text)}`]);
/** Without the stop that would stand before a ；. */
const bare = (text: string): string => text.trim().replace(/[。；]$/, '');
const labelled = (label: string, value: string | undefined): string =>
  value === undefined || value === '' ? '' : `${label}${bare(value)}`;
const yes = (value: '是' | '否' | undefined, done: string, not: string): string => (value === undefined ? '' : value === '是' ? done : not);

/** A record with its paper, if that is enclosed, and `Wording.earlier`. */
type Seen = Pick<RecordBase, 'paper'> & { readonly earlier?: boolean };

/** Of a paper that is not in the dossier it is never said that it is signed. */
function signed(label: string, { name, capacity, signed: state, reason }: Signer, { paper, earlier }: Seen): string {
  const who = `${label}${name}${capacity === undefined ? '' : `（${capacity}）`}`;
  if (state === '已签名' && paper === undefined)
    return earlier ? `${who}据记录已签名，签名纸件未列入证据` : `${who}，签名纸件不在所列证据之中`;
  return `${who}${state}${reason === undefined ? '' : `（原因：${bare(reason)}）`}`;
}

/** What the record says of its paper, where that paper is listed. */
const signedPaper = ({ paper, earlier }: Seen, said: string): string => (paper === undefined && !earlier ? '' : said);

function witnessed(witness: Witness | undefined, reason: string | undefined, video: string | undefined): readonly string[] {
  return [
    witness ? `见证人${witness.name}（${witness.standing}）` : labelled('无见证人，原因：', reason),
    video === undefined ? '' : `录像为证据${video}`,
  ];
}

function extraction(r: ExtractionRecord): readonly string[] {
  const medium =
    r.originalMedium === '已封存'
      ? `原始存储介质已封存（${[labelled('介质编号', r.originalMediaNo), labelled('封条号', r.originalSealNo)].filter((t) => t !== '').join('，') || '编号未登记'}）`
      : `原始存储介质未封存，原因：${bare(r.notSealedReason ?? '未说明')}，存放地点：${bare(r.originalLocation ?? '未说明')}`;
  return [
    `以${r.mode}方式取得，对象为${bare(r.target)}，来源系统为${r.system}`,
    labelled('方法：', r.method),
    labelled('工具：', r.tools.map((t) => `${t.name}${t.version === undefined ? '' : ` ${t.version}`}`).join('、')),
    medium,
    ...(r.compression === undefined ? [] : [`以${r.compression.method}压缩，压缩后文件已计算校验值`].filter(() => r.compression?.sha256)),
    ...(r.backups ?? []).map(
      (b) => `${b.use}：介质${b.mediaNo}${b.sealNo === undefined ? '' : `（封条号${b.sealNo}）`}，存放于${bare(b.place)}`,
    ),
    signed('持有人（提供人）', r.provider, r),
    ...witnessed(r.witness, r.noWitnessReason, r.video),
  ];
}

function scene(r: SceneRecord): readonly string[] {
  return [
    labelled('现场检查，事由：', r.reason),
    yes(r.reasonsTold, '已告知理由、依据和陈述、申辩的权利', '未告知理由、依据和陈述、申辩的权利'),
    yes(r.recusalTold, '已告知申请回避的权利', '未告知申请回避的权利'),
    yes(r.recusalAsked, '当事人申请回避', '当事人不申请回避'),
    labelled('对回避申请的决定：', r.recusalDecision),
    signed('当事人', r.party, r),
    labelled('在场人：', (r.present ?? []).join('、')),
    ...witnessed(r.witness, r.noWitnessReason, r.video),
  ];
}

function preservation(r: PreservationRecord): readonly string[] {
  return [
    `采取${r.measure}措施，依据：${bare(r.legalGround)}`,
    r.approvedBy === undefined
      ? ''
      : `经${r.approvedBy}批准${r.approvedAt === undefined ? '' : `（${chineseInstant(r.approvedAt)}${r.urgent === '是' ? '，情况紧急，先行采取后补办' : ''}）`}`,
    `当场清点${r.list.length}项并开列清单`,
    signed('持有人', r.holder, r),
    ...witnessed(r.witness, undefined, undefined),
    labelled('处理：', r.disposition && `${r.disposition.action}${r.disposition.docNo === undefined ? '' : `（${r.disposition.docNo}）`}`),
  ];
}

function interview(forms: Case, r: InterviewRecord): readonly string[] {
  return [
    `询问${r.standing}${r.interviewee.name}`,
    yes(r.alone, '个别进行', '未个别进行'),
    yes(r.rightsTold, '已告知权利义务和法律责任', '未告知权利义务和法律责任'),
    labelled('询问人', officers(forms, r.officers).join('、')),
    labelled('记录人', r.recorder && officers(forms, [r.recorder]).join('')),
    labelled('法定代理人或者合适成年人：', r.guardian),
    labelled('翻译人员：', r.interpreter),
    signed('被询问人', r.interviewee, r),
    signedPaper(r, yes(r.pagesSigned, '逐页签名', '未逐页签名')),
    labelled('录音录像为证据', r.recording),
  ];
}

function examination(r: ExaminationRecord): readonly string[] {
  return [
    `${r.client}委托${r.institution}出具${r.report}`,
    labelled('事项：', r.matter),
    labelled('机构资质：', r.institutionQualification),
    labelled('出具人：', r.experts.map((e) => `${e.name}${e.qualification === undefined ? '' : `（${e.qualification}）`}`).join('、')),
    labelled('检材（依据的材料）：', r.samples.map((no) => `证据${no}`).join('、')),
    labelled('方法：', r.method),
    signedPaper(r, yes(r.sealed, '机构已盖章', '机构未盖章')),
    signedPaper(r, yes(r.signed, '出具人已签名', '出具人未签名')),
    yes(r.withinScope, '未超出业务范围', '超出业务范围'),
    yes(r.partyTold, '已告知当事人', '未告知当事人'),
  ];
}

function copy(r: CopyRecord): readonly string[] {
  return [
    labelled('制作复制件，原因：', r.reason),
    labelled('方法：', r.method),
    signed('提供人', r.provider, r),
    yes(r.verified, '提供人已注明与原件核对无误', '提供人未注明与原件核对无误'),
    labelled('原件存放于', r.originalLocation),
  ];
}

function derivation(r: DerivationRecord, paper: string): readonly string[] {
  return [
    `由${r.sources.map((no) => `证据${no}`).join('、')}统计得出，条件见《${paper}》`,
    labelled('工具：', r.tool),
    r.rowsIn === undefined ? '' : `输入${bytes(r.rowsIn)}行`,
    r.rowsOut === undefined ? '' : `输出${bytes(r.rowsOut)}行`,
    r.sum === undefined ? '' : `合计${figures(r.sum)}元`,
    yes(r.reproducible, '过程可以重现', '过程不能重现'),
  ];
}
