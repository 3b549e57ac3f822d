/** deadlines: the board of periods of a case, as of a moment. Reads the forms and no evidence. */
import { folderSource, loadCase } from '../case/index.ts';
import { type Deadline, deadlinesOf } from '../law/index.ts';
import type { Finding, Place } from '../model/index.ts';
import { findPack, loadPack } from '../pack/index.ts';
import type { CaseOptions } from './open-case.ts';

export type { Deadline, DeadlineState } from '../law/index.ts';

export interface DeadlineBoard {
  readonly deadlines: readonly Deadline[];
  /** What keeps the case from being read; the law's own findings are those of check. */
  readonly findings: readonly Finding[];
  /** The same by file, where there is no case for it. */
  readonly unread: readonly { readonly file: string; readonly findings: readonly Finding[] }[];
  /** The line of a form that a finding stands in. */
  readonly excerpt: (place: Place) => string | undefined;
}

/** Without a readable case the board is empty and the findings say why. @throws Fault as `openCase` */
export async function showDeadlines({ dir, now, template }: Pick<CaseOptions, 'dir' | 'now' | 'template'>): Promise<DeadlineBoard> {
  const loaded = await loadCase(folderSource(dir), { internal: 'required' });
  const c = loaded.case;
  const { excerpt } = loaded;
  if (!c) return { deadlines: [], findings: loaded.findings, unread: byFile(loaded.findings), excerpt };
  const { pack } = template === undefined ? loadPack(c.case.pack) : findPack(template);
  return { deadlines: deadlinesOf(c, pack, now), findings: loaded.findings.filter((f) => f.severity === 'stop'), unread: [], excerpt };
}

function byFile(findings: readonly Finding[]): DeadlineBoard['unread'] {
  const files = new Map<string, Finding[]>();
  for (const f of findings) {
    const file = f.at && 'file' in f.at ? f.at.file : '';
    if (f.severity === 'stop') files.set(file, [...(files.get(file) ?? []), f]);
  }
  return [...files].map(([file, own]) => ({ file, findings: own }));
}
