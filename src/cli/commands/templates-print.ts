/** `mbpack templates print FORM`: any document of a pack as a blank form; 全部 for all of them. */
import { documentList } from '../../messages/index.ts';
import { DOCUMENT_IDS } from '../../model/index.ts';
import { printAllBlanks, printBlank } from '../../operations/index.ts';
import { documentNamed } from '../document-named.ts';
import { UsageError } from '../options.ts';
import { conclude, type Session } from '../session.ts';

const ALL: readonly string[] = ['全部', 'all'];

/** `form`: what stands behind `print`. */
export async function printTemplate(session: Session, form: string | undefined): Promise<number> {
  const { call, now, voice } = session;
  const { ui } = voice;
  const known = documentList(DOCUMENT_IDS);
  if (form === undefined) throw new UsageError(ui.usageProblems.blankFormMissing(known));
  const all = ALL.includes(form.trim().toLowerCase());
  const id = documentNamed(form, DOCUMENT_IDS);
  if (!all && !id) throw new UsageError(ui.usageProblems.badDocument(form, known));
  const options = { now, template: call.options.template, overwrite: call.options.force };
  const { output } = call.options;
  const { findings, path, count, pages } = id ? await printBlank(id, output, options) : await printAllBlanks(output, options);
  return conclude(
    session,
    { command: 'templates', input: form, exit: 0, findings, output: path },
    { talk: ui.blankPrinted(path, count, pages), result: path },
  );
}
