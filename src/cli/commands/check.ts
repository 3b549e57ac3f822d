/** `mbpack check CASE` */
import { typed } from '../../messages/index.ts';
import { blocks, checkFolder } from '../../operations/index.ts';
import { conclude, type Session } from '../session.ts';
import { guardList, listedText } from './file-list.ts';
import { operationOptions, saidLast } from './shared.ts';

export async function check(session: Session): Promise<number> {
  const { call, voice } = session;
  const given = call.argument ?? '';
  guardList(session);
  const { findings, loaded, files } = await checkFolder({ ...operationOptions(session), dir: given });
  const exit = blocks(findings, call.options.strict) ? 1 : 0;
  const items = loaded.forms.evidence?.evidence.length ?? 0;
  const list = await listedText(session, findings);
  return conclude(
    session,
    { command: 'check', input: given, exit, findings },
    { excerpt: loaded.excerpt, ...saidLast(findings, voice, given, voice.ui.checked(typed(given), items, files.length), list) },
  );
}
