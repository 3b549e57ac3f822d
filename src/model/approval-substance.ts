/** What a head of office approves: persons, offences, amount, recipient and facts. A change of these asks for a new approval. */
import { codeOfDigest } from './approval-code.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CaseForm, Fact } from './case-facts.ts';
import { sha256Hex } from './digest.ts';
import { parseYuan } from './money.ts';

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

/** The second formula, of the codes that begin with `v2:`. */
export interface ApprovalSubstanceV2 {
  /** Suspects and parties, sorted by their canonical text; `number`: ID number or credit code, empty where there is none. */
  readonly persons: readonly { readonly standing: '涉嫌人员' | '当事人'; readonly name: string; readonly number: string }[];
  readonly crimes: readonly string[];
  readonly fundLoss: string;
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
  const persons = [
    ...c.suspects.map(({ name, idNo = '' }) => ({ standing: '涉嫌人员' as const, name: plain(name), number: plain(idNo) })),
    ...c.parties.map(({ name, idNo, uscc }) => ({ standing: '当事人' as const, name: plain(name), number: plain(idNo ?? uscc ?? '') })),
  ];
  return {
    persons: persons.sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
    crimes: c.crimes.map(({ name }) => plain(name)).sort(),
    fundLoss: plainYuan(c.amount.fundLoss),
    recipient: plain(c.recipient.name),
    facts: c.facts.map((fact) => factSubstance(fact, c)),
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

/**
 * What was done, by whom, when, where, how and with what result. Persons by name, since their ids are names within the case. Not which evidence
 * proves it, nor the answers that rules ask for (knowledge, purpose): they are completed while evidence is.
 */
function factSubstance(fact: Fact, c: CaseForm): object {
  const names = new Map([...c.parties, ...c.suspects].map(({ id, name }) => [id, name]));
  const { factNo, title, behaviour, period, place, method, consequence = '', narrative, amount, overlap = '0' } = fact;
  return {
    factNo,
    behaviour,
    from: period.from,
    to: period.to,
    title: plain(title),
    place: plain(place),
    actors: fact.actors.map((id) => plain(names.get(id) ?? id)).sort(),
    method: plain(method),
    consequence: plain(consequence),
    narrative: plain(narrative),
    amount: plainYuan(amount),
    overlap: plainYuan(overlap),
  };
}

/** Without spaces and line ends: they are set by hand in the form, and say nothing. */
const plain = (text: string): string => text.toWellFormed().normalize('NFC').replaceAll(/\s+/gu, '');

/** `140000` and `140000.0` are one amount. */
function plainYuan(text: string): string {
  const fen = parseYuan(text);
  return fen === undefined ? text : `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;
}
