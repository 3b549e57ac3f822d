/** approve: the decision of the head of office, entered under the code that the signed paper bears; refused where that is not the code of the case as it is. */
import { type Edit, editTogether, type FormWritten, folderSource, type LoadedCase, loadCase } from '../case/index.ts';
import { checkApprover } from '../law/index.ts';
import {
  approvalSubstance,
  type CaseForm,
  chineseInstant,
  type Finding,
  finding,
  formatInstant,
  groupsMistyped,
  type InternalForm,
  type Place,
  parseInstant,
  readApprovalCode,
  substanceCode,
} from '../model/index.ts';
import { nameOf } from './collect/people.ts';
import { type CaseOptions, type OpenedCase, openCase, packOfCase, standsIn } from './open-case.ts';

type Approval = NonNullable<InternalForm['approval']>;
type Capacity = NonNullable<Approval['approver']>['capacity'];

export interface ApproveOptions extends Pick<CaseOptions, 'dir' | 'template'> {
  /** As it was typed. */
  readonly code: string;
  /** Whoever approved: a name, 姓名/证号, or the id of an officer, as everywhere. */
  readonly by: string;
  readonly title: string;
  /** Left out: what the form says of the same person, else the head of office; asked for where the title is a deputy's. */
  readonly capacity?: Capacity | undefined;
  /** When it was decided, milliseconds since 1970. */
  readonly at: number;
  /** The machine's clock. */
  readonly clock: number;
  /** Another approval in the form may be replaced. */
  readonly again: boolean;
}

export interface ApproveResult {
  /** What keeps it from being entered; after it was, what is to be said of the approval. */
  readonly findings: readonly Finding[];
  /** Each value with the one before it; empty where nothing was entered. */
  readonly fields: readonly FormWritten[];
  readonly excerpt: LoadedCase['excerpt'];
}

/** Titles of those who approve only while they are in charge. */
const DEPUTY = /副/u;
/** Of these groups of a code at least so many are those of the case: no code of another version, a slip. */
const GROUPS_OF_A_SLIP = 3;
const GROUPS = 5;

/** Nothing is written where a finding stops it. @throws Fault as `folderSource` and `editForm` */
export async function approveCase(call: ApproveOptions): Promise<ApproveResult> {
  const { dir, template, clock } = call;
  const source = folderSource(dir);
  const loaded = await loadCase(source, { internal: 'required' });
  const { case: c, internal } = loaded.forms;
  const { excerpt } = loaded;
  const refused = (findings: readonly Finding[]): ApproveResult => ({ findings, fields: [], excerpt });
  if (!c || !internal) {
    const unread = loaded.findings.filter(({ severity }) => severity === 'stop');
    return refused(unread.filter((f) => standsIn(f, 'case', source.fileOf) || standsIn(f, 'internal', source.fileOf)));
  }
  const options = { ...call, by: nameOf(call.by, c.officers) };
  const place = (pointer: string): Place | undefined => loaded.locate({ form: 'internal', pointer: `/approval${pointer}` });
  const { approval = {} } = internal;
  const against = [...codeFaults(options.code, c), ...timeFaults(options.at, clock, approval, place)];
  const capacity = options.capacity ?? capacityOf(options, approval);
  if (capacity === undefined)
    against.push(finding('APPROVE_CAPACITY_NOT_SAID', 'stop', { title: options.title }, { at: place('/approver') }));
  if (against.length > 0 || capacity === undefined) return refused(against);
  const values = valuesOf(options, capacity, c, approval);
  const refusal = { pointer: '/approval/refusalReason', title: '不批准的理由', was: approval.refusalReason };
  const replaced = [...replacedBy(values, internal), ...(refusal.was === undefined ? [] : [refusal])];
  if (!options.again && replaced.length > 0) {
    const fields = replaced.map(({ title, was }) => ({ field: title, value: Array.isArray(was) ? was.join('、') : String(was) }));
    return refused([finding('APPROVE_OVER_ANOTHER', 'stop', { fields }, { at: place('/decision') })]);
  }
  // No such pack: told before anything is written.
  packOfCase(loaded, template);
  const set = values.map(({ pointer, value }): Edit => ({ op: 'set', pointer, value }));
  const edits: readonly Edit[] = refusal.was === undefined ? set : [...set, { op: 'remove', pointer: refusal.pointer }];
  const fields = await editTogether(dir, 'internal', edits);
  const stopped = fields.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'stop');
  if (stopped.length > 0) return refused(stopped);
  const after = await openCase({ dir, now: clock, draft: false, strict: false, template });
  const told = refusal.was === undefined ? [] : [finding('APPROVE_REFUSAL_REMOVED', 'warning', {}, { at: place('/decision') })];
  return { findings: [...told, ...findingsAfter(after)], fields, excerpt: after.loaded.excerpt };
}

