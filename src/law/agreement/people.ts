/** K-06: one person, one name and one number in every list, record and line of the log. */
import { type Case, correctedLog, editDistance, type FormName, nameKey, numberKey } from '../../model/index.ts';
import { proofsOf } from '../evidence/links.ts';
import type { Person } from '../evidence/people.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';

interface Found extends Person {
  readonly form: FormName;
  /** Of the name. */
  readonly pointer: string;
}

function* agreeing(input: RuleInput): Iterable<Hit> {
  const people = [...peopleOf(input.case)];
  yield* certificates(input);
  const contradicting = [...numbers(people)];
  yield* contradicting;
  yield* legalRepresentatives(input.case);
  const told = new Set(contradicting.map(({ ref }) => ref?.pointer));
  for (const h of interviewees(input.case, people)) if (!told.has(h.of)) yield h.hit;
  yield* spaces(people);
}

/** Everyone whom a form names in a field of its own. */
function* peopleOf(c: Case): Iterable<Found> {
  const { case: f, internal, items, evidence } = c;
  const found = (form: FormName, pointer: string, name: string | undefined, idNo?: string): Found[] =>
    name === undefined ? [] : [{ form, pointer, name, ...(idNo === undefined ? {} : { idNo }) }];
  yield* found('case', '/sender/name', f.sender.name);
  yield* found('case', '/recipient/name', f.recipient.name);
  for (const [i, name] of f.cc.entries()) yield* found('case', `/cc/${i}`, name);
  for (const [i, { name }] of f.officers.entries()) yield* found('case', `/officers/${i}/name`, name);
  for (const [i, { name, idNo, otherIdNo }] of f.suspects.entries()) yield* found('case', `/suspects/${i}/name`, name, idNo ?? otherIdNo);
  for (const [i, { name, idNo, otherIdNo, legalRepresentative }] of f.parties.entries()) {
    yield* found('case', `/parties/${i}/name`, name, idNo ?? otherIdNo);
    yield* found('case', `/parties/${i}/legalRepresentative`, legalRepresentative);
  }
  yield* found('internal', '/approval/approver/name', internal?.approval?.approver?.name);
  yield* found('internal', '/legalReview/reviewer', internal?.legalReview?.reviewer);
  for (const [i, item] of items.items.entries())
    for (const field of ['holder', 'owner', 'custodian'] as const) yield* found('items', `/items/${i}/${field}`, item[field]);
  for (const [i, { madeBy }] of evidence.evidence.entries()) yield* found('evidence', `/evidence/${i}/madeBy`, madeBy);
  for (const { at, record } of proofsOf(c))
    for (const [field, value] of Object.entries(record)) {
      if (field === 'approvedBy' && typeof value === 'string') yield* found('records', `${at}/approvedBy`, value);
      if (isPerson(value)) yield* found('records', `${at}/${field}/name`, value.name, value.idNo);
    }
}

function isPerson(value: unknown): value is Person {
  return typeof value === 'object' && value !== null && 'name' in value && ('signed' in value || 'standing' in value);
}

/** Officers among themselves are P-01's, also where the log repeats what they say. */
function* certificates({ case: c, custody }: RuleInput): Iterable<Hit> {
  const namesOf = new Map<string, string[]>();
  const known = (certNo: string): string[] => {
    const names = namesOf.get(nameKey(certNo)) ?? [];
    namesOf.set(nameKey(certNo), names);
    return names;
  };
  for (const { certNo, name } of c.case.officers) known(certNo).push(name);
  for (const { seq, by } of correctedLog(custody?.events ?? []).events) {
    for (const { name, certNo } of by) {
      if (certNo === undefined) continue;
      const names = known(certNo);
      if (names.some((other) => nameKey(other) === nameKey(name))) continue;
      names.push(name);
      if (names.length > 1) yield hit('CERT_NO_TWO_NAMES', { certNo, names: names.join('、') }, 'custody', `/${seq}`);
    }
  }
}

/** Suspects and parties among themselves are K-01's: here at least one is named elsewhere. */
function* numbers(people: readonly Found[]): Iterable<Hit> {
  const numbered = people.filter(({ idNo }) => idNo !== undefined);
  for (const [i, person] of numbered.entries()) {
    if (person.form === 'case') continue;
    const before = numbered.slice(0, i);
    const number = numberKey(person.idNo ?? '');
    const numberOf = ({ idNo = '' }: Found): string => numberKey(idNo);
    const other = before.find((p) => numberOf(p) === number);
    if (other && nameKey(other.name) !== nameKey(person.name))
      yield hit('PERSON_CONTRADICTS', { idNo: number, names: `${other.name}、${person.name}` }, person.form, person.pointer);
    const namesake = before.find((p) => nameKey(p.name) === nameKey(person.name) && numberOf(p) !== number);
    if (namesake && !other)
      yield hit(
        'PERSON_TWO_NUMBERS',
        { name: person.name, numbers: `${numberOf(namesake)}、${number}` },
        person.form,
        person.pointer,
        'warning',
      );
  }
}

