/** An administrative penalty that was decided before the referral; null when there is none. */
import type { Penalty } from '../../model/index.ts';
import { day, type Money, sentence, text } from './common.ts';

export function penaltyView({ decided, docNo, decidedOn, fine, execution, evidence, copiedOn }: Penalty, money: Money): object | null {
  return decided
    ? {
        docNo: text(docNo),
        decidedOn: day(decidedOn),
        fine: money.figures(fine),
        execution: text(sentence(execution ?? '')),
        evidence: text(evidence),
        copiedOn: day(copiedOn),
      }
    : null;
}
