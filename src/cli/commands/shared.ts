/** From a session to the options that operations share. */
import { sentenceOf, typed } from '../../messages/index.ts';
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

/** What is said last: among the findings it would scroll away. */
export function saidLast(
  findings: readonly Finding[],
  { ui, language }: Voice,
  given: string,
  talk?: string,
): Pick<Words, 'shown' | 'talk'> {
  const unfinished = findings.find(({ code }) => code === 'CHECK_NOT_COMPLETE');
  const eyes = findings.find(({ code }) => code === 'FILES_NEED_EYES');
  const lines = [
    unfinished ? ui.checkedInPart(typed(given), sentenceOf(unfinished, language).text) : talk,
    eyes && sentenceOf(eyes, language).text,
  ].filter((line) => line !== undefined);
  return { shown: findings.filter((f) => f !== unfinished && f !== eyes), ...(lines.length > 0 ? { talk: lines.join('\n') } : {}) };
}
