/** `mbpack templates ACTION`: what one does with template packs. */
import { UsageError } from '../options.ts';
import type { Session } from '../session.ts';
import { printTemplate } from './templates-print.ts';

export async function templates(session: Session): Promise<number> {
  const { call, voice } = session;
  const action = call.argument ?? '';
  if (action !== 'print') throw new UsageError(voice.ui.usageProblems.unknownTemplatesAction(action, 'print'));
  if (call.rest.length > 1) throw new UsageError(voice.ui.usageProblems.tooMany);
  return printTemplate(session, call.rest[0]);
}
