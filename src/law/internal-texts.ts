/** S-01: words of 内卷 copied into what leaves the house; it is not packed, and neither are its words. */
import { type Hit, hit, type RuleInput } from './rule.ts';
import { outwardTexts } from './texts.ts';

/** A shorter opinion, such as 同意移送, is written everywhere. */
const TELLING = 12;
const SHORTEST_NUMBER = 4;

export function* internalCopied(input: RuleInput): Iterable<Hit> {
  const { internal } = input.case;
  if (!internal) return;
  const { approval, legalReview, discussion, reasons = [] } = internal;
  const texts = [
    ['法制审核意见', legalReview?.opinion],
    ['集体讨论记录', discussion?.record],
    ['不批准的原因', approval?.refusalReason],
    ...reasons.map((r) => ['继续移送的理由', r.reason] as const),
  ].flatMap(([field = '', text = '']) => (fold(text).length < TELLING ? [] : [{ field, text: fold(text) }]));
  const number = fold(approval?.reportNo ?? '');
  for (const { form, pointer, text: packed } of outwardTexts(input)) {
    const folded = fold(packed);
    const copied = texts.find(({ text }) => folded.includes(text));
    if (copied) yield hit('INTERNAL_TEXT_PACKED', { field: copied.field }, form, pointer);
    if (number.length >= SHORTEST_NUMBER && folded.includes(number)) yield hit('INTERNAL_NUMBER_PACKED', {}, form, pointer, 'warning');
  }
}

/** Letters and figures only: other marks and widths are still a copy. */
const fold = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
