/** E-01, E-09, C-03: the digest written at collection is the digest found now, and the chain between them holds. */
import { type CustodyEvent, chainFaults, chineseInstant, type Digests, parseInstant } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

interface Recorded extends Partial<Digests> {
  readonly record: string;
}

/** The events before packing: the pack event that build adds says nothing of collection. */
function collected({ custody }: RuleInput): readonly CustodyEvent[] {
  return (custody?.events ?? []).filter((e) => e.action !== 'pack');
}

/** What is written of a file: in the evidence list, and at its first event in the chain. */
function* recordsOf(input: RuleInput, path: string, listed: Partial<Digests>): Iterable<Recorded> {
  if (listed.sha256 || listed.sm3) yield { record: '证据清单', ...listed };
  for (const event of collected(input)) {
    for (const digest of event.digests ?? []) if (digest.path === path) yield { ...digest, record: `保管记录第${event.seq}条` };
  }
}

function* recorded(input: RuleInput): Iterable<Hit> {
  const without = input.case.evidence.evidence.flatMap((item, i) =>
    item.files.flatMap((file, j) =>
      [...recordsOf(input, file.path, file)].length === 0 ? [{ item, file, pointer: `/evidence/${i}/files/${j}` }] : [],
    ),
  );
  const [first] = without;
  if (first)
    yield hit(
      'COLLECT_DIGEST_MISSING',
      { evidenceNo: first.item.evidenceNo, path: first.file.path, count: without.length },
      'evidence',
      first.pointer,
    );
}

function* unchanged(input: RuleInput): Iterable<Hit> {
  if (!input.digests) return;
  for (const [i, item] of input.case.evidence.evidence.entries()) {
    for (const [j, file] of item.files.entries()) {
      const now = input.digests.get(file.path);
      if (!now) continue;
      const said = new Set<string>();
      for (const was of recordsOf(input, file.path, file)) {
        const algorithm = (['sha256', 'sm3'] as const).find((name) => was[name] && was[name] !== now[name]);
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
        yield hit('COLLECT_DIGEST_DIFFERS', args, 'evidence', `/evidence/${i}/files/${j}`);
      }
    }
  }
}

function* chain({ case: { evidence }, custody, now }: RuleInput): Iterable<Hit> {
  if (!custody?.events.some((e) => e.action !== 'pack')) yield hit('CUSTODY_MISSING', {}, undefined, '', 'warning');
  if (!custody) return;
  for (const { line, fault } of chainFaults(custody.lines)) yield hit('CUSTODY_CHAIN_BROKEN', { line, fault }, 'custody', `/${line}`);
  for (const event of custody.events) {
    if ((parseInstant(event.at) ?? 0) > now)
      yield hit('DATE_IN_FUTURE', { what: `保管记录第 ${event.seq} 条`, date: chineseInstant(event.at) }, 'custody', `/${event.seq}`);
  }
  const known = new Set(evidence.evidence.map((e) => e.evidenceNo));
  for (const event of custody.events) {
    for (const evidenceNo of event.items) {
      if (!known.has(evidenceNo)) yield hit('CUSTODY_ITEM_UNKNOWN', { line: event.seq, evidenceNo }, 'custody', `/${event.seq}`, 'warning');
    }
  }
}

export const FIXITY_RULES: readonly Rule[] = [
  {
    id: 'E-01',
    severity: 'warning',
    basis: basis('法发〔2016〕22号', '第五条', '第十四条'),
    asks: '每个文件在取证时计算完整性校验值（SHA-256，宜同时有 SM3），写入证据清单或者保管记录。',
    why: '没有取证时的校验值，就无法证明移送的与取得的是同一份。',
    codes: ['COLLECT_DIGEST_MISSING'],
    check: recorded,
  },
  {
    id: 'E-09',
    severity: 'stop',
    basis: basis('最高法刑诉法解释（2021）', '第一百一十一条', '第一百一十四条'),
    asks: '现在计算的校验值与取证时记录的一致。',
    why: '不一致说明文件在取证后变过，不能再作为原来的证据移送。',
    codes: ['COLLECT_DIGEST_DIFFERS'],
    check: unchanged,
  },
  {
    id: 'C-03',
    severity: 'stop',
    basis: basis('最高法刑诉法解释（2021）', '第一百一十一条'),
    asks: '保管记录逐条相接：序号连续，每条记有上一条的校验值，时间不倒退。',
    why: '链条断了，就说不清证据经过谁的手。',
    codes: ['CUSTODY_CHAIN_BROKEN', 'CUSTODY_MISSING', 'CUSTODY_ITEM_UNKNOWN', 'DATE_IN_FUTURE'],
    check: chain,
  },
];
