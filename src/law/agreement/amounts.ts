/** K-02: amounts written in prose stand somewhere in the data. */
import { type Case, type FormName, formatFen, parseYuan, upperYuan } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** Capitals with a space here and there, as they stand in forms that are filled in. */
const CAPITALS = '[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正](?: ?[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正])+';
/** `1,234.56元`, `12.5万元`, `12万3456元`, `3000余元`; the whole run of figures before 元, spaces inside included. */
const AMOUNT = new RegExp(
  String.raw`(?:\d[\d,. ]*(?:万|亿)?)+(?:余|多)?元(?: ?\( ?(?:大写[:：]?)? ?(?:人民币)? ?(${CAPITALS}) ?\))?`,
  'gu',
);
/** Figures with what may stand before them. */
const FIGURES = String.raw`(?:人民币)? ?[¥￥]? ?((?:\d[\d,. ]*(?:万|亿)?)+)`;
/** The other order: `人民币贰万捌仟元整（28640.35元）`, `（小写：¥28,640.35）`, `（小写）28640.35元`; 元 may be wanting. */
const CAPITALS_FIRST = new RegExp(
  String.raw`(${CAPITALS})[,，]? ?(?:\( ?(?:小写)?[:：]? ?${FIGURES}元?整? ?\)|(?:\(小写\)|小写)[:：]? ?${FIGURES})`,
  'gu',
);
const PART = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(万|亿)?$/u;

export interface ProseAmount {
  readonly written: string;
  /** Undefined when it cannot be read as one amount, or is finer than a fen. */
  readonly fen: bigint | undefined;
  /** Chinese capitals: in brackets behind it, or before the brackets it stands in. */
  readonly capitals?: string;
}

/** Amounts of a text, full-width figures read as plain ones. About (余、多) is no exact amount and is left out. */
export function proseAmounts(text: string): ProseAmount[] {
  const found: ProseAmount[] = [];
  const plain = text.normalize('NFKC');
  const before = capitalsBefore(plain);
  for (const match of plain.matchAll(AMOUNT)) {
    const [written, behind] = match;
    const figures = written.slice(0, written.indexOf('元'));
    const capitals = behind ?? before.get(match.index)?.capitals;
    before.delete(match.index);
    if (/[余多]$/u.test(figures)) continue;
    found.push({ written: `${figures}元`, fen: fenOf(figures.trim()), ...(capitals ? { capitals } : {}) });
  }
  for (const { figures, capitals } of before.values()) found.push({ written: `${figures}元`, fen: fenOf(figures), capitals });
  return found;
}

/** By where the figures begin. */
function capitalsBefore(text: string): Map<number, { readonly figures: string; readonly capitals: string }> {
  const found = new Map<number, { figures: string; capitals: string }>();
  for (const match of text.matchAll(CAPITALS_FIRST)) {
    const [written, capitals = '', bracketed, behind] = match;
    const figures = bracketed ?? behind ?? '';
    if (/[元圆]/u.test(capitals)) found.set(match.index + written.indexOf(figures, capitals.length), { figures: figures.trim(), capitals });
  }
  return found;
}

/** `12万3456` is 12万 and 3456. */
function fenOf(figures: string): bigint | undefined {
  let total = 0n;
  for (const part of figures.split(/(?<=[万亿])/u)) {
    const match = PART.exec(part.trim());
    if (!match) return undefined;
    const scale = match[3] === '万' ? 4 : match[3] === '亿' ? 8 : 0;
    const decimals = match[2] ?? '';
    const digits = BigInt(`${(match[1] ?? '').replaceAll(',', '')}${decimals}`);
    const exponent = scale + 2 - decimals.length;
    const unit = 10n ** BigInt(Math.abs(exponent));
    if (exponent < 0 && digits % unit !== 0n) return undefined;
    total += exponent >= 0 ? digits * unit : digits / unit;
  }
  return total;
}

/** All amounts that the data fields hold, and the sums an official may quote. */
function knownAmounts(c: Case): Set<bigint> {
  const known = new Set<bigint>();
  const add = (text: string | undefined) => {
    const fen = text === undefined ? undefined : parseYuan(text);
    if (fen !== undefined) known.add(fen);
    return fen ?? 0n;
  };
  const { amount, penalty, facts } = c.case;
  for (const { text } of textsOf([amount, penalty, c.items.items.map((i) => i.value)])) add(text);
  for (const fact of facts) known.add(add(fact.amount) - add(fact.overlap));
  const total = parseYuan(amount.fundLoss) ?? 0n;
  const recovered = (amount.recovered ?? []).reduce((sum, r) => sum + (parseYuan(r.amount) ?? 0n), 0n);
  return known.add(recovered).add(total - recovered);
}

interface Examined {
  readonly form: FormName;
  readonly pointer: string;
  readonly text: string;
  /** Facts tell of many sums (fees, cash, transfers): an unknown one warns there and is an error in the two summaries. */
  readonly severity?: 'warning';
}

function* examined({ case: c, transfer, investigation }: Case): Iterable<Examined> {
  yield { form: 'transfer', pointer: '/factSummary', text: transfer.factSummary };
  yield { form: 'investigation', pointer: '/recommendation', text: investigation.recommendation };
  for (const [i, fact] of c.facts.entries()) {
    if (fact.consequence) yield { form: 'case', pointer: `/facts/${i}/consequence`, text: fact.consequence, severity: 'warning' };
  }
}

function* quoted({ case: c }: RuleInput): Iterable<Hit> {
  const known = knownAmounts(c);
  const total = parseYuan(c.case.amount.fundLoss) ?? 0n;
  for (const { form, pointer, text, severity } of examined(c)) {
    const amounts = proseAmounts(text);
    for (const { written, fen, capitals } of amounts) {
      if (fen === undefined || !known.has(fen))
        yield hit('AMOUNT_NOT_IN_CASE', { found: written, total: formatFen(total) }, form, pointer, severity);
      if (fen === undefined || !capitals) continue;
      const expected = upperYuan(fen);
      if (plain(capitals) !== plain(expected)) yield hit('AMOUNT_CAPITALS_DIFFER', { figures: written, capitals, expected }, form, pointer);
    }
    if (form === 'transfer' && !amounts.some((a) => a.fen === total)) {
      yield hit('AMOUNT_NOT_MENTIONED', { total: formatFen(total), document: '移送书的事实摘要' }, form, pointer, 'warning');
    }
  }
}

/** Ways of writing that the rules for bills leave open: 圆 for 元, 正 for 整, a 零 that may stand or not. */
function plain(capitals: string): string {
  return capitals.replaceAll('圆', '元').replace(/[整正零〇 ]/gu, '');
}

export const PROSE_AMOUNT_RULES: readonly Rule[] = [
  {
    id: 'K-02',
    severity: 'error',
    basis: basis('国务院令第310号', '第三条'),
    asks: '移送书的事实摘要、调查报告的处理建议里的金额，与 case 里的金额一致，精确到分；大写与数字一致。各事实的危害后果里出现数据之外的金额，提醒核对。',
    why: '同一案件出现两个金额，哪一个都不能用。',
    right: '移送书写 140000.00 元，case 里 fundLoss 也是 "140000.00"。',
    wrong: '移送书写 14 万元整，数据是 139800.00 元。',
    codes: ['AMOUNT_NOT_IN_CASE', 'AMOUNT_CAPITALS_DIFFER', 'AMOUNT_NOT_MENTIONED'],
    check: quoted,
  },
];
