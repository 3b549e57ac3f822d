/** What a head of office approves: persons, offences, amount and recipient. A change of these asks for a new approval. */
import { canonicalJson } from './canonical-json.ts';
import type { CaseForm } from './case-facts.ts';
import { sha256Hex } from './digest.ts';
import { parseYuan } from './money.ts';

export interface ApprovalSubstance {
  /** Names, sorted. */
  readonly suspects: readonly string[];
  /** Names of offences, sorted. */
  readonly crimes: readonly string[];
  /** Yuan with two decimals, no separators. */
  readonly fundLoss: string;
  readonly recipient: string;
}

export function approvalSubstance(c: CaseForm): ApprovalSubstance {
  return {
    suspects: c.suspects.map((s) => s.name.toWellFormed()).sort(),
    crimes: c.crimes.map((crime) => crime.name.toWellFormed()).sort(),
    fundLoss: plainYuan(c.amount.fundLoss),
    recipient: c.recipient.name.toWellFormed(),
  };
}

/** 审批要素校验值: SHA-256 of the RFC 8785 text of the substance, lower-case hex. */
export function substanceDigest(c: CaseForm): string {
  return sha256Hex(canonicalJson(approvalSubstance(c)));
}

/** `140000` and `140000.0` are one amount. */
function plainYuan(text: string): string {
  const fen = parseYuan(text);
  return fen === undefined ? text : `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;
}
