/** K-01: one person, one agency, one spelling in every form. */
import { type Case, editDistance } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { narratives } from './narratives.ts';

/** Below this length one changed character makes another person's name, not a slip of the pen. */
const SHORTEST_COMPARED = 5;

interface Known {
  readonly name: string;
  readonly idNo?: string | undefined;
  readonly pointer: string;
}

function knownNames(c: Case): Known[] {
  const { case: f } = c;
  return [
    { name: f.sender.name, pointer: '/sender/name' },
    { name: f.recipient.name, pointer: '/recipient/name' },
    ...f.cc.map((name, i) => ({ name, pointer: `/cc/${i}` })),
    ...f.parties.map((p, i) => ({ name: p.name, idNo: p.idNo ?? p.otherIdNo, pointer: `/parties/${i}/name` })),
    ...f.suspects.map((s, i) => ({ name: s.name, idNo: s.idNo ?? s.otherIdNo, pointer: `/suspects/${i}/name` })),
  ];
}

/** A stretch of `text` one character away from `name` and not the name itself. */
export function nearMiss(text: string, name: string): string | undefined {
  const letters = [...text];
  const wanted = [...name];
  const { length } = wanted;
  for (let i = 0; i + length - 1 <= letters.length; i++) {
    for (const size of [length, length - 1, length + 1]) {
      // Shifted windows over the right name are one deletion away from it; the slip itself starts and ends like the name.
      if (i + size > letters.length || letters[i] !== wanted[0] || letters[i + size - 1] !== wanted.at(-1)) continue;
      const found = letters.slice(i, i + size).join('');
      if (found.includes(name)) continue;
      if (editDistance(found, name) === 1) return found;
    }
  }
  return undefined;
}

function* sameSpelling({ case: c }: RuleInput): Iterable<Hit> {
  const known = knownNames(c);
  const spellings = new Set(known.map((k) => k.name));
  for (const { form, pointer, text } of narratives(c)) {
    for (const name of new Set([...spellings].filter((n) => [...n].length >= SHORTEST_COMPARED))) {
      const found = nearMiss(text, name);
      if (!found || [...spellings].some((s) => s.includes(found) || (found.includes(s) && text.includes(s) && s !== name))) continue;
      const args = { found, known: name, difference: differing(found, name) };
      yield hit('NAME_NEARLY_THE_SAME', args, form, pointer, tellsApart(found, name) ? 'warning' : undefined);
    }
  }
  const byNumber = new Map<string, Known[]>();
  for (const k of known) if (k.idNo) byNumber.set(k.idNo, [...(byNumber.get(k.idNo) ?? []), k]);
  for (const [idNo, persons] of byNumber) {
    const names = new Set(persons.map((p) => p.name));
    if (names.size > 1) yield hit('PERSON_CONTRADICTS', { idNo, names: [...names].join('、') }, 'case', persons.at(-1)?.pointer ?? '');
  }
}

/** 第一 and 第二, 甲 and 乙, 东 and 西: two real names may differ in just this. */
const SERIAL = /^[一二三四五六七八九十甲乙丙丁东南西北中新老大小0-9A-Za-z]+$/u;

function tellsApart(found: string, known: string): boolean {
  const only = (from: string, without: string): string => [...from].filter((c) => !without.includes(c)).join('');
  return SERIAL.test(only(found, known)) && SERIAL.test(only(known, found));
}

function differing(found: string, known: string): string {
  const codes = (from: string, without: string) =>
    [...from]
      .filter((ch) => !without.includes(ch))
      .map((ch) => `“${ch}”（U+${ch.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}）`)
      .join('、');
  return [codes(found, known), codes(known, found)].filter((part) => part !== '').join(' / ');
}

/**
 * Short names: one changed character makes another name, so only where the person's own title stands before it,
 * 业务院长田鹏 for 业务院长田𬸪, is the slip told from another person, and then as a warning.
 */
function* afterTitle({ case: c }: RuleInput): Iterable<Hit> {
  const names = [...c.case.suspects, ...c.case.parties, ...c.case.officers].map((p) => p.name);
  for (const { name, role, position } of c.case.suspects) {
    const titles = [role, ...(position ?? '').split(/[、，,；; ]/u)].filter((t) => [...t].length > 1);
    for (const { form, pointer, text } of narratives(c)) {
      const found = titles.flatMap((title) => text.split(title).slice(1)).map((after) => [...after].slice(0, [...name].length).join(''));
      const slip = found.find(
        (f) => [...f][0] === [...name][0] && editDistance(f, name) === 1 && !names.some((n) => n.startsWith(f) || f.startsWith(n)),
      );
      if (slip)
        yield hit('NAME_NEARLY_THE_SAME', { found: slip, known: name, difference: differing(slip, name) }, form, pointer, 'warning');
    }
  }
}

function* mentioned({ case: c }: RuleInput): Iterable<Hit> {
  const { case: f, transfer, investigation } = c;
  for (const suspect of f.suspects) {
    if (!transfer.factSummary.includes(suspect.name)) {
      yield hit('NAME_NOT_MENTIONED', { name: suspect.name, document: '移送书的事实摘要' }, 'transfer', '/factSummary', 'warning');
    }
  }
  if (!investigation.recommendation.includes(f.recipient.name)) {
    yield hit(
      'NAME_NOT_MENTIONED',
      { name: f.recipient.name, document: '调查报告的处理建议' },
      'investigation',
      '/recommendation',
      'warning',
    );
  }
}

export const NAME_RULES: readonly Rule[] = [
  {
    id: 'K-01',
    severity: 'error',
    basis: basis('医保发〔2021〕49号', '三（二）'),
    asks: '同一个人、同一个机关在各份材料里写法一致；一个身份号码只对应一个姓名。',
    why: '姓名、名称错一个字，就可能被认为是另一个人、另一个单位。',
    right: '移送书、调查报告、名单里都写“王䶮”。',
    wrong: '一处写“王䶮”，一处写“王龑”；同一身份号码下两个姓名。',
    codes: ['NAME_NEARLY_THE_SAME', 'PERSON_CONTRADICTS', 'NAME_NOT_MENTIONED'],
    check: function* (input) {
      yield* sameSpelling(input);
      yield* afterTitle(input);
      yield* mentioned(input);
    },
  },
];
