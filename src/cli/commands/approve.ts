/** `mbpack approve CASE --code CODE --by NAME --title T --at TIME`: the decision of the head of office, under the code on the signed paper. */
import { column, harmless, placeText, typed } from '../../messages/index.ts';
import { approveCase } from '../../operations/index.ts';
import { UsageError } from '../options.ts';
import { conclude, type Session } from '../session.ts';
import { changedText } from './shared.ts';

const CAPACITIES = ['正职负责人', '主持工作负责人'] as const;

export async function approve(session: Session): Promise<number> {
  const { io, call, now, voice } = session;
  const { ui } = voice;
  const given = call.argument ?? '';
  const done = await approveCase({ dir: given, ...asked(session), at: now, clock: Math.floor(io.now() / 1000) * 1000 });
  const refused = done.fields.length === 0;
  const written = done.fields.filter((field) => field.written);
  const exit = refused ? 1 : 0;
  const fields = done.fields.map(({ pointer, field, was, now: after, at }) => ({ pointer, field, before: was, after, at }));
  const approval = refused ? undefined : { file: done.fields[0]?.file ?? '', written: written.length > 0, fields };
  const outcome = { command: 'approve', input: given, exit, findings: done.findings, approval };
  const { excerpt } = done;
  if (refused) return conclude(session, outcome, { excerpt, talk: ui.approve.refused, untallied: true });
  // What is replaced stands nowhere else afterwards: it is shown whole.
  const rows = written.map(
    ({ at, field, was, now: after }) => `${placeText(at, given)}  ${field}\n${changedText(was, after, ui.set, Number.POSITIVE_INFINITY)}`,
  );
  const replaced = call.options.again && written.some(({ was }) => was !== undefined && was !== null);
  const talk = written.length > 0 ? `${ui.approve.entered}\n${ui.approve.next(typed(given), replaced)}` : ui.approve.same;
  return conclude(session, outcome, { excerpt, result: harmless(rows.join('\n')), talk, untallied: true });
}

/** @throws UsageError where the call does not say who approved what and when */
function asked({ call: { options }, voice }: Session) {
  const { usageProblems } = voice.ui;
  const { code = '', title = '', by, at, capacity, again, template } = options;
  const lacking = [
    ['--code', code.trim()],
    ['--by', by[0] ?? ''],
    ['--title', title.trim()],
    ['--at', at ?? ''],
  ].find(([, value]) => value === '')?.[0];
  if (lacking !== undefined) throw new UsageError(usageProblems.approveNeeds(lacking));
  const [name = '', ...others] = by;
  if (others.length > 0) throw new UsageError(usageProblems.approveOne);
  const said = CAPACITIES.find((known) => known === capacity?.trim() || known.replace('负责人', '') === capacity?.trim());
  if (capacity !== undefined && said === undefined) throw new UsageError(usageProblems.approveCapacity(column(capacity)));
  return { code, by: name, title: title.trim(), capacity: said, again, template };
}
