/** What is to be packed, and what came of it. */

import type { Leftover } from '../../leftovers/index.ts';
import { collisionKey, fault, pathFault } from '../../model/index.ts';
import { bagNameFault, EVIDENCE, type Files, MAX_ENTRIES } from '../format/index.ts';
import type { Label } from './tag-files.ts';
import type { Pieces } from './text.ts';

/** A file that is made for the dossier: its bytes, or its text piece by piece. */
export type MadeFile = { readonly path: string } & ({ readonly bytes: Uint8Array } | { readonly text: Pieces });

export interface PackPlan {
  /** The zip to make. Its folder must exist. */
  readonly target: string;
  /** Replace an existing target; without it an existing target is TARGET_EXISTS. */
  readonly overwrite: boolean;
  /** From `bagName(caseNo, day)`. */
  readonly bagName: string;
  readonly evidence: readonly {
    /** Below `data/evidence/`. */
    readonly path: string;
    /** On disk. */
    readonly source: string;
    /** For messages: the path in the case folder. */
    readonly label: string;
  }[];
  /** Everything that needs the evidence's digests: bag paths below data/case, data/documents, data/custody. */
  readonly rest: (evidence: Files) => Promise<readonly MadeFile[]>;
  /** The text of data/index.json; gets every other payload file. */
  readonly index: (files: Files) => Pieces;
  /** Labels of bag-info.txt but Payload-Oxum and Mbpack-Format, which the writer adds. */
  readonly bagInfo: (payload: { readonly octets: bigint; readonly files: number }) => readonly Label[];
  /** Version of the format; the first when not given. */
  readonly format?: string;
  /** Text of 校验说明.txt. */
  readonly note: string;
  readonly signal?: AbortSignal;
  /** Bytes of evidence read so far. */
  readonly onProgress?: (bytes: number) => void;
  /** Reads the finished temporary file back and returns its SHA-256; throws to refuse it. Before rename; the disk may still be taking it in. */
  readonly accept: (temporary: string, content: WrittenContent) => Promise<{ readonly zipSha256: string }>;
}

export interface WrittenContent {
  /** Bytes of the zip. */
  readonly size: number;
  /** 总校验值: SHA-256 of tagmanifest-sha256.txt. */
  readonly fingerprint: string;
  /** The payload. */
  readonly files: Files;
  readonly payloadOctets: bigint;
}

export interface WrittenDossier extends WrittenContent {
  readonly path: string;
  /** As `accept` read it back from the disk. */
  readonly zipSha256: string;
  /** Unfinished files of killed runs that stood beside the target, and are gone now. */
  readonly removed: readonly Leftover[];
}

/** Refuses what a reader would refuse, before a byte is written. */
export function checkPlan(plan: PackPlan): void {
  const name = bagNameFault(plan.bagName);
  if (name) throw fault('BUILD_PATH_REFUSED', 1, { path: plan.bagName, fault: name });
  checkCount(plan.evidence.length);
  checkPaths(plan.evidence, EVIDENCE);
}

export function checkCount(found: number): void {
  if (found > MAX_ENTRIES) throw fault('BUILD_TOO_MANY_FILES', 1, { found, limit: MAX_ENTRIES });
}

/** Names, collisions, and a file where another needs a folder. `below` stands before every path. */
export function checkPaths(all: readonly { readonly path: string }[], below = ''): void {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const collision = (path: string, other: string) => fault('BUILD_PATHS_COLLIDE', 1, { path: below + path, other: below + other });
  for (const { path } of all) {
    const broken = pathFault(below + path);
    if (broken) throw fault('BUILD_PATH_REFUSED', 1, { path: below + path, fault: broken });
    const key = collisionKey(path);
    const other = files.get(key);
    if (other !== undefined) throw collision(path, other);
    files.set(key, path);
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      const known = folders.get(collisionKey(folder));
      if (known === folder) break;
      if (known !== undefined) throw collision(path, known);
      folders.set(collisionKey(folder), folder);
    }
  }
  for (const [key, folder] of folders) {
    const file = files.get(key);
    if (file !== undefined) throw collision(folder, file);
  }
}
