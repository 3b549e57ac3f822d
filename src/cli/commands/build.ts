/** `mbpack build CASE`: the dossier, drafts (`--draft`), or one document (`--only`). */
import { bytesText, typed } from '../../messages/index.ts';
import { buildDossier, buildDrafts, buildSupervision, renderOne } from '../../operations/index.ts';
import { UsageError } from '../options.ts';
import { conclude, pathResult, type Session } from '../session.ts';
import { operationOptions, saidLast } from './shared.ts';

export async function build(session: Session): Promise<number> {
  const { call } = session;
  const { draft, only } = call.options;
  const common = { ...operationOptions(session), dir: call.argument ?? '', overwrite: call.options.force };
  if (only !== undefined) return one(session, common, only);
  return draft ? drafts(session, common) : dossier(session, common);
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
    output: written?.path,
    slip: written?.slip,
    register: written?.register,
    fingerprint: written?.fingerprint,
  };
  if (!written) return conclude(session, outcome, { excerpt: loaded.excerpt, ...saidLast(findings, voice, given) });
  const { ui } = voice;
  const figures = ui.builtFigures({
    size: bytesText(written.size),
    files: written.files,
    fingerprint: written.fingerprint,
    slip: typed(written.slip),
    register: typed(written.register ?? ''),
  });
  return conclude(session, outcome, {
    excerpt: loaded.excerpt,
    ...saidLast(findings, voice, given, `${ui.built(typed(written.path))}\n${figures}`),
    result: pathResult(session.io, written.path),
  });
}

async function drafts(session: Session, common: Common): Promise<number> {
  const { call, voice } = session;
  const given = call.argument ?? '';
  const { findings, loaded, folder, count } = await buildDrafts({ ...common, output: call.options.output });
  const outcome = { command: 'build', input: given, exit: folder === undefined ? 1 : 0, findings, output: folder };
  const words =
    folder === undefined
      ? saidLast(findings, voice, given)
      : { ...saidLast(findings, voice, given, voice.ui.drafted(typed(folder), count)), result: pathResult(session.io, folder) };
  return conclude(session, outcome, { excerpt: loaded.excerpt, ...words });
}

async function one(session: Session, common: Common, only: string): Promise<number> {
  const { call, voice } = session;
  if (call.options.output === undefined) throw new UsageError(voice.ui.usageProblems.onlyNeedsOutput);
  const target = call.options.output;
  const { findings, loaded, pages } = await renderOne({ ...common, name: only, output: target });
  const outcome = {
    command: 'build',
    input: call.argument ?? '',
    exit: pages === undefined ? 1 : 0,
    findings,
    output: pages === undefined ? undefined : target,
  };
  const words = pages === undefined ? {} : { talk: voice.ui.rendered(typed(target), pages), result: pathResult(session.io, target) };
  return conclude(session, outcome, { excerpt: loaded.excerpt, ...words });
}