const REPRESENTATIVE = /(?<![原前])法定代表人/u;

/** The party says who represents it, a suspect is said to: of one employer both must be one person. */
function* legalRepresentatives({ case: { parties, suspects } }: Case): Iterable<Hit> {
  const organisations = parties.filter(({ type }) => type === '单位');
  for (const [i, { name, legalRepresentative }] of parties.entries()) {
    if (legalRepresentative === undefined) continue;
    const said = suspects.filter(
      (s) =>
        (REPRESENTATIVE.test(s.role) || REPRESENTATIVE.test(s.position ?? '')) &&
        (s.employer === undefined ? organisations.length === 1 : nameKey(s.employer) === nameKey(name)),
    );
    if (said.length === 0 || said.some((s) => nameKey(s.name) === nameKey(legalRepresentative))) continue;
    const args = { party: name, representative: legalRepresentative, names: said.map((s) => s.name).join('、') };
    yield hit('LEGAL_REPRESENTATIVE_DIFFERS', args, 'case', `/parties/${i}/legalRepresentative`, 'warning');
  }
}

/** The record names who was heard; the title of its paper names another, or the same with one other character. `of`: where the record names them. */
function* interviewees(c: Case, people: readonly Found[]): Iterable<{ readonly of: string; readonly hit: Hit }> {
  const persons = new Set([...c.case.suspects, ...people.filter(({ form }) => form === 'records')].map(({ name }) => nameKey(name)));
  for (const p of proofsOf(c)) {
    if (p.list !== 'interviews') continue;
    const heard = nameKey(p.record.interviewee.name);
    for (const [i, { evidenceNo, title }] of c.evidence.evidence.entries()) {
      if (evidenceNo !== p.record.paper || nameKey(title).includes(heard)) continue;
      const other = [...persons].some((name) => nameKey(title).includes(name)) || slipOf(nameKey(title), heard);
      if (!other) continue;
      const args = { recordNo: p.record.recordNo, name: heard, evidenceNo, title };
      yield { of: `${p.at}/interviewee/name`, hit: hit('INTERVIEWEE_DIFFERS', args, 'evidence', `/evidence/${i}/title`, 'warning') };
    }
  }
}

/** A stretch that begins like the name and is one character away from it. */
function slipOf(text: string, name: string): boolean {
  const letters = [...text];
  const { length } = [...name];
  return letters.some((first, i) => first === [...name][0] && editDistance(letters.slice(i, i + length).join(''), name) === 1);
}

const SPACED = /\p{Script=Han}\s+\p{Script=Han}/u;

function* spaces(people: readonly Found[]): Iterable<Hit> {
  for (const { form, pointer, name } of people)
    if (SPACED.test(name)) yield hit('NAME_SPACED', { name, plain: nameKey(name) }, form, pointer, 'warning');
}

export const PEOPLE_RULES: readonly Rule[] = [
  {
    id: 'K-06',
    severity: 'error',
    since: '0.2.0',
    basis: basis('医保发〔2021〕49号', '三（二）'),
    asks: '同一个人在名单、取证记录、保管记录里姓名、号码一致：一个执法证号、一个身份号码（没有的，其他证件号码）只对应一个姓名；法定代表人、被询问人前后是同一个人；姓名、名称中间不加空格。',
    why: '一处一个样，对方就可以说不是同一个人；加了空格的姓名，查找、比对时都是另一个名字。',
    right: '当事人的法定代表人写“王䶮”，涉嫌人员王䶮的身份写法定代表人，询问笔录（王䶮）的被询问人也是王䶮。',
    wrong: '保管人写“苗 青禾”；同一个执法证号，办案人员里是周某甲，保管记录里是吴某乙。',
    codes: [
      'CERT_NO_TWO_NAMES',
      'PERSON_CONTRADICTS',
      'PERSON_TWO_NUMBERS',
      'LEGAL_REPRESENTATIVE_DIFFERS',
      'INTERVIEWEE_DIFFERS',
      'NAME_SPACED',
    ],
    check: agreeing,
  },
];
