/** `mbpack fix CASE`: the values that check knows exactly, as they would be; `--apply` writes them, and nothing else. */
import { harmless, placeText } from '../../messages/index.ts';
import { type Fixed, fixCase } from '../../operations/index.ts';
import { callText, conclude, type Session } from '../session.ts';
import { changedText, operationOptions } from './shared.ts';

export async function fix(session: Session): Promise<number> {
  const { call, voice } = session;
  const { ui } = voice;
  const given = call.argument ?? '';
  const { apply } = call.options;
  const { findings, fixes, others, excerpt } = await fixCase({ ...operationOptions(session), dir: given, apply });
  const exit = findings.some(({ severity }) => severity === 'stop') ? 1 : 0;
  const told = fixes.map(({ form, pointer, field, code, written, was, now }) => ({
    form,
    pointer,
    field,
    code,
    written,
    before: was,
    after: now,
  }));
  const outcome = { command: 'fix', input: given, exit, findings, fixes: told };
  const rest = others > 0 ? `\n${ui.fix.others(others, callText('check', given))}` : '';
  const talk =
    fixes.length === 0
      ? ui.fix.nothing
      : apply
        ? ui.fix.applied(fixes.length)
        : ui.fix.planned(fixes.length, `${callText('fix', given)} --apply`);
  const result = fixes.map((each) => fixText(each, given, session)).join('\n');
  return conclude(session, outcome, { excerpt, result: harmless(result), talk: `${talk}${rest}`, untallied: true });
}

function fixText({ at, field, pointer, code, was, now }: Fixed, given: string, { voice: { ui } }: Session): string {
  return `${placeText(at, given)}  ${field}（${pointer}）  ${code}\n${changedText(was, now, ui.set)}`;
}
