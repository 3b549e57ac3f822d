/**
 * What a head of office approves: who is referred and for what part in it, for which offences under which articles, for how much (in all, of
 * each person, paid and not yet paid), to whom, and on what facts. A change of these asks for a new approval.
 *
 * Not part of it is what goes on being completed while evidence is: the evidence numbers; addresses, employers, telephone numbers, former
 * names; how the amount was computed and by whom it was certified, its parts by fund and by year, fees, what was recovered and what is
 * outstanding; and the answers that rules ask for as facts (whether a suspect is an official and used the office, knowledge, purpose, family
 * account), which may stand at 待查 when the head of office decides: where they change who must be told, rules of their own ask for it.
 */
import { codeOfDigest } from './approval-code.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CaseForm, Fact, Party } from './case-facts.ts';
import { sha256Hex } from './digest.ts';
import { nameKey, numberKey } from './identity.ts';
import { parseYuan } from './money.ts';
import { normaliseText } from './normalise.ts';

/** The first formula, of the values of 64 digits: without the facts, and with persons by name alone. */
export interface ApprovalSubstance {
  /** Names, sorted. */
  readonly suspects: readonly string[];
  /** Names of offences, sorted. */
  readonly crimes: readonly string[];
  /** Yuan with two decimals, no separators. */
  readonly fundLoss: string;
  readonly recipient: string;
}

/** Who is meant: ids are names within the case. `number`: ID number or credit code, empty where there is none. */
interface Who {
  readonly name: string;
  readonly number: string;
}

/**
 * The second formula, of the codes that begin with `v2:`. Texts are compared as they are printed, without spaces and line ends, full-width
 * characters as half-width ones; numbers of persons in capitals besides. Amounts in yuan with two decimals, empty where none is given.
 * Lists are sorted by their canonical text but for `facts`.
 */
export interface ApprovalSubstanceV2 {
  readonly suspects: readonly (Who & { readonly role: string; readonly participation: string })[];
  readonly parties: readonly (Who & { readonly type: string })[];
  readonly crimes: readonly { readonly name: string; readonly law: string; readonly article: string }[];
  readonly amount: {
    readonly fundLoss: string;
    readonly bySuspect: readonly { readonly suspect: Who; readonly amount: string }[];
    readonly completed: string;
    readonly attempted: string;
  };
  readonly recipient: string;
  /** In the order of the form: what was done, by whom, when, where, how, with what result and for how much. */
  readonly facts: readonly object[];
}

export function approvalSubstance(c: CaseForm): ApprovalSubstance {
  return {
    suspects: c.suspects.map((s) => s.name.toWellFormed()).sort(),
    crimes: c.crimes.map((crime) => crime.name.toWellFormed()).sort(),
    fundLoss: plainYuan(c.amount.fundLoss),
    recipient: c.recipient.name.toWellFormed(),
  };
}

export function approvalSubstanceV2(c: CaseForm): ApprovalSubstanceV2 {
  const who = whoOf(c);
  const { fundLoss, bySuspect = [], completed, attempted } = c.amount;
  return {
    suspects: sorted(c.suspects.map((s) => ({ ...identity(s), role: plain(s.role), participation: s.participation }))),
    parties: sorted(c.parties.map((p) => ({ ...identity(p), type: p.type }))),
    crimes: sorted(c.crimes.map(({ name, law, article }) => ({ name: plain(name), law: plain(law), article: plain(article) }))),
    amount: {
      fundLoss: plainYuan(fundLoss),
      bySuspect: sorted(bySuspect.map(({ suspect, amount }) => ({ suspect: who(suspect), amount: plainYuan(amount) }))),
      completed: completed === undefined ? '' : plainYuan(completed),
      attempted: attempted === undefined ? '' : plainYuan(attempted),
    },
    recipient: plain(c.recipient.name),
    facts: c.facts.map((fact) => factSubstance(fact, who)),
  };
}

/** 审批要素校验值 of old papers: SHA-256 of the RFC 8785 text of the first formula, lower-case hex. */
export function substanceDigest(c: CaseForm): string {
  return sha256Hex(canonicalJson(approvalSubstance(c)));
}

/** 审批要素校验码: `v2:` and five groups of five, made of the SHA-256 of the RFC 8785 text of the second formula. */
export function substanceCode(c: CaseForm): string {
  return codeOfDigest(sha256Hex(canonicalJson(approvalSubstanceV2(c))));
}

function factSubstance(fact: Fact, who: (id: string) => Who): object {
  const { factNo, title, behaviour, period, place, method, consequence = '', narrative, amount, overlap = '0' } = fact;
  return {
    factNo,
    behaviour,
    from: period.from,
    to: period.to,
    title: plain(title),
    place: plain(place),
    actors: sorted(fact.actors.map(who)),
    method: plain(method),
    consequence: plain(consequence),
    narrative: plain(narrative),
    amount: plainYuan(amount),
    overlap: plainYuan(overlap),
  };
}

const identity = ({ name, idNo, uscc, otherIdNo = '' }: Pick<Party, 'name' | 'idNo' | 'uscc' | 'otherIdNo'>): Who => ({
  name: plain(name),
  number: numberKey(idNo ?? uscc ?? otherIdNo),
});

/** An id that the case does not know stands as it is. */
function whoOf(c: CaseForm): (id: string) => Who {
  const persons = new Map([...c.parties, ...c.suspects].map((person) => [person.id, identity(person)]));
  return (id) => persons.get(id) ?? { name: plain(id), number: '' };
}

const sorted = <T>(list: readonly T[]): readonly T[] =>
  list
    .map((entry) => ({ entry, text: canonicalJson(entry) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ entry }) => entry);

/** As printed, and compared as names are: spaces, line ends and width are set by hand in the form, and say nothing. */
const plain = (text: string): string => nameKey(normaliseText(text).text);

/** `140000` and `140000.0` are one amount. */
function plainYuan(text: string): string {
  const fen = parseYuan(text);
  return fen === undefined ? text : `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;
}
