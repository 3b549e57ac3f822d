/** `mbpack build CASE`: the dossier, drafts (`--draft`), or one document (`--only`). */
import { resolve } from 'node:path';
import { bytesText, typed } from '../../messages/index.ts';
import type { Finding } from '../../model/index.ts';
import { buildDossier, buildDrafts, buildSupervision, renderOne } from '../../operations/index.ts';
import { UsageError } from '../options.ts';
import { conclude, pathResult, type Session } from '../session.ts';
import { guardList, listedText } from './file-list.ts';
import { operationOptions, saidLast } from './shared.ts';

export async function build(session: Session): Promise<number> {
  const { call } = session;
  const { draft, only } = call.options;
  const common = { ...operationOptions(session), dir: call.argument ?? '', overwrite: call.options.force };
  guardList(session);
  if (only !== undefined) return one(session, common, only);
  return draft ? drafts(session, common) : dossier(session, common);
}

/** `check` lists the remarks of a case; here their number is enough. Of what happened in this run nothing is left out. */
function remarksOf(findings: readonly Finding[], ran: readonly Finding[] = []): readonly Finding[] {
  return findings.filter((f) => f.severity === 'info' && !ran.includes(f));
}

type Common = ReturnType<typeof operationOptions> & { readonly dir: string; readonly overwrite: boolean };

async function dossier(session: Session, common: Common): Promise<number> {
  const { call, voice, version } = session;
  const given = call.argument ?? '';
  const software = { name: 'mbpack', version } as const;
  const make = call.options.supervision ? buildSupervision : buildDossier;
  const { findings, loaded, written } = await make({ ...common, software, output: call.options.output, readBack: call.options.readBack });
  const outcome = {
    command: 'build',
    input: given,
    exit: written ? 0 : 1,
    findings,
    output: written && resolve(written.path),
    slip: written && resolve(written.slip),
    register: written?.register === undefined ? undefined : resolve(written.register),
    fingerprint: written?.fingerprint,
  };
  const list = await listedText(session, findings);
  const told = { excerpt: loaded.excerpt, counted: remarksOf(findings, written?.remarks) };
  if (!written) return conclude(session, outcome, { ...told, ...saidLast(findings, voice, given, undefined, list) });
  const { ui } = voice;
  const figures = ui.builtFigures({
    size: bytesText(written.size),
    files: written.files,
    fingerprint: written.fingerprint,
    slip: typed(outcome.slip ?? ''),
    register: typed(outcome.register ?? ''),
  });
  return conclude(session, outcome, {
    ...told,
    ...saidLast(findings, voice, given, `${ui.built(typed(resolve(written.path)))}\n${figures}`, list),
    result: pathResult(session.io, resolve(written.path)),
  });
}

async function drafts(session: Session, common: Common): Promise<number> {
  const { call, voice } = session;
  const given = call.argument ?? '';
  const { findings, loaded, count, ...made } = await buildDrafts({ ...common, output: call.options.output });
  const folder = made.folder === undefined ? undefined : resolve(made.folder);
  const list = await listedText(session, findings);
  const outcome = { command: 'build', input: given, exit: folder === undefined ? 1 : 0, findings, output: folder };
  const words =
    folder === undefined
      ? saidLast(findings, voice, given, undefined, list)
      : { ...saidLast(findings, voice, given, voice.ui.drafted(typed(folder), count), list), result: pathResult(session.io, folder) };
  return conclude(session, outcome, { excerpt: loaded.excerpt, counted: remarksOf(findings), ...words });
}

async function one(session: Session, common: Common, only: string): Promise<number> {
  const { call, voice } = session;
  if (call.options.output === undefined) throw new UsageError(voice.ui.usageProblems.onlyNeedsOutput);
  const target = resolve(call.options.output);
  const { findings, loaded, pages } = await renderOne({ ...common, name: only, output: target });
  const outcome = {
    command: 'build',
    input: call.argument ?? '',
    exit: pages === undefined ? 1 : 0,
    findings,
    output: pages === undefined ? undefined : target,
  };
  const words = pages === undefined ? {} : { talk: voice.ui.rendered(typed(target), pages), result: pathResult(session.io, target) };
  return conclude(session, outcome, { excerpt: loaded.excerpt, counted: remarksOf(findings), ...words });
}
