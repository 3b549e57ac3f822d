/** What the papers say of a line that was corrected, and of the correction: both stay, and each names the other. */
import {
  type CorrectedLine,
  CUSTODY_FIELD_NAMES,
  type CustodyEvent,
  chineseInstant,
  correctionChanges,
  type DocumentTitles,
} from '../../model/index.ts';
import { bare } from './collection.ts';
import type { VoidedFiles } from './voided-files.ts';

/** Behind the name of what was done. */
export function correctedAction(line: CorrectedLine | undefined): string {
  if (!line) return '';
  return line.counts ? '（已更正）' : '（作废）';
}

/** At the line that was corrected: where to read how. */
export function pointerLines(line: CorrectedLine | undefined): readonly string[] {
  if (!line) return [];
  const numbers = line.corrections.map(({ seq }) => seq);
  const last = numbers.at(-1);
  return [`由第${numbers.join('、')}条${line.counts ? '更正' : '作废'}${numbers.length > 1 ? `，以第${last}条为准` : ''}`];
}

/** Lines about an item that were corrected, for papers that do not print the lines themselves; empty where none was. */
export function correctedAbout(
  evidenceNo: string,
  corrected: ReadonlyMap<number, CorrectedLine>,
  { namesOf }: Pick<VoidedFiles, 'namesOf'>,
  { custody }: DocumentTitles,
): string {
  const voided = ({ corrections, counts }: CorrectedLine): string => {
    const names = counts ? namesOf(corrections.at(-1)?.seq ?? 0, 'named') : [];
    return names.length === 0 ? '' : `，作废的是${names.join('、')}`;
  };
  const lines = [...corrected.values()]
    .filter(({ written, counts }) => written.items.includes(evidenceNo) || counts?.items.includes(evidenceNo))
    .sort((a, b) => a.written.seq - b.written.seq)
    .map((line) => `第${line.written.seq}条${pointerLines(line).join('')}${voided(line)}`);
  return lines.length === 0 ? '' : `（保管记录${lines.join('，')}，原来所记和理由见${custody}）`;
}

/** At the correction: what the line says, what it should, and why. */
export function correctionLines(
  event: CustodyEvent,
  corrected: ReadonlyMap<number, CorrectedLine>,
  { namesOf }: Pick<VoidedFiles, 'namesOf'>,
): readonly string[] {
  if (event.action !== 'correct') return [];
  const { corrects = 0, reason = '', replace, seq } = event;
  const line = corrected.get(corrects);
  const counts = line?.corrections.some((one) => one.seq === seq) === true;
  if (!line || !counts) return ['不合规定，不算数', `理由：${bare(reason)}`];
  const changes = correctionChanges(line.written, replace).map(({ field, was, is }) => {
    const shown = (text: string): string => (field === 'at' && text !== '' ? chineseInstant(text) : text || '（未写）');
    return `${CUSTODY_FIELD_NAMES[field]}：原记${shown(was)}，应为${shown(is)}`;
  });
  const names = namesOf(seq, 'digested');
  const files = names.length === 0 ? [] : [`不再算数的：${names.join('；')}`];
  const what = event.void ? ['整条作废', ...files] : changes.length + files.length === 0 ? ['恢复原来所记'] : [...changes, ...files];
  return [`更正第${corrects}条`, ...what, `理由：${bare(reason)}`];
}
