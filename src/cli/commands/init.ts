/** `mbpack init DIR` */
import { initCase } from '../../operations/index.ts';
import { conclude, type Session } from '../session.ts';

export async function init(session: Session): Promise<number> {
  const { call, voice } = session;
  const given = call.argument ?? '';
  initCase(given);
  return conclude(
    session,
    { command: 'init', input: given, exit: 0, findings: [], output: given },
    { result: given, talk: voice.ui.started(given) },
  );
}
