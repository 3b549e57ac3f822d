/** K-02: amounts written in prose stand somewhere in the data. */
import { type Case, formatFen, parseYuan } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** `1,234.56元`, `12.5万元`, `人民币3000元`; figures with or without separators. */
const AMOUNT = /(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?\s*(万|亿)?元/gu;

/** Fen of an amount in prose, or undefined when it is finer than a fen. */
export function proseAmounts(text: string): { readonly written: string; readonly fen: bigint }[] {
  const found: { written: string; fen: bigint }[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const scale = match[3] === '万' ? 4 : match[3] === '亿' ? 8 : 0;
    const decimals = (match[2] ?? '').slice(1);
    const digits = `${(match[1] ?? '').replace(/[,，]/g, '')}${decimals}`;
    const exponent = scale + 2 - decimals.length;
    const fen = exponent >= 0 ? BigInt(digits) * 10n ** BigInt(exponent) : BigInt(digits) / 10n ** BigInt(-exponent);
    found.push({ written: match[0], fen });
  }
  return found;
}

/** All amounts that the data fields hold, and the sums an official may quote. */
function knownAmounts(c: Case): Set<bigint> {
  const known = new Set<bigint>();
  const add = (text: string | undefined) => {
    const fen = text === undefined ? undefined : parseYuan(text);
    if (fen !== undefined) known.add(fen);
  };
  for (const { text } of textsOf([
    c.case.amount,
    c.case.penalty,
    c.case.facts.map((f) => [f.amount, f.overlap]),
    c.items.items.map((i) => i.value),
  ]))
    add(text);
  const total = parseYuan(c.case.amount.fundLoss) ?? 0n;
  const recovered = (c.case.amount.recovered ?? []).reduce((sum, r) => sum + (parseYuan(r.amount) ?? 0n), 0n);
  return known.add(recovered).add(total - recovered);
}

function* quoted({ case: c }: RuleInput): Iterable<Hit> {
  const known = knownAmounts(c);
  const total = parseYuan(c.case.amount.fundLoss) ?? 0n;
  const texts = [
    ['transfer', '/factSummary', c.transfer.factSummary, '移送书的事实摘要'],
    ['investigation', '/recommendation', c.investigation.recommendation, '调查报告的处理建议'],
  ] as const;
  for (const [form, pointer, text, document] of texts) {
    const amounts = proseAmounts(text);
    for (const { written, fen } of amounts) {
      if (!known.has(fen)) yield hit('AMOUNT_NOT_IN_CASE', { found: written, total: formatFen(total) }, form, pointer);
    }
    if (form === 'transfer' && !amounts.some((a) => a.fen === total)) {
      yield hit('AMOUNT_NOT_MENTIONED', { total: formatFen(total), document }, form, pointer, 'warning');
    }
  }
}

export const PROSE_AMOUNT_RULES: readonly Rule[] = [
  {
    id: 'K-02',
    severity: 'error',
    basis: basis('国务院令第310号', '第三条'),
    asks: '移送书、调查报告文字里的金额与 case 里的金额一致，精确到分。',
    why: '同一案件出现两个金额，哪一个都不能用。',
    codes: ['AMOUNT_NOT_IN_CASE', 'AMOUNT_NOT_MENTIONED'],
    check: quoted,
  },
];
