/** From a session to the options that operations share. */
import type { CaseOptions } from '../../operations/index.ts';
import type { Session } from '../session.ts';

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
