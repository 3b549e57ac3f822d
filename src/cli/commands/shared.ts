/** From a session to the options that operations share. */
import { sentenceOf, typed, type Ui } from '../../messages/index.ts';
import type { Finding } from '../../model/index.ts';
import type { CaseOptions } from '../../operations/index.ts';
import type { Voice } from '../options.ts';
import type { Session, Words } from '../session.ts';

export function operationOptions({ call, now, signal, progress }: Session): Omit<CaseOptions, 'dir'> {
  return {
    now,
    draft: call.options.draft,
    strict: call.options.strict,
    template: call.options.template,
    signal,
    onProgress: progress.report,
  };
}

/** What is said last, the result behind all else: among the findings it would scroll away. */
export function saidLast(
  findings: readonly Finding[],
  { ui, language }: Voice,
  given: string,
  talk?: string,
  list?: string,
): Pick<Words, 'shown' | 'talk'> {
  const unfinished = findings.find(({ code }) => code === 'CHECK_NOT_COMPLETE');
  const eyes = findings.find(({ code }) => code === 'FILES_NEED_EYES');
  const lines = [
    eyes && sentenceOf(eyes, language).text,
    list,
    unfinished ? ui.checkedInPart(typed(given), sentenceOf(unfinished, language).text) : talk,
  ].filter((line) => line !== undefined);
  return { shown: findings.filter((f) => f !== unfinished && f !== eyes), ...(lines.length > 0 ? { talk: lines.join('\n') } : {}) };
}

/** A longer value is cut on the screen; `--json` has the whole. */
const MOST_SHOWN = 300;

/** A value that was written, and the one before it. */
export function changedText(was: unknown, now: unknown, words: Ui['set'], most = MOST_SHOWN): string {
  return `  ${words.before}  ${shownValue(was, words, most)}\n  ${words.after}  ${shownValue(now, words, most)}`;
}

export function shownValue(value: unknown, { nothing, cut }: Ui['set'], most = MOST_SHOWN): string {
  if (value === undefined) return nothing;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const points = [...text];
  const lines = (points.length > most ? points.slice(0, most).join('') : text).replaceAll('\n', `\n${' '.repeat(8)}`);
  return points.length > most ? `${lines}${cut(points.length)}` : lines;
}
