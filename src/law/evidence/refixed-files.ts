/** E-14: a correction of the log does not put another file in the place of the one that was fixed. */
import { type Case, type ListedFile, type Refixed, refixedFiles } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';

/** What the comparison needs: it is made also where another form cannot be read. */
export type RefixedInput = Pick<RuleInput, 'custody' | 'digests'> & { readonly case: Pick<Case, 'evidence'> };

export function* refixed({ case: { evidence }, custody, digests }: RefixedInput): Iterable<Hit> {
  const listed = evidence.evidence.flatMap(({ evidenceNo, files }) =>
    files.flatMap(({ path }): readonly ListedFile[] => {
      const now = digests?.get(path);
      return now ? [{ evidenceNo, path, sha256: now.sha256 }] : [];
    }),
  );
  const owners = new Map(evidence.evidence.flatMap(({ evidenceNo, files }) => files.map(({ path }) => [path, evidenceNo] as const)));
  for (const group of grouped(refixedFiles(custody?.events ?? [], listed), owners)) yield told(group);
}

/** Files that one sentence speaks of: of one item, fixed by one line and by one line again. */
interface Group {
  readonly evidence: readonly string[];
  readonly all: Refixed[];
}

function grouped(all: readonly Refixed[], owners: ReadonlyMap<string, string>): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const one of all) {
    const { was, now } = one;
    const owned = [...new Set(now.flatMap(({ path }) => owners.get(path) ?? []))];
    const evidence = owned.length > 0 ? owned : was.items;
    const key = JSON.stringify([was.line, was.voidedBy, now[0]?.line, isSamePath(one), evidence]);
    const group = groups.get(key) ?? { evidence, all: [] };
    group.all.push(one);
    groups.set(key, group);
  }
  return groups.values();
}

const isSamePath = ({ was, now }: Refixed): boolean => now[0]?.path === was.path;

function told({ evidence, all }: Group): Hit {
  const [first] = all as [Refixed];
  const { line, voidedBy: correction, sha256: recorded } = first.was;
  const args = {
    evidence,
    paths: all.map(({ was }) => was.path),
    others: [...new Set(all.flatMap(({ now }) => now.map(({ path }) => path)))],
    line,
    correction,
    counting: first.now[0]?.line ?? 0,
    samePath: isSamePath(first),
    recorded,
    found: first.now[0]?.sha256 ?? '',
  };
  return hit('FIXED_FILE_REPLACED', args, 'custody', `/${correction}`);
}

export const REFIXED_RULES: readonly Rule[] = [
  {
    id: 'E-14',
    severity: 'error',
    since: '0.2.0',
    basis: [...basis('最高法刑诉法解释（2021）', '第一百一十一条', '第一百一十三条'), ...basis('法发〔2016〕22号', '第五条')],
    asks: '固定以后又更正作废的文件，现在的内容与作废的校验值相同；不同的（同一路径换了内容，或者同一证据另列了新的文件），是换了文件：作废的和现在的都列出来，写明理由才能移送。',
    why: '更正能说明当初固定错了，不能使后来的文件成为当初固定的文件；不说明，就不能排除证据被调换。',
    right: '误把无关的照片固定在一件证据下，作废以后不再列入，也没有别的文件顶替它。',
    wrong: '4月固定的照片，12月更正作废，在同一路径放进另一张照片重新固定。',
    codes: ['FIXED_FILE_REPLACED'],
    check: refixed,
  },
];
