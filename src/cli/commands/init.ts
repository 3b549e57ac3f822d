/** `mbpack init DIR`: a new case folder; `--form NAME`: one more form, or a blank record, for a case that is there. */
import { addRecord, RECORD_ENTRIES, recordEntry } from '../../case/index.ts';
import { column, typed } from '../../messages/index.ts';
import { OPTIONAL_FORMS } from '../../model/index.ts';
import { addForm, initCase } from '../../operations/index.ts';
import { UsageError } from '../options.ts';
import { conclude, pathResult, type Session } from '../session.ts';

/** What the forms are called that a new case does not have. */
const FORM_TITLES: Readonly<Record<string, string>> = { records: '取证记录', supervision: '线索移送函', correspondence: '往来文书' };

export async function init(session: Session): Promise<number> {
  const { call, voice } = session;
  const given = call.argument ?? '';
  const { form } = call.options;
  if (form !== undefined) return added(session, given, form.trim());
  initCase(given);
  return conclude(
    session,
    { command: 'init', input: given, exit: 0, findings: [], output: given },
    { result: pathResult(session.io, given), talk: voice.ui.started(typed(given)) },
  );
}

function added(session: Session, given: string, form: string): number {
  const { ui } = session.voice;
  const outcome = (path: string) => ({ command: 'init', input: given, exit: 0, findings: [], output: path });
  const known = OPTIONAL_FORMS.find((name) => name === form || FORM_TITLES[name] === form);
  if (known) {
    const path = addForm(given, known);
    return conclude(session, outcome(path), { result: pathResult(session.io, path), talk: ui.formAdded(typed(path)) });
  }
  const list = recordEntry(form);
  if (!list) {
    const forms = OPTIONAL_FORMS.map((name) => `${name}（${FORM_TITLES[name] ?? ''}）`).join('、');
    const records = Object.entries(RECORD_ENTRIES).map(([name, title]) => `${name}（${title}）`);
    throw new UsageError(ui.usageProblems.unknownForm(column(form), forms, records.join('、')));
  }
  const { path, title, recordNo = '', line } = addRecord(given, list);
  return conclude(session, outcome(path), {
    result: pathResult(session.io, path),
    talk: ui.recordAdded(typed(path), title, column(recordNo), line),
  });
}
