/** `mbpack set CASE FORM:/POINTER VALUE`: one value of one form, and every other byte as it was. */
import { column, harmless, placeText, type Ui } from '../../messages/index.ts';
import { fault } from '../../model/index.ts';
import { editValue, type FormWritten, fieldPath } from '../../operations/index.ts';
import { type Options, UsageError } from '../options.ts';
import { conclude, type Session } from '../session.ts';
import { changedText, shownValue } from './shared.ts';

type Op = 'set' | 'insert' | 'remove' | 'move';

export async function set(session: Session): Promise<number> {
  const { call, voice } = session;
  const { ui } = voice;
  const given = call.argument ?? '';
  const op = opOf(call.options, ui);
  const [target = '', text = ''] = operands(op, call.rest, ui);
  const { form, pointer } = pathOf(target, ui);
  const to = op === 'move' ? placeIn(call.options.to, ui) : 0;
  const done = await editValue({ dir: given, form, pointer, op, text, to });
  const refused = done.findings.some(({ severity }) => severity === 'stop');
  const exit = refused ? 1 : 0;
  const edited = {
    file: done.file,
    pointer: done.pointer,
    field: done.field,
    op,
    written: done.written,
    before: done.was,
    after: done.now,
    at: done.at,
  };
  const outcome = { command: 'set', input: given, exit, findings: done.findings, edited };
  if (refused) return conclude(session, outcome, { talk: harmless(ui.set.notMade(done.file)) });
  const talk = done.written ? (done.file.endsWith('.xlsx') ? ui.set.keptSheet : ui.set.kept) : ui.set.same;
  return conclude(session, outcome, { result: harmless(resultOf(done, op, given, ui)), talk, untallied: true });
}

function opOf({ insert, remove, move, to }: Options, ui: Ui): Op {
  const asked = (Object.entries({ insert, remove, move }) as [Op, boolean][]).filter(([, wanted]) => wanted).map(([op]) => op);
  if (asked.length > 1) throw new UsageError(ui.usageProblems.setOnce);
  const op = asked[0] ?? 'set';
  if (to !== undefined && op !== 'move') throw new UsageError(ui.usageProblems.setTo);
  return op;
}

/** `--remove` and `--move` take no value. */
function operands(op: Op, rest: readonly string[], { usageProblems }: Ui): readonly string[] {
  const wanted = op === 'set' || op === 'insert' ? 2 : 1;
  if (rest.length > wanted) throw new UsageError(wanted === 2 ? usageProblems.tooMany : usageProblems.setNoValue(op));
  if (rest.length < wanted) throw new UsageError(rest.length === 0 ? usageProblems.setNoField : usageProblems.setNeedsValue);
  return rest;
}

function pathOf(target: string, { usageProblems }: Ui) {
  if (/^custody(?:\.jsonl)?(?:[:：]|$)/i.test(target.trim())) throw fault('EDIT_NOT_A_FORM', 1, { name: 'custody.jsonl' });
  const path = fieldPath(target);
  if ('problem' in path)
    throw new UsageError(
      path.problem === 'form'
        ? usageProblems.setForm(column(target), path.near)
        : usageProblems.setPath(column(target), column(path.at), path.near),
    );
  return path;
}

function placeIn(to: string | undefined, { usageProblems }: Ui): number {
  if (to === undefined || !/^\d{1,6}$/.test(to.trim())) throw new UsageError(usageProblems.setTo);
  return Number(to);
}

function resultOf({ at, field, was, now, pointer }: FormWritten, op: Op, given: string, { set: words }: Ui): string {
  const head = `${placeText(at, given)}  ${field}（${pointer}）`;
  if (op === 'move') return `${head}\n  ${words.moved}  ${shownValue(was, words)}`;
  return op === 'insert' ? `${head}\n  ${words.after}  ${shownValue(now, words)}` : `${head}\n${changedText(was, now, words)}`;
}
