/** An administrative penalty that was decided before the referral; null when there is none. */
import type { Penalty } from '../../model/index.ts';
import { day, figures, sentence, text } from './common.ts';

export function penaltyView({ decided, docNo, decidedOn, fine, execution }: Penalty): object | null {
  return decided
    ? { docNo: text(docNo), decidedOn: day(decidedOn), fine: figures(fine), execution: text(sentence(execution ?? '')) }
    : null;
}
