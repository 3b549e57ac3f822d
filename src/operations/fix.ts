/** fix: the values that check knows exactly, shown; or entered through the edit door, form by form. */
import { type Edit, editTogether, type FormWritten, type LoadedCase } from '../case/index.ts';
import type { Finding, Fix, FormName } from '../model/index.ts';
import { withApprovalWatched } from './approved-still.ts';
import { checkFolder } from './check.ts';
import type { CaseOptions } from './open-case.ts';

export interface FixOptions extends CaseOptions {
  /** False: nothing is written. */
  readonly apply: boolean;
}

/** One value, with the finding that it mends. */
export interface Fixed extends FormWritten {
  readonly form: FormName;
  readonly code: Finding['code'];
}

export interface FixResult {
  /** Why a value was not entered. */
  readonly findings: readonly Finding[];
  readonly fixes: readonly Fixed[];
  /** Findings of the case that only a person can mend. */
  readonly others: number;
  readonly excerpt: LoadedCase['excerpt'];
}

type Mendable = Finding & { readonly fix: Fix };

/** @throws Fault as `checkFolder` and `editTogether` */
export async function fixCase(options: FixOptions): Promise<FixResult> {
  const { findings, loaded } = await checkFolder(options);
  const mendable = findings.filter((f): f is Mendable => f.fix !== undefined);
  const forms = [...new Set(mendable.map(({ fix }) => fix.form))];
  const fixes: Fixed[] = [];
  const refused: Finding[] = [];
  const { told } = await withApprovalWatched(options.dir, options.apply ? forms : [], async () => {
    for (const form of forms) {
      const made = await ofForm(options, form, onePerPlace(mendable.filter(({ fix }) => fix.form === form)));
      fixes.push(...made.fixes);
      refused.push(...made.refused);
    }
  });
  return {
    findings: [...refused, ...told],
    fixes,
    others: findings.filter((f) => !f.fix && f.severity !== 'info').length,
    excerpt: loaded.excerpt,
  };
}

/** Two findings of one place are mended by the first: the second may look otherwise then. */
function onePerPlace(found: readonly Mendable[]): readonly Mendable[] {
  return found.filter((f, i) => found.findIndex(({ fix }) => fix.pointer === f.fix.pointer) === i);
}

/** All of them at once, without those that the door refuses. */
async function ofForm(
  { dir, apply }: FixOptions,
  form: FormName,
  wanted: readonly Mendable[],
): Promise<{ readonly fixes: readonly Fixed[]; readonly refused: readonly Finding[] }> {
  const edits = wanted.map(({ fix: { pointer, value } }): Edit => ({ op: 'set', pointer, value }));
  const done = await editTogether(dir, form, edits, { dry: !apply });
  const stopped = done.at(-1)?.findings.filter(({ severity }) => severity === 'stop') ?? [];
  if (stopped.length === 0) return { fixes: done.map((each, i) => ({ ...each, form, code: (wanted[i] as Mendable).code })), refused: [] };
  const rest = await ofForm({ dir, apply } as FixOptions, form, wanted.toSpliced(done.length - 1, 1));
  return { fixes: rest.fixes, refused: [...stopped, ...rest.refused] };
}
