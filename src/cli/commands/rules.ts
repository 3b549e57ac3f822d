/** `mbpack rules [CODE]` */
import { DOSSIER_RULES, printedRules, RULES, type Rule, rulesFor, rulesVersion, sinceOf } from '../../law/index.ts';
import { column, type Ui } from '../../messages/index.ts';
import { BEHAVIOURS, type Behaviour, behaviour, nearest } from '../../model/index.ts';
import { UsageError } from '../options.ts';
import type { Session } from '../session.ts';
import { displayWidth } from '../width.ts';

export async function rules({ io, call, voice }: Session): Promise<number> {
  const { ui } = voice;
  const wanted = call.argument;
  const found = wanted === undefined ? RULES : rulesFor(wanted);
  const conduct =
    behaviour(wanted?.toUpperCase().replace(/[A-Z]$/, (c) => c.toLowerCase()) ?? '') ?? behaviour(wanted?.toUpperCase() ?? '');
  if (conduct) {
    io.stdout.write(call.options.json ? `${JSON.stringify(conduct, null, 2)}\n` : `${behaviourText(conduct, ui)}\n`);
    return 0;
  }
  if (found.length === 0 && wanted !== undefined) {
    const known = [...RULES.flatMap((r) => [r.id, ...r.codes]), ...BEHAVIOURS.map((b) => b.code)];
    throw new UsageError(ui.usageProblems.unknownRule(column(wanted), nearest(wanted.toUpperCase(), known)));
  }
  if (call.options.json) {
    io.stdout.write(`${JSON.stringify(printedRules(found), null, 2)}\n`);
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
        [ui.rule.since, sinceOf(r)],
        [ui.rule.asks, r.asks],
        [ui.rule.why, r.why],
        [ui.rule.basis, cite(r)],
        [ui.rule.right, r.right],
        [ui.rule.wrong, r.wrong],
        [ui.rule.codes, r.codes.join(' ')],
      ];
      io.stdout.write(`${rows.map(([label = '', value = '']) => `${label}  ${hung(value, displayWidth(label) + 2)}`).join('\n')}\n`);
    }
  }
  if (wanted === undefined)
    io.stdout.write(
      `\n${ui.ruleTable(rulesVersion(), RULES.length, DOSSIER_RULES.length)}\n\n${ui.rule.behaviours}\n${BEHAVIOURS.map((b) => `${b.code}  ${b.subject}  ${b.text}`).join('\n')}\n`,
    );
  return 0;
}

/** Version of mbpack. */

/** Later lines of a value stand under its first. */
function hung(text: string, indent: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(indent)}`);
}

function behaviourText(b: Behaviour, ui: Ui): string {
  return [
    `${b.code}  ${b.subject}${b.unverified ? ui.unverified : ''}`,
    b.text,
    [b.regulation, b.guidance, [b.crime, ...(b.otherCrimes ?? [])].join('、'), b.campaign.join('、')].filter((t) => t !== '').join('；'),
    ...(b.officeCrimes ? [ui.officeOffences(b.officeCrimes.join('、'))] : []),
  ].join('\n');
}
