/**
 * What the rules on evidence still ask of each item, for 合法性说明: a paper that officers sign must not be silent about what the
 * program itself told them. Made from packed data alone, so that a verifier makes the same.
 */
import { checkCase, RULES } from '../law/index.ts';
import { allRecords, type Case, type CustodyEvent, type Digests, type Finding } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';

/** Rules on how evidence was collected and kept; not those that only speak of all words or of what is still to be signed. */
const ON_EVIDENCE = /^(?!R-0[35]$)(?:[EDTXWVBR]-|C-0[458])/;

export interface OpenRules {
  /** By evidence number, in the order of the rule table. */
  readonly openRules: ReadonlyMap<string, readonly string[]>;
  /** What each of these rules asks. */
  readonly ruleAsks: ReadonlyMap<string, string>;
}

export interface OpenRulesInput {
  readonly case: Case;
  readonly pack: LoadedPack;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly custody: { readonly lines: readonly string[]; readonly events: readonly CustodyEvent[] };
  readonly digests: ReadonlyMap<string, Digests>;
  /** Version of the program that made the dossier: rules that it had not were never on its papers. */
  readonly madeBy?: string | undefined;
}

export function openRules({
  case: { internal: _, supervision: __, correspondence: ___, ...packed },
  pack,
  now,
  custody,
  digests,
  madeBy,
}: OpenRulesInput): OpenRules {
  const about = madeBy === undefined ? {} : { madeBy };
  const found = checkCase({ case: packed, pack: pack.pack, now, draft: false, custody, digests, ...about }, () => undefined);
  const open = new Map<string, Set<string>>();
  const byRecord = itemsByRecord(packed);
  for (const f of found) {
    if (f.severity === 'info' || !f.rule || !ON_EVIDENCE.test(f.rule)) continue;
    for (const evidenceNo of itemsOf(f, byRecord)) open.set(evidenceNo, (open.get(evidenceNo) ?? new Set()).add(f.rule));
  }
  const used = new Set([...open.values()].flatMap((rules) => [...rules]));
  const order = RULES.map(({ id }) => id);
  return {
    openRules: new Map([...open].map(([no, rules]) => [no, [...rules].sort((a, b) => order.indexOf(a) - order.indexOf(b))])),
    ruleAsks: new Map(RULES.filter(({ id }) => used.has(id)).map(({ id, asks }) => [id, asks])),
  };
}

/** By the number of each record, the items that it proves. */
function itemsByRecord({ evidence, records }: Case): ReadonlyMap<string, readonly string[]> {
  const items = new Map(allRecords(records).map((r): [string, string[]] => [r.record.recordNo, []]));
  for (const { evidenceNo, records: named } of evidence.evidence) for (const no of new Set(named)) items.get(no)?.push(evidenceNo);
  return items;
}

/** The items that a finding speaks of: by their numbers, or by the records that prove them. */
function itemsOf({ args }: Finding, byRecord: ReturnType<typeof itemsByRecord>): readonly string[] {
  const { evidence: several, evidenceNo, records: named, record } = args as Readonly<Record<string, unknown>>;
  const texts = (value: unknown): readonly string[] =>
    (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === 'string' && text !== '');
  const direct = [...texts(several), ...texts(evidenceNo)];
  if (direct.length > 0) return direct;
  return [...new Set([...texts(named), ...texts(record)].flatMap((no) => byRecord.get(no) ?? []))];
}
