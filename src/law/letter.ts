/** L-01: the number of the transfer letter. */
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

function* docNumber({ case: { transfer }, pack }: RuleInput): Iterable<Hit> {
  const { docNo } = transfer;
  if (new RegExp(pack.docNoPattern, 'u').test(docNo)) return;
  const fault = /[[\]［］【】()（）{}]/.test(docNo)
    ? 'brackets'
    : /第\d/.test(docNo)
      ? 'ordinal'
      : /〕0\d*号/.test(docNo)
        ? 'padding'
        : 'other';
  yield hit('DOC_NO_PATTERN', { docNo, fault }, 'transfer', '/docNo');
}

export const LETTER_RULES: readonly Rule[] = [
  {
    id: 'L-01',
    severity: 'warning',
    basis: basis('GB/T 9704-2012', '7.2.5'),
    asks: '发文字号由机关代字、年份、顺序号组成：年份用六角括号〔〕括入，顺序号不加“第”字、不编虚位、后加“号”字。',
    why: '文号写法不合格式，收发登记和引用都会出错。',
    right: '示医保移〔2026〕3号',
    wrong: '示医保移[2026]第03号',
    codes: ['DOC_NO_PATTERN'],
    check: docNumber,
  },
];