/** What is to be said of the internal form; where another form keeps the rules from being run, still who approved. */
function findingsAfter({ findings, loaded, fileOf }: OpenedCase): readonly Finding[] {
  const { case: c, internal } = loaded.forms;
  const apart = loaded.case === undefined && c && internal ? checkApprover({ case: c, internal }, loaded.locate) : [];
  return [...findings.filter((f) => standsIn(f, 'internal', fileOf)), ...apart];
}

function codeFaults(typed: string, c: CaseForm): Finding[] {
  const read = readApprovalCode(typed);
  const now = substanceCode(c);
  if (read.kind === 'old') return [finding('APPROVE_CODE_OLD', 'stop', {})];
  if (read.kind === 'code' && read.code === now) return [];
  const apart = groupsMistyped(typed, now);
  const slip = apart !== undefined && apart.length <= GROUPS - GROUPS_OF_A_SLIP;
  if (read.kind === 'code' && !slip) return [finding('APPROVE_CODE_OTHER', 'stop', {})];
  const { because, length } = read.kind === 'mistyped' ? read : { because: 'check' as const, length: 0 };
  return [finding('APPROVE_CODE_MISTYPED', 'stop', { because, length, groups: slip ? apart : [] })];
}

function timeFaults(at: number, clock: number, approval: Approval, place: (pointer: string) => Place | undefined): Finding[] {
  const decidedAt = chineseInstant(instantOf(at));
  if (at > clock) return [finding('APPROVE_IN_FUTURE', 'stop', { decidedAt }, { at: place('/decidedAt') })];
  const told = (['receivedAt', 'reportedAt'] as const).find((name) => at < (parseInstant(approval[name] ?? '') ?? at));
  const reportedAt = chineseInstant(approval[told ?? 'reportedAt'] ?? '');
  return told ? [finding('APPROVE_BEFORE_REPORT', 'stop', { decidedAt, reportedAt }, { at: place(`/${told}`) })] : [];
}

/** To the minute, as it is written on the form, where no second is told. */
const instantOf = (ms: number): string => formatInstant(ms).replace(/:00(?=\+08:00$)/u, '');

function capacityOf({ by, title }: ApproveOptions, { approver }: Approval): Capacity | undefined {
  if (approver?.name === by && approver.title === title) return approver.capacity;
  return DEPUTY.test(title) ? undefined : '正职负责人';
}

interface Value {
  readonly pointer: string;
  readonly title: string;
  readonly value: unknown;
}

/** What is entered; a moment that stands there already stays as it is written. What the form repeats of an earlier approval would contradict it: it is brought up to date where it is there, and never added. */
function valuesOf(
  { code, by, title, at }: ApproveOptions,
  capacity: Capacity,
  c: CaseForm,
  { approved, decidedAt }: Approval,
): readonly Value[] {
  const read = readApprovalCode(code);
  const now = approvalSubstance(c);
  const value = (name: string, words: string, of: unknown): Value => ({ pointer: `/approval/${name}`, title: words, value: of });
  return [
    value('approver/name', '批准人', by),
    value('approver/title', '职务', title),
    value('approver/capacity', '身份', capacity),
    value('decision', '决定', '批准'),
    value('decidedAt', '决定时间', parseInstant(decidedAt ?? '') === at ? decidedAt : instantOf(at)),
    value('approvedDigest', '审批要素校验码', read.kind === 'code' ? read.code : code),
    ...(approved
      ? [
          value('approved/suspects', '批准的涉嫌人员', inOrderOf(now.suspects, approved.suspects)),
          value('approved/crimes', '批准的罪名', inOrderOf(now.crimes, approved.crimes)),
          value('approved/fundLoss', '批准的金额', approved.fundLoss === c.amount.fundLoss ? approved.fundLoss : now.fundLoss),
          value('approved/recipient', '批准的受移送机关', now.recipient),
        ]
      : []),
  ];
}

/** The same names stay in the order in which they were written. */
function inOrderOf(names: readonly string[], written: readonly string[]): readonly string[] {
  return JSON.stringify([...written].sort()) === JSON.stringify(names) ? written : names;
}

/** Values of the form that another would take the place of. */
function replacedBy(values: readonly Value[], internal: InternalForm): readonly (Value & { readonly was: unknown })[] {
  return values.flatMap((value) => {
    const was = value.pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((here, name) => (here as Record<string, unknown> | undefined)?.[name], internal);
    return was === undefined || JSON.stringify(was) === JSON.stringify(value.value) ? [] : [{ ...value, was }];
  });
}
