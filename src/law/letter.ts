/** L-01: the numbers of the bureau's own letters; what the police number, they number by their own rules. */
import type { Codes, FormName } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** 机关代字、六角括号里的年份、不编虚位的顺序号: what every pack asks of other letters; its own pattern is of the 移送书 alone. */
const STANDARD = /^[^\s〔〕]+〔\d{4}〕[1-9]\d*号$/u;

function* docNumbers({ case: { transfer, correspondence }, pack }: RuleInput): Iterable<Hit> {
  yield* docNumber(transfer.docNo, new RegExp(pack.docNoPattern, 'u'), 'transfer', '/docNo');
  const { consultations = [], urgentNotices = [], procuratorateLetter } = correspondence ?? {};
  for (const [name, letters] of Object.entries({ consultations, urgentNotices }))
    for (const [i, { docNo }] of letters.entries()) yield* docNumber(docNo, STANDARD, 'correspondence', `/${name}/${i}/docNo`);
  yield* docNumber(procuratorateLetter?.docNo, STANDARD, 'correspondence', '/procuratorateLetter/docNo');
}

function* docNumber(docNo: string | undefined, pattern: RegExp, form: FormName, pointer: string): Iterable<Hit> {
  if (docNo !== undefined && !pattern.test(docNo)) yield hit('DOC_NO_PATTERN', { docNo, fault: faultOf(docNo) }, form, pointer);
}

function faultOf(docNo: string): Codes['DOC_NO_PATTERN']['fault'] {
  return /[[\]［］【】()（）{}]/.test(docNo) ? 'brackets' : /第\d/.test(docNo) ? 'ordinal' : /〕0\d*号/.test(docNo) ? 'padding' : 'other';
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
    check: docNumbers,
  },
];
