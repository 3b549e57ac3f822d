/** E-13: a file that the log has recorded stays with its item until the log says what became of it. */
import { type Case, chainFaults, followCustody, isFileOf, type LoggedFile, leftWith } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { followedOf } from './custody.ts';

/** What the comparison needs: it is made also where another form cannot be read. */
export type FixedInput = Pick<RuleInput, 'custody'> & { readonly case: Pick<Case, 'evidence'> };
type Followed = Pick<ReturnType<typeof followCustody>, 'files' | 'states'>;

function* fixed(input: RuleInput): Iterable<Hit> {
  const followed = followedOf(input);
  if (followed) yield* againstList(input, followed);
}

/** Files of the list that E-13 tells as never recorded, in an item of which others were. */
export function unfixedFiles(input: Pick<RuleInput, 'case' | 'custody'>): ReadonlySet<string> {
  const followed = followedOf(input);
  if (!followed) return new Set();
  const unfixed = unfixedByItem(listedIn(input), [...followed.files.values()]);
  return new Set([...unfixed.values()].flatMap((own) => own.map(([path]) => path)));
}

/** Where not all forms can be read nobody knows who belongs to the house: whoever acts in the log does. */
export function* fixedKept({ case: c, custody }: FixedInput): Iterable<Hit> {
  if (!custody || chainFaults(custody.lines).some(({ fault }) => fault !== 'time')) return;
  yield* againstList({ case: c }, followCustody(custody.events));
}

interface Listed {
  readonly evidenceNo: string;
  /** Pointer in `evidence`. */
  readonly at: string;
}

function listedIn({ case: { evidence } }: Pick<FixedInput, 'case'>): ReadonlyMap<string, Listed> {
  const listed = new Map<string, Listed>();
  for (const [i, { evidenceNo, files }] of evidence.evidence.entries())
    for (const [j, { path }] of files.entries()) listed.set(path, { evidenceNo, at: `/evidence/${i}/files/${j}` });
  return listed;
}

/** Files that one sentence speaks of: those of one item, recorded by one event. */
interface Group {
  readonly files: readonly LoggedFile[];
  readonly first: LoggedFile;
}

function* againstList({ case: { evidence } }: Pick<FixedInput, 'case'>, { files, states }: Followed): Iterable<Hit> {
  const listed = listedIn({ case: { evidence } });
  const all = [...files.values()];
  const unfixed = unfixedByItem(listed, all);

  const lacking = new Set<string>();
  for (const { first, files: gone } of grouped(all.filter(({ path }) => !listed.has(path)))) {
    const { items, line } = first;
    const suspected = itemsLacking(items, line, listed, all);
    const args = { evidence: suspected, paths: gone.map(({ path }) => path) };
    const left = leftWith(first, states);
    if (left)
      yield hit(
        'FIXED_FILE_LEFT',
        { ...args, evidence: items, line: left.heldSince, to: left.holder },
        'custody',
        `/${left.heldSince}`,
        'info',
      );
    else {
      for (const item of suspected) lacking.add(item);
      const others = suspected.flatMap((item) => (unfixed.get(item) ?? []).map(([path]) => path));
      yield hit('FIXED_FILE_GONE', { ...args, line, others }, 'custody', `/${line}`);
    }
  }
  const moved = all.filter((file) => {
    const place = listed.get(file.path);
    return place !== undefined && !isFileOf(file, place.evidenceNo);
  });
  for (const { first, files: own } of grouped(moved, ({ path }) => listed.get(path)?.evidenceNo)) {
    const { evidenceNo = '', at = '' } = listed.get(first.path) ?? {};
    const args = { evidence: first.items, paths: own.map(({ path }) => path), line: first.line, listed: evidenceNo };
    yield hit('FIXED_FILE_ELSEWHERE', args, 'evidence', `${at}/path`);
  }
  for (const [item, own] of unfixed) {
    const [first] = own;
    // What may stand in place of a file that is gone is told with that.
    if (first && !lacking.has(item))
      yield hit('FIXED_ITEM_TAKES_FILE', { evidence: [item], paths: own.map(([path]) => path) }, 'evidence', `${first[1].at}/path`);
  }
}

/** Which item of a line a file belonged to, the line does not say: those of which the list has no file of that line; all where each has one. */
function itemsLacking(
  items: readonly string[],
  line: number,
  listed: ReadonlyMap<string, Listed>,
  all: readonly LoggedFile[],
): readonly string[] {
  const have = new Set(all.flatMap((file) => (file.line === line ? (listed.get(file.path)?.evidenceNo ?? []) : [])));
  const without = items.filter((item) => !have.has(item));
  return without.length > 0 ? without : items;
}

/** By item with recorded files, the files of the list that no event has. */
function unfixedByItem(
  listed: ReadonlyMap<string, Listed>,
  all: readonly LoggedFile[],
): ReadonlyMap<string, readonly (readonly [path: string, listed: Listed])[]> {
  const known = new Set(all.map(({ path }) => path));
  const owners = new Set(all.flatMap(({ items }) => items));
  const unfixed = new Map<string, [string, Listed][]>();
  for (const [path, place] of listed) {
    if (known.has(path) || !owners.has(place.evidenceNo)) continue;
    const own = unfixed.get(place.evidenceNo);
    if (own) own.push([path, place]);
    else unfixed.set(place.evidenceNo, [[path, place]]);
  }
  return unfixed;
}

/** `apart`: what else keeps files of one event from one sentence. */
function grouped(files: readonly LoggedFile[], apart: (file: LoggedFile) => string | undefined = () => ''): readonly Group[] {
  const groups = new Map<string, LoggedFile[]>();
  for (const file of files) {
    const key = JSON.stringify([file.line, file.items, apart(file)]);
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return [...groups.values()].flatMap((group) => (group[0] ? [{ files: group, first: group[0] }] : []));
}

export const FIXED_FILE_RULES: readonly Rule[] = [
  {
    id: 'E-13',
    severity: 'stop',
    since: '0.2.0',
    basis: [...basis('最高法刑诉法解释（2021）', '第一百一十一条', '第一百一十三条'), ...basis('法发〔2016〕22号', '第五条')],
    asks: '保管记录固定过的文件，都还在证据清单里原来的证据之下；不在的，保管记录写明它的去向（随证据移交、返还给外人，或者固定有误已经更正）。有固定过的文件的证据，不列没有固定过的别的文件。',
    why: '固定过的文件不见了、换了名称重新列一遍，就不能排除证据被调换；核验时接收方看得到。',
    right: '照片改了名，改回固定时的名称；补充的文件放进去，运行 mbpack collect 固定以后再列。',
    wrong: '固定过的明细重新导出一份，换个名称列在同一件证据下，原来那一份删去。',
    codes: ['FIXED_FILE_GONE', 'FIXED_FILE_ELSEWHERE', 'FIXED_ITEM_TAKES_FILE', 'FIXED_FILE_LEFT'],
    check: fixed,
  },
];
