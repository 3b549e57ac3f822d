/** From a session to the options that operations share. */
import { sentenceOf } from '../../messages/index.ts';
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

/** Where a form kept the rest from being looked at, that is the last thing said: among the findings it would scroll away. */
export function inPart(findings: readonly Finding[], { ui, language }: Voice, given: string): Pick<Words, 'shown' | 'talk'> {
  const told = findings.find(({ code }) => code === 'CHECK_NOT_COMPLETE');
  if (!told) return {};
  return { shown: findings.filter((f) => f !== told), talk: ui.checkedInPart(given, sentenceOf(told, language).text) };
}
