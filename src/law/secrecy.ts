/** S-01: nothing that leaves the house may tell who reported. Data and file names are read here; words inside evidence are brought in by whoever reads files; what was not read needs human eyes. */
import type { Case } from '../model/index.ts';
import { internalCopied } from './internal-texts.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';
import { coreOf, numberSearch } from './search-number.ts';
import { joined, joinedText, plainText } from './search-text.ts';
import { outwardTexts, type Packed } from './texts.ts';

/** Shorter numbers are found by chance in others: they warn and do not stop. */
const CERTAIN_NUMBER = 8;
const SHORTEST_NUMBER = 5;
/** A name within so many characters of a word for reporting is told to be the reporter's. */
const NEAR = 15;
const REPORTING = /举报|投诉|线索提供|反映人|检举/gu;
/** Not a name: an anonymous report has no identity to hide. */
const NOBODY = /^(?:匿名|群众|不详|未知|无|某人|来电人)/u;

/** Names of the case that contain the informant's are other people's: 林一禾 is not 林一. */
function knownNames(c: Case): readonly string[] {
  const { suspects, parties, officers } = c.case;
  return [...suspects, ...parties, ...officers].map((p) => joinedText(p.name));
}

function* informantHidden(input: RuleInput): Iterable<Hit> {
  yield* internalCopied(input);
  const search = leakSearch(input.case);
  if (!search) return;
  for (const { form, pointer, text } of outwardTexts(input)) for (const leak of search.leaks(text)) yield leakHit(leak, form, pointer);
}

/** How the number of a report is called. */
export const CLUE_NUMBER = '线索编号';

/** What a text tells of who reported. `certain`: no chance, it stops. */
export type Leak =
  /** `rounded`: a spreadsheet wrote it as 1.39E+10, as it would others. */
  | { readonly kind: 'number'; readonly field: string; readonly certain: boolean; readonly rounded?: true }
  | { readonly kind: 'reporting' | 'elsewhere'; readonly certain: boolean };

export interface LeakSearch {
  leaks(text: string): readonly Leak[];
  /** A name is searched for, in the characters in which it was given. */
  readonly named: boolean;
}

/** A search for the informant of a case, or undefined when nobody is to be hidden. */
export function leakSearch(c: Case): LeakSearch | undefined {
  const clue = c.internal?.clue;
  if (!clue) return undefined;
  const numbers = (
    [
      ['举报人证件号码', clue.informantIdNo, 'identity'],
      ['举报人电话', clue.informantPhone, 'telephone'],
      [CLUE_NUMBER, clue.no, 'other'],
    ] as const
  ).flatMap(([field, value = '', kind]) => {
    const { length } = coreOf(value);
    return length < SHORTEST_NUMBER ? [] : [{ field, certain: length >= CERTAIN_NUMBER, occursIn: numberSearch(value, kind) }];
  });
  const name = joinedText(clue.informant ?? '');
  const named = name.length >= 2 && !NOBODY.test(name);
  if (numbers.length === 0 && !named) return undefined;
  const others = knownNames(c).filter((other) => other !== name && other.includes(name));
  const leaksIn = (text: string): readonly Leak[] => {
    const plain = plainText(text);
    const leaks = numbers.flatMap(({ field, certain, occursIn }): Leak[] => {
      const occurs = occursIn(plain);
      if (occurs === 'nowhere') return [];
      return occurs === 'whole' ? [{ kind: 'number', field, certain }] : [{ kind: 'number', field, certain: false, rounded: true }];
    });
    const where = named ? nameIn(joined(plain), name, others) : 'nowhere';
    return where === 'nowhere' ? leaks : [...leaks, { kind: where, certain: where === 'reporting' }];
  };
  return { leaks: leaksIn, named };
}

/** What is said of a number that was found. */
export function numberArguments({ field, rounded }: Extract<Leak, { kind: 'number' }>): {
  readonly field: string;
  readonly rounded?: true;
} {
  return { field, ...(rounded ? { rounded } : {}) };
}

function leakHit(leak: Leak, form: Packed['form'], pointer: string): Hit {
  const severity = leak.certain ? undefined : 'warning';
  if (leak.kind === 'number') return hit('INFORMANT_NUMBER_LEAKED', numberArguments(leak), form, pointer, severity);
  return hit(leak.kind === 'reporting' ? 'INFORMANT_NAMED' : 'INFORMANT_NAME_OCCURS', {}, form, pointer, severity);
}

function nameIn(text: string, name: string, others: readonly string[]): 'reporting' | 'elsewhere' | 'nowhere' {
  let masked = text;
  for (const other of others) masked = masked.replaceAll(other, '＊'.repeat(other.length));
  if (!masked.includes(name)) return 'nowhere';
  for (const word of masked.matchAll(REPORTING)) {
    if (masked.slice(Math.max(0, word.index - NEAR), word.index + word[0].length + NEAR).includes(name)) return 'reporting';
  }
  return 'elsewhere';
}

export const SECRECY_RULES: readonly Rule[] = [
  {
    id: 'S-01',
    severity: 'stop',
    basis: [...basis('医疗保障基金使用监督管理条例', '第三十五条'), ...basis('医保发〔2021〕49号', '五（三）')],
    asks: '移送的任何材料都不显示举报人身份。举报人同时是证人的，只以证人身份出现；身份信息另走密封渠道。内卷的审核意见、讨论记录、理由和不批准的原因，不照抄进移送的材料。',
    why: '泄露举报人身份是违法行为。各表、保管记录、文件名和程序读得出的文字由程序检查；读不出的（图片、扫描件、录音录像、加密的、没有打开的附件、繁体字写的）逐个列出原因，由人逐页看。姓名按填写的字查找，拼音、繁体字、同音字查不出来。',
    right: '举报人需要作证的，询问笔录只称证人，任何材料不出现“举报人”。',
    wrong: '案件来源写“据举报人王某电话反映”；证据文件名写“举报信-王某.pdf”。',
    codes: ['INFORMANT_NUMBER_LEAKED', 'INFORMANT_NAMED', 'INFORMANT_NAME_OCCURS', 'INTERNAL_TEXT_PACKED', 'INTERNAL_NUMBER_PACKED'],
    beside: true,
    check: informantHidden,
  },
];
