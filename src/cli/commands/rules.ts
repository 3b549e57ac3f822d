/** `mbpack rules [CODE]` */
import { RULES, type Rule, rulesFor } from '../../law/index.ts';
import { nearest } from '../../model/index.ts';
import { UsageError } from '../options.ts';
import type { Session } from '../session.ts';

export async function rules({ io, call, voice }: Session): Promise<number> {
  const { ui } = voice;
  const wanted = call.argument;
  const found = wanted === undefined ? RULES : rulesFor(wanted);
  if (found.length === 0 && wanted !== undefined) {
    const known = RULES.flatMap((r) => [r.id, ...r.codes]);
    throw new UsageError(ui.usageProblems.unknownRule(wanted, nearest(wanted.toUpperCase(), known)));
  }
  if (call.options.json) {
    io.stdout.write(
      `${JSON.stringify(
        found.map(({ check: _, ...row }) => row),
        null,
        2,
      )}\n`,
    );
    return 0;
  }
  const severity = (r: Rule) => `${ui.severity[r.severity]}${r.unverified ? ui.unverified : ''}`;
  const cite = (r: Rule) => r.basis.map((b) => `${b.document} ${b.article}`).join('；');
  for (const r of found) {
    if (wanted === undefined) io.stdout.write(`${r.id}  ${severity(r)}  ${r.asks}\n`);
    else {
      const rows = [
        [ui.rule.id, r.id],
        [ui.rule.severity, severity(r)],
        [ui.rule.asks, r.asks],
        [ui.rule.why, r.why],
        [ui.rule.basis, cite(r)],
        [ui.rule.codes, r.codes.join(' ')],
      ];
      io.stdout.write(`${rows.map(([label, value]) => `${label}  ${value}`).join('\n')}\n`);
    }
  }
  return 0;
}
