/** E-01, E-09, E-10: the digest written at collection is the digest found now, and is not a weak one alone. */
import { type Case, type Codes, type CustodyEvent, correctedLog, type Digests, type EvidenceFile } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { unfixedFiles } from './fixed-files.ts';

interface Recorded {
  readonly sha256?: string | undefined;
  readonly sm3?: string | undefined;
  readonly record: string;
}

/** What the comparison needs: it is made also where another form cannot be read. */
export type FixityInput = Pick<RuleInput, 'custody' | 'digests' | 'weakDigests'> & { readonly case: Pick<Case, 'evidence' | 'records'> };

/** The events before packing, as corrected: the pack event that build adds says nothing of collection, and a digest that was voided nothing at all. */
function collected({ custody }: FixityInput): readonly CustodyEvent[] {
  return correctedLog(custody?.events ?? []).events.filter((e) => e.action !== 'pack');
}

/**
 * What is written of files outside the evidence list: in the chain, and of a compressed file in the record of its extraction.
 * The log names every file of a large case, so it is gone through once for all files, never for each.
 */
function* written(input: FixityInput): Iterable<readonly [path: string, recorded: Recorded]> {
  for (const { seq, digests } of collected(input)) {
    const record = `保管记录第${seq}条`;
    for (const { path, sha256, sm3 } of digests ?? []) yield [path, { sha256, sm3, record }];
  }
  for (const { recordNo, compression } of input.case.records.extractions)
    if (compression?.sha256) yield [compression.path, { sha256: compression.sha256, record: `提取笔录${recordNo}` }];
}

/** The algorithm by which a record says otherwise than the file does now, the stronger first. */
function differing(was: Omit<Recorded, 'record'>, now: Digests): 'sha256' | 'sm3' | undefined {
  return (['sha256', 'sm3'] as const).find((name) => was[name] && was[name] !== now[name]);
}

/** Digests of an old record that no longer prove much: MD5 and SHA-1 can be forged. */
const WEAK = [
  ['md5', 'MD5'],
  ['sha1', 'SHA-1'],
] as const;
const isWeak = (file: EvidenceFile): boolean => WEAK.some(([name]) => file[name] !== undefined);

/** Paths whose digest was written at collection: one that a later event was the first to take says nothing of the time before. */
function writtenAtCollection(input: RuleInput): ReadonlySet<string> {
  const taken = collected(input).filter((e) => e.action === 'collect' || e.action === 'extract');
  const paths = new Set<string>();
  for (const { digests } of taken) for (const { path } of digests ?? []) paths.add(path);
  for (const { compression } of input.case.records.extractions) if (compression?.sha256 !== undefined) paths.add(compression.path);
  return paths;
}

function* recorded(input: RuleInput): Iterable<Hit> {
  const taken = writtenAtCollection(input);
  const undigested = input.case.evidence.evidence.flatMap((item, i) =>
    item.files.flatMap((file, j) =>
      // A file with an old digest only is E-10's.
      !file.sha256 && !file.sm3 && !taken.has(file.path) && !isWeak(file) ? [{ item, file, pointer: `/evidence/${i}/files/${j}` }] : [],
    ),
  );
  // A file beside recorded ones of its item is E-13's.
  const unfixed = undigested.length > 0 ? unfixedFiles(input) : undefined;
  const without = undigested.filter(({ file }) => !unfixed?.has(file.path));
  // Said once with a count: what a defect explains is counted apart, or one explained item would soften all.
  const explained = new Set(input.case.records.defects.filter((d) => d.rule === 'E-01').flatMap((d) => d.evidence));
  for (const isExplained of [false, true]) {
    const group = without.filter(({ item }) => explained.has(item.evidenceNo) === isExplained);
    const [first] = group;
    if (!first) continue;
    const args = { evidenceNo: first.item.evidenceNo, path: first.file.path, count: group.length };
    yield hit('COLLECT_DIGEST_MISSING', args, 'evidence', first.pointer, isExplained ? 'info' : undefined);
  }
}

export function* unchanged(input: FixityInput): Iterable<Hit> {
  yield* weakUnchanged(input);
  const changed = [...changedFiles(input)];
  if (changed.length === 0) return;
  const owners = ownersOf(input, new Set(changed.map(({ args }) => args.found)));
  for (const { args, pointer } of changed) {
    const paths = owners.get(args.found) ?? new Set();
    // What is recorded of the file itself elsewhere is no other file's.
    const [contentOf] = paths.has(args.path) ? [] : paths;
    yield hit('COLLECT_DIGEST_DIFFERS', { ...args, ...(contentOf === undefined ? {} : { contentOf }) }, 'evidence', pointer);
  }
}

/** Of each of these digests the files whose record it is: two files that were put in each other's place are told by it. */
function ownersOf(input: FixityInput, found: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  const note = (path: string, { sha256, sm3 }: Omit<Recorded, 'record'>): void => {
    for (const digest of [sha256, sm3])
      if (digest !== undefined && found.has(digest)) owners.set(digest, (owners.get(digest) ?? new Set()).add(path));
  };
  for (const file of input.case.evidence.evidence.flatMap(({ files }) => files)) note(file.path, file);
  for (const [path, was] of written(input)) note(path, was);
  return owners;
}

interface Changed {
  readonly args: Codes['COLLECT_DIGEST_DIFFERS'];
  readonly pointer: string;
}

