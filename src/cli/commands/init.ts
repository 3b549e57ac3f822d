/** `mbpack init DIR`: a new case folder; `--form NAME`: one more form for a case that is there. */

import { OPTIONAL_FORMS } from '../../model/index.ts';
import { addForm, initCase } from '../../operations/index.ts';
import { UsageError } from '../options.ts';
import { conclude, type Session } from '../session.ts';

export async function init(session: Session): Promise<number> {
  const { call, voice } = session;
  const given = call.argument ?? '';
  const { form } = call.options;
  if (form === undefined) {
    initCase(given);
    return conclude(
      session,
      { command: 'init', input: given, exit: 0, findings: [], output: given },
      { result: given, talk: voice.ui.started(given) },
    );
  }
  const known = OPTIONAL_FORMS.find((name) => name === form);
  if (!known) throw new UsageError(voice.ui.usageProblems.unknownSchema(form, OPTIONAL_FORMS.join('、')));
  const path = addForm(given, known);
  const outcome = { command: 'init', input: given, exit: 0, findings: [], output: path } as const;
  return conclude(session, outcome, { result: path, talk: voice.ui.formAdded(path) });
}
