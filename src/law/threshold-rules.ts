/**
 * A-04: the amount beside the amounts of 数额较大, 巨大 and 特别巨大, with the source of each. It says above, within,
 * near, below or unknown; never that anything is a crime, nor that anything must be referred (theft has forms without an amount).
 */
import { type CaseForm, formatFen, parseYuan, sumYuan, type TemplatePack, type Threshold } from '../model/index.ts';
import { names } from './offences.ts';
import { crimesOfFact, isConductOfOffice } from './office.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

export const NATION = '全国';

/** `above` a tier's start in every region; `within` the range in which regions set it; else `near` or `below` 数额较大. */
export type Standing =
  | { readonly level: 'above' | 'within'; readonly tier: '数额较大' | '数额巨大' | '数额特别巨大' }
  | { readonly level: 'near' | 'below' | 'noFigure' };

const TIERS = [
  ['数额特别巨大', 'enormous', 'enormousTo'],
  ['数额巨大', 'huge', 'hugeTo'],
  ['数额较大', 'large', 'largeTo'],
] as const;

/** Where an amount stands in a row of thresholds. `nearShare`: the pack's share of 数额较大, as a decimal below 1. */
export function standing(fen: bigint, row: Threshold, nearShare?: string): Standing {
  for (const [tier, from, to] of TIERS) {
    const start = parseYuan(row[from] ?? '');
    if (start === undefined || fen < start) continue;
    const end = parseYuan(row[to] ?? '');
    return { level: end !== undefined && fen < end ? 'within' : 'above', tier };
  }
  const large = parseYuan(row.large ?? '');
  if (large === undefined) return { level: 'noFigure' };
  const share = parseYuan(nearShare ?? '');
  return { level: share !== undefined && fen * 100n >= large * share ? 'near' : 'below' };
}

/** Where a case is: what it says itself, or its bureau within the pack's region (`广东` + `广州市医疗保障局`). */
export function regionOf(pack: TemplatePack, { region, sender }: Pick<CaseForm, 'region' | 'sender'>): string | undefined {
  return region ?? (pack.region === undefined ? undefined : `${pack.region}${sender.name}`);
}

/**
 * The region's row for an offence, or the nation's: a row of that very name; a row that names the city; the row of the province
 * for its other places; a row whose name the region begins with (`江苏` for `江苏省示例市`).
 */
export function thresholdOf(pack: TemplatePack, region: string | undefined, crime: string): Threshold | undefined {
  const rows = (pack.thresholds ?? []).filter((t) => names(crime, [t.crime]));
  const local = region === undefined ? undefined : rowOfPlace(rows, region);
  return local ?? rows.find((t) => t.region === NATION);
}

function rowOfPlace(rows: readonly Threshold[], region: string): Threshold | undefined {
  return (
    rows.find((t) => t.region === region) ??
    rows.find((t) => t.cities?.some((city) => isIn(region, t.province, city))) ??
    rows.find((t) => t.province !== undefined && t.cities === undefined && region.startsWith(t.province)) ??
    rows.find((t) => t.province === undefined && t.region !== NATION && region.startsWith(t.region))
  );
}

/** `广州`, `广州市`, `广东省广州市…`: the city at the head, the province before it or not; 中山区 is no 中山市. */
function isIn(region: string, province: string | undefined, city: string): boolean {
  const rest = province !== undefined && region.startsWith(province) ? region.slice(province.length).replace(/^省/, '') : region;
  return rest.startsWith(city) && !/^[区县路]/.test(rest.slice(city.length));
}

export interface Compared {
  readonly crime: string;
  readonly fen: bigint;
  /** Each suspect's part, where the case gives it and has but one offence. */
  readonly persons: readonly { readonly name: string; readonly fen: bigint }[];
}

/** One offence: the whole amount, and each suspect's. Several: the facts of each; leads for 监察机关 among them. */
export function amountsByCrime(c: CaseForm): readonly Compared[] {
  const leads = c.facts.filter((f) => isConductOfOffice(c, f)).flatMap((f) => crimesOfFact(c, f).slice(0, 1));
  const crimes = [...new Set([...c.crimes.map((crime) => crime.name), ...leads])];
  return crimes.map((crime) => {
    const facts = c.facts.filter((f) => names(crime, crimesOfFact(c, f)));
    const all = crimes.length === 1 || facts.length === 0;
    const own = sumYuan(facts.map((f) => f.amount)) - sumYuan(facts.map((f) => f.overlap));
    const persons = (crimes.length === 1 ? (c.amount.bySuspect ?? []) : []).map(({ suspect, amount }) => ({
      name: c.suspects.find((s) => s.id === suspect)?.name ?? suspect,
      fen: parseYuan(amount) ?? 0n,
    }));
    return { crime, fen: all ? (parseYuan(c.amount.fundLoss) ?? 0n) : own, persons };
  });
}

function* compared({ case: { case: c }, pack }: RuleInput): Iterable<Hit> {
  if (!pack.thresholds) return;
  for (const { crime, fen, persons } of amountsByCrime(c)) {
    const row = thresholdOf(pack, regionOf(pack, c), crime);
    // A name is told as not found only where no row of its place was found.
    const asked = row && row.region !== NATION ? '' : (c.region ?? pack.region ?? '');
    if (!row) {
      yield hit('THRESHOLD_UNKNOWN', { crime, region: asked }, 'case', '/amount/fundLoss');
      continue;
    }
    const { region, source, certainty, conflict = '', nearFactors = [] } = row;
    const stands = (amount: bigint) => {
      const found = standing(amount, row, pack.nearShare);
      return { amount: formatFen(amount), level: found.level, tier: 'tier' in found ? found.tier : '' };
    };
    const whole = stands(fen);
    const figures = TIERS.toReversed().flatMap(([name, low, high]) => {
      const [start, end] = [parseYuan(row[low] ?? ''), parseYuan(row[high] ?? '')];
      return start === undefined ? [] : [`${name} ${formatFen(start)}${end === undefined ? '' : `–${formatFen(end)}`} 元`];
    });
    const factors = whole.level === 'near' || whole.level === 'below' ? nearFactors.join('、') : '';
    const each = persons.map((p) => ({ name: p.name, ...stands(p.fen) }));
    const about = { region, asked, figures: figures.join('，'), source, certainty, conflict, factors };
    yield hit('THRESHOLD_COMPARED', { crime, ...whole, persons: each, ...about }, 'case', '/amount/fundLoss');
  }
}

export const THRESHOLD_RULES: readonly Rule[] = [
  {
    id: 'A-04',
    severity: 'info',
    basis: basis('法发〔2024〕6号', '第五条', '第六条', '第十二条'),
    asks: '把初步认定金额与案件所在地区的数额标准并列显示，注明标准的来源、核实程度和不同说法；没有该地区标准的，显示全国幅度。只作提示，不判断是否犯罪。',
    why: '各省标准不同；是否追究刑事责任要综合数额、手段、退赃等情节，由司法机关决定。',
    right: '案件所在地区（region）: 广东一类',
    wrong: '因为低于某个数额就自行决定不移送。',
    codes: ['THRESHOLD_COMPARED', 'THRESHOLD_UNKNOWN'],
    check: compared,
  },
];
