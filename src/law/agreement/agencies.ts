/** K-07: an agency in running text that the case does not know: mostly the name that it had before a reform of districts. */
import { type Case, nameKey } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { narratives } from './narratives.ts';

/** What the name of an agency ends with, a place before it; and what it is called in short. */
const AGENCY = /医疗保障局|医保局|人民检察院|(?<!人民)检察院|公安分?局/gu;
const FAMILIES = [/医保局|医疗保障局/u, /检察院/u, /公安/u] as const;
/** Places of a name, each with the unit it ends with. */
const PLACES = /[^省市区县旗州盟]+[省市区县旗州盟]/gu;
/** The words directly before the kind, where they end with a place. */
const BEFORE = /[\p{Script=Han}×]*[\p{Script=Han}×][省市区县旗州盟]$/u;
/** No place at all: whoever writes so speaks of an agency that was named before, or of any. */
const ANY = /(?:本|该|我|各|当地|上级|同级|[设直]辖|所在|异地|有关|全|外)[省市区县旗州盟]$/u;
/** The text itself says that the name was changed. */
const RENAMED = /更名|改名|原名|改称|撤县|撤市|撤并|机构改革|现为/u;
/** Characters that are shown of the words before the kind. */
const SHOWN = 6;

function* agencies({ case: c }: RuleInput): Iterable<Hit> {
  const ours = [c.case.sender.name, c.case.recipient.name, ...c.case.cc];
  const known = new Set([...namesOf(c)].flatMap((name) => nameKey(name).match(PLACES) ?? []));
  for (const { form, pointer, text } of narratives(c)) {
    if (RENAMED.test(text)) continue;
    const plain = nameKey(text);
    const found = [...plain.matchAll(AGENCY)].flatMap(({ 0: kind, index }) => {
      const before = BEFORE.exec(plain.slice(0, index))?.[0];
      const strange = before !== undefined && !ANY.test(before) && ![...known].some((place) => before.endsWith(place));
      return strange ? [{ kind, name: `${[...before].slice(-SHOWN).join('')}${kind}` }] : [];
    });
    for (const name of new Set(found.map((f) => f.name))) {
      const same = ours.filter((one) => FAMILIES.some((family) => family.test(one) && family.test(name)));
      if (same.length > 0) yield hit('AGENCY_NOT_IN_CASE', { found: name, known: same.join('、') }, form, pointer);
    }
  }
}

/** Names that a form gives: agencies of the case, and those from whom evidence came. */
function* namesOf({ case: f, evidence }: Case): Iterable<string> {
  yield* [f.sender.name, f.recipient.name, ...f.cc];
  yield* f.officers.flatMap(({ unit }) => unit ?? []);
  for (const { author, source, place } of evidence.evidence) yield* [author, source, place];
}

export const AGENCY_RULES: readonly Rule[] = [
  {
    id: 'K-07',
    severity: 'warning',
    since: '0.2.0',
    basis: basis('医保发〔2021〕49号', '三（二）'),
    asks: '正文里写到的医疗保障局、公安局、人民检察院，用表里的现用名称；写旧名称的，在正文里说明已经更名。',
    why: '区划、机构改革以后沿用旧名称，会被当作另一个机关。',
    right: '“示例市示例区医疗保障局”；或者“原示例县医疗保障局（已更名为示例市示例区医疗保障局）”。',
    wrong: '移送机关是示例市示例区医疗保障局，处理建议里写“示例县医疗保障局”。',
    codes: ['AGENCY_NOT_IN_CASE'],
    check: agencies,
  },
];
