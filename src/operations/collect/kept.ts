/** What the log says of the files that it recorded: no other file takes the place of one that is gone, until an event says what became of it (E-13). */
import { type Codes, type Finding, finding, isFileOf, type LoggedFile, leftWith } from '../../model/index.ts';
import { INTEGRITY } from './compare.ts';
import type { CollectScene } from './open.ts';
import type { FixedFile } from './record.ts';

/** Recorded, no longer in the folder, and not gone with its item. */
export function goneFiles({ followed: { files, states }, onDisk }: CollectScene): readonly LoggedFile[] {
  return [...files.values()].filter((file) => !onDisk.has(file.path) && !leftWith(file, states));
}

/** Files that would come under the number of an item of which a recorded file is gone. */
export function withoutSubstitutes(
  numbered: readonly FixedFile[],
  scene: CollectScene,
): { readonly kept: readonly FixedFile[]; readonly findings: readonly Finding[] } {
  const goneOf = new Map<string, LoggedFile[]>();
  for (const file of goneFiles(scene)) for (const item of file.items) goneOf.set(item, [...(goneOf.get(item) ?? []), file]);
  const refused = new Map<string, FixedFile[]>();
  for (const file of numbered)
    if (goneOf.has(file.evidenceNo)) refused.set(file.evidenceNo, [...(refused.get(file.evidenceNo) ?? []), file]);
  return {
    kept: numbered.filter(({ evidenceNo }) => !refused.has(evidenceNo)),
    findings: [...refused].map(([evidenceNo, files]) => {
      const gone = goneOf.get(evidenceNo) ?? [];
      const args = { evidenceNo, paths: files.map(({ path }) => path), gone: gone.map(({ path }) => path), line: gone[0]?.line ?? 0 };
      return finding('COLLECT_SUBSTITUTE', 'stop', args, {
        at: { file: scene.rough.fileOf(`evidence/${files[0]?.path}`) },
        basis: INTEGRITY,
      });
    }),
  };
}

/** Files of the list that no event has recorded, in items of which others are. */
export function unfixedOf({ items }: CollectScene['rough'], { files }: CollectScene['followed']): ReadonlySet<string> {
  const owners = new Set([...files.values()].flatMap(({ items: numbers }) => numbers));
  const own = items.filter(({ evidenceNo }) => evidenceNo !== undefined && owners.has(evidenceNo));
  return new Set(own.flatMap((item) => item.files.map(({ path }) => path)).filter((path) => !files.has(path)));
}

/** A file that is gone is told once: with what would have come in its place, where something would. */
export function withoutTold(judged: readonly Finding[], substitutes: readonly Finding[]): readonly Finding[] {
  const told = new Set(substitutes.flatMap((f) => (f.code === 'COLLECT_SUBSTITUTE' ? f.args.gone : [])));
  return judged.filter((f) => f.code !== 'COLLECT_FILE_MISSING' || !told.has(f.args.path));
}

/** The list names a recorded file under another number than the log. */
export function elsewhere({ rough, followed: { files }, selected }: CollectScene): readonly Finding[] {
  return rough.items.flatMap(({ evidenceNo, files: own }) =>
    own.flatMap(({ path, at }) => {
      const logged = files.get(path);
      if (!logged || evidenceNo === undefined || isFileOf(logged, evidenceNo) || !selected(path)) return [];
      const args = { path, evidence: logged.items, line: logged.line, listed: evidenceNo } satisfies Codes['COLLECT_OTHER_ITEM'];
      return [finding('COLLECT_OTHER_ITEM', 'stop', args, { at, basis: INTEGRITY })];
    }),
  );
}
