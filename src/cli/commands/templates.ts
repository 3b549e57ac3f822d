/** `mbpack templates ACTION`: list, check, new, print. */

import { column, typed } from '../../messages/index.ts';
import { nearest } from '../../model/index.ts';
import { blocks, checkPackage, listPacks, newPack } from '../../operations/index.ts';
import { UsageError } from '../options.ts';
import { conclude, pathResult, type Session } from '../session.ts';
import { tableText } from '../table.ts';
import { printTemplate } from './templates-print.ts';

const ACTIONS: Readonly<Record<string, (session: Session) => Promise<number>>> = { list, check, new: made, print: printTemplate };

/** The pack that is extended when nobody says which. */
const USUAL_PARENT = 'national';
/** Digits of a digest that tell two packs apart at a glance; `--json` has all. */
const DIGITS = 16;

export async function templates(session: Session): Promise<number> {
  const action = session.call.argument ?? '';
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!run) throw new UsageError(session.voice.ui.usageProblems.templatesAction(column(action), nearest(action, Object.keys(ACTIONS))));
  return run(session);
}

async function list(session: Session): Promise<number> {
  const { packs, findings } = await listPacks();
  const { headings } = session.voice.ui.packs;
  const rows = packs.map((p) => [p.id, p.version, p.parent, p.sha256.slice(0, DIGITS), p.title].map((cell) => column(cell)));
  const result = tableText([[headings.id, headings.version, headings.parent, headings.digest, headings.title], ...rows], []);
  const exit = blocks(findings) ? 1 : 0;
  return conclude(session, { command: 'templates', input: 'list', exit, findings, packs }, { result, untallied: true });
}

async function check(session: Session): Promise<number> {
  const { call, voice, signal, progress } = session;
  const given = targetOf(session);
  const { findings, documents, excerpt } = await checkPackage({
    given,
    signal,
    onProgress: (done, total) => progress.report('rendering', done, total),
  });
  return conclude(
    session,
    { command: 'templates', input: given, exit: blocks(findings, call.options.strict) ? 1 : 0, findings },
    { excerpt, talk: voice.ui.packs.checked(typed(given), documents), again: `mbpack templates check ${typed(given)}` },
  );
}

async function made(session: Session): Promise<number> {
  const target = targetOf(session);
  const { path, files } = await newPack(target, session.call.options.from ?? USUAL_PARENT);
  const outcome = { command: 'templates', input: target, exit: 0, findings: [], output: path };
  return conclude(session, outcome, {
    result: pathResult(session.io, path),
    talk: session.voice.ui.packs.made(typed(path), files),
    untallied: true,
  });
}

function targetOf({ call, voice }: Session): string {
  const [target, ...more] = call.rest;
  if (target === undefined) throw new UsageError(voice.ui.usageProblems.templatesTarget(column(call.argument ?? '')));
  if (more.length > 0) throw new UsageError(voice.ui.usageProblems.tooMany);
  return target;
}
