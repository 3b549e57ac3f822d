/** `mbpack templates print FORM`: any document of a pack as a blank form; 全部 for all of them. */
import { resolve } from 'node:path';
import { documentList, typed } from '../../messages/index.ts';
import { DOCUMENT_IDS } from '../../model/index.ts';
import { printAllBlanks, printBlank } from '../../operations/index.ts';
import { UsageError } from '../options.ts';
import { conclude, pathResult, type Session } from '../session.ts';

const ALL: readonly string[] = ['全部', 'all'];

export async function printTemplate(session: Session): Promise<number> {
  const { call, now, voice } = session;
  const { ui } = voice;
  const [form, ...more] = call.rest;
  if (form === undefined) throw new UsageError(ui.usageProblems.blankFormMissing(documentList(DOCUMENT_IDS)));
  if (more.length > 0) throw new UsageError(ui.usageProblems.tooMany);
  const options = { now, template: call.options.template, overwrite: call.options.force };
  const { output } = call.options;
  const all = ALL.includes(form.trim().toLowerCase());
  const { findings, path, count, pages } = await (all ? printAllBlanks(output, options) : printBlank(form, output, options));
  return conclude(
    session,
    { command: 'templates', input: form, exit: 0, findings, output: path },
    { talk: ui.blankPrinted(typed(resolve(path)), count, pages), result: pathResult(session.io, resolve(path)), untallied: true },
  );
}