function* changedFiles(input: FixityInput): Iterable<Changed> {
  if (!input.digests) return;
  const otherwise = saidOtherwise(input, input.digests);
  for (const [i, item] of input.case.evidence.evidence.entries()) {
    for (const [j, file] of item.files.entries()) {
      const now = input.digests.get(file.path);
      if (!now) continue;
      const said = new Set<string>();
      for (const was of [{ sha256: file.sha256, sm3: file.sm3, record: '证据清单' }, ...(otherwise.get(file.path) ?? [])]) {
        const algorithm = differing(was, now);
        const before = algorithm && was[algorithm];
        // The list and the log usually repeat one value: it is said once, with the stronger algorithm first.
        if (!algorithm || !before || said.has(before)) continue;
        said.add(before);
        const args = {
          evidenceNo: item.evidenceNo,
          path: file.path,
          algorithm: algorithm === 'sm3' ? 'SM3' : 'SHA-256',
          recorded: before,
          found: now[algorithm],
          record: was.record,
        };
        yield { args, pointer: `/evidence/${i}/files/${j}` };
      }
    }
  }
}

/** By path, what the log and the records say otherwise: of most files nothing. */
function saidOtherwise(input: FixityInput, digests: ReadonlyMap<string, Digests>): ReadonlyMap<string, readonly Recorded[]> {
  const otherwise = new Map<string, Recorded[]>();
  for (const [path, was] of written(input)) {
    const now = digests.get(path);
    if (!now || !differing(was, now)) continue;
    const known = otherwise.get(path);
    if (known) known.push(was);
    else otherwise.set(path, [was]);
  }
  return otherwise;
}

function* weakUnchanged({ case: { evidence }, weakDigests }: FixityInput): Iterable<Hit> {
  for (const [i, item] of evidence.evidence.entries()) {
    for (const [j, file] of item.files.entries()) {
      const now = weakDigests?.get(file.path);
      for (const [name, algorithm] of WEAK) {
        const [recorded, found] = [file[name], now?.[name]];
        if (!recorded || !found || recorded.toLowerCase() === found) continue;
        const args = { evidenceNo: item.evidenceNo, path: file.path, algorithm, recorded, found };
        yield hit('WEAK_DIGEST_DIFFERS', args, 'evidence', `/evidence/${i}/files/${j}/${name}`);
      }
    }
  }
}

function* weakOnly(input: RuleInput): Iterable<Hit> {
  const onlyWeak = (file: EvidenceFile): boolean => isWeak(file) && !file.sha256 && !file.sm3;
  const paths = new Set(input.case.evidence.evidence.flatMap(({ files }) => files.filter(onlyWeak).map((f) => f.path)));
  if (paths.size > 0) for (const [path] of written(input)) paths.delete(path);
  for (const [i, item] of input.case.evidence.evidence.entries()) {
    const weak = item.files.filter((file) => onlyWeak(file) && paths.has(file.path));
    const [first] = weak;
    if (!first) continue;
    const args = { evidence: [item.evidenceNo], paths: weak.map((f) => f.path) };
    yield hit('WEAK_DIGEST_ONLY', args, 'evidence', `/evidence/${i}/files/${item.files.indexOf(first)}`);
  }
}

export const FIXITY_RULES: readonly Rule[] = [
  {
    id: 'E-01',
    severity: 'warning',
    basis: basis('法发〔2016〕22号', '第五条', '第十四条'),
    asks: '每个文件在取证时计算完整性校验值（SHA-256，宜同时有 SM3），写入证据清单或者保管记录。',
    why: '没有取证时的校验值，就无法证明移送的与取得的是同一份。',
    right: '取证当天运行 mbpack collect，校验值写进 custody.jsonl。',
    wrong: '移送前一天才算校验值，取证时没有记录。',
    codes: ['COLLECT_DIGEST_MISSING'],
    check: recorded,
  },
  {
    id: 'E-09',
    severity: 'stop',
    basis: basis('最高法刑诉法解释（2021）', '第一百一十一条', '第一百一十四条'),
    asks: '现在计算的校验值与取证时记录的一致。',
    why: '不一致说明文件在取证后变过，不能再作为原来的证据移送。',
    right: '现在算出的 SHA-256 与提取笔录上写的一致。',
    wrong: '取证后在原文件上加了批注再保存，校验值变了；应当用原始备份。',
    codes: ['COLLECT_DIGEST_DIFFERS', 'WEAK_DIGEST_DIFFERS'],
    check: unchanged,
  },
  {
    id: 'E-10',
    severity: 'warning',
    basis: basis('法发〔2016〕22号', '第五条', '第十四条'),
    asks: '取证时的校验值不能只有 MD5 或者 SHA-1。旧笔录只记了这两种的，照抄进证据清单用来比对，并补做一次固定。条文没有指定算法，这一项是 mbpack 自设的。',
    why: 'MD5、SHA-1 可以人为造出相同的值，单凭它们不足以证明文件没有被换过。',
    right: '旧的 MD5 值照抄，核对一致后运行 mbpack collect，SHA-256、SM3 写进保管记录。',
    wrong: '2019 年的笔录只有 MD5，直接移送。',
    codes: ['WEAK_DIGEST_ONLY'],
    check: weakOnly,
  },
];
