/** Formatting that the views share. A view is plain data: strings, lists, and null for what is absent; never undefined. */
import {
  type Case,
  type Citation,
  chineseDay,
  type Day,
  formatFen,
  type Instant,
  madeBefore,
  type Participant,
  type Period,
  parseYuan,
  upperYuan,
  type Yuan,
} from '../../model/index.ts';

/** Figures and 大写 of an amount. */
export interface AmountView {
  readonly figures: string;
  readonly upper: string;
}

export function amount(yuan: Yuan): AmountView {
  const fen = parseYuan(yuan);
  // Schemas admit no other text; if one came through it is printed as it stands, never as another amount.
  return fen === undefined ? { figures: yuan, upper: yuan } : { figures: formatFen(fen), upper: upperYuan(fen) };
}

export function figures(yuan: Yuan | undefined): string | null {
  return yuan === undefined ? null : amount(yuan).figures;
}

/** Figures as letters and judgments write them and as people type them in the narrative beside: no separators. Papers of 0.1.0 had them. */
export interface Money {
  readonly amount: (yuan: Yuan) => AmountView;
  readonly figures: (yuan: Yuan | undefined) => string | null;
  readonly fen: (fen: bigint) => string;
}

export function moneyOf(madeBy: string | undefined): Money {
  const plain = (written: string): string => (madeBefore('0.2.0', madeBy) ? written : written.replaceAll(',', ''));
  return {
    amount: (yuan) => ({ ...amount(yuan), figures: plain(amount(yuan).figures) }),
    figures: (yuan) => (yuan === undefined ? null : plain(amount(yuan).figures)),
    fen: (fen) => plain(formatFen(fen)),
  };
}

export function day(value: Day | undefined): string | null {
  return value === undefined ? null : chineseDay(value);
}

export function period({ from, to }: Period): string {
  return from === to ? chineseDay(from) : `${chineseDay(from)}至${chineseDay(to)}`;
}

export function text(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}

/** Paragraphs of a text that someone typed with line breaks. */
export function paragraphs(value: string): readonly string[] {
  return value.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}

/** A stop, perhaps within closing quotes or brackets; an unfinished list too needs no full stop. */
const STOPPED = /[。！？；：，、…—.!?;:,]["”’）》〉】〕」』)\]]*$/;

/** A text that is printed as a sentence, with its 。 when the typist left it out. */
export function sentence(value: string): string {
  const end = value.trimEnd();
  return end === '' || STOPPED.test(end) ? value : `${end}。`;
}

/** Paragraphs, the last with its 。: a line break before it may stand within a sentence. */
export function sentences(value: string): readonly string[] {
  return paragraphs(value).map((line, i, all) => (i === all.length - 1 ? sentence(line) : line));
}

/** Sentences as the clauses of one: `甲；乙`, never `甲。；乙`. The reader adds the last stop. */
export function clauses(parts: readonly string[]): string {
  return parts.map((part) => part.trim().replace(/[。；]$/u, '')).join('；');
}

/** `《中华人民共和国行政处罚法》第二十七条第一款`, `《…的通知》（医保发〔2021〕49号）第三条` */
export function citation({ document, article, docNo }: Citation): string {
  const title = document.startsWith('《') ? document : `《${document}》`;
  return `${title}${docNo === undefined ? '' : `（${docNo}）`}${article}`;
}

/** `虚构医药服务案` → itself, `虚构医药服务` → `虚构医药服务一案` */
export function asCase(name: string): string {
  return name.endsWith('案') ? name : `${name}一案`;
}

/** `王某某（执法证号00-0000000）` */
export function officerText({ name, certNo }: { readonly name: string; readonly certNo?: string }): string {
  return certNo === undefined ? name : `${name}（执法证号${certNo}）`;
}

/** `顾某七（某某信息技术有限公司，数据库工程师，协助导出数据）` */
export function participantText({ name, unit, identity, task }: Participant): string {
  return `${name}（${[unit, identity ?? '', task].filter((part) => part !== '').join('，')}）`;
}

/** Officers by their ids; an id that the case does not know is printed as it stands. */
export function officers(forms: Case, ids: readonly string[]): readonly string[] {
  return ids.map((id) => forms.case.officers.find((o) => o.id === id)?.name ?? id);
}

/** Suspects and parties by their ids. */
export function actors(forms: Case, ids: readonly string[]): readonly string[] {
  return ids.map((id) => [...forms.case.suspects, ...forms.case.parties].find((a) => a.id === id)?.name ?? id);
}

/** `诈骗罪（《中华人民共和国刑法》第二百六十六条）`, with the people where an offence is laid to some of them only */
export function crimes(forms: Case): string {
  return forms.case.crimes
    .map((c) => {
      const people = c.suspects === undefined ? '' : `，涉嫌人员：${actors(forms, c.suspects).join('、')}`;
      return `${c.name}（${citation({ document: c.law, article: c.article })}${people}）`;
    })
    .join('、');
}

/** Evidence numbers as the documents cite them. */
export function evidenceNumbers(numbers: readonly string[]): string {
  return numbers.length === 0 ? '—' : numbers.join('、');
}

/** Fewer neighbours than this are named one by one. */
const RUN = 4;

/** The same in the order of the list of evidence, neighbours joined: `Z-01至Z-06、Z-09`; all of them are `全部证据`. */
export function numberRuns(numbers: readonly string[], order: readonly string[]): string {
  const own = new Set(numbers);
  if (order.length > 1 && order.every((no) => own.has(no)) && own.size === order.length) return '全部证据';
  const runs: string[][] = [];
  for (const [i, no] of order.entries()) {
    if (!own.has(no)) continue;
    const before = order[i - 1];
    const last = runs.at(-1);
    if (last && before !== undefined && own.has(before)) last.push(no);
    else runs.push([no]);
  }
  const others = [...own].filter((no) => !order.includes(no));
  return evidenceNumbers([...runs.flatMap((run) => (run.length < RUN ? run : [`${run[0]}至${run.at(-1)}`])), ...others]);
}

/** How the recipient is spoken to. */
export function recipientWord(forms: Case): string {
  return forms.case.recipient.type === '公安机关' ? '你局' : '你单位';
}

/** How an organ is spoken to, by the end of its name. */
export function youWord(recipient: string): string {
  const words = [
    ['委员会', '你委'],
    ['检察院', '你院'],
    ['局', '你局'],
  ] as const;
  return words.find(([end]) => recipient.endsWith(end))?.[1] ?? '你单位';
}

/** `规格型号：…`, or undefined where there is nothing. */
export function labelled(label: string, value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : `${label}${value}`;
}

/** An instant to the minute as parts, or null: blanks are ruled in their place. */
export function minute(value: Instant | undefined, format: (instant: Instant) => string): string | null {
  return value === undefined ? null : format(value);
}

/** Kind of evidence by 行政处罚法 and by 刑事诉讼法, once where both use one word. */
export function bothKinds(admin: string, criminal: string): string {
  return admin === criminal ? admin : `${admin}／${criminal}`;
}
