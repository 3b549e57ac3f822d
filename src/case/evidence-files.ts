/** The files below `evidence/` and `signed/` against the lists of the forms, both ways. Nothing is read or changed. */
import { open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import {
  collisionKey,
  comparePaths,
  type EvidenceForm,
  type Finding,
  finding,
  leftoverIn,
  nearest,
  type Place,
  pathFault,
  type Ref,
} from '../model/index.ts';
import { nameFindings, type OnDisk, walk } from './disk-files.ts';
import { proposedPath, type signedScans } from './evidence-paths.ts';
import { reasonOf } from './folder.ts';
import { shown } from './shown.ts';

export interface CaseFile {
  /** Relative to the case folder: `evidence/…` or `signed/…`. */
  readonly path: string;
  readonly role: 'evidence' | 'signedScan';
  readonly absolute: string;
  /** Bytes. */
  readonly size: number;
}

export interface CaseFiles {
  /** The listed files that are there, in byte order of their paths. */
  readonly files: readonly CaseFile[];
  readonly findings: readonly Finding[];
}

/** A file that a form lists. */
interface Listed {
  readonly role: CaseFile['role'];
  /** Where its path is written. */
  readonly ref: Ref;
}

/** `locate` gives the place of a path in its form; without it a missing file is placed by its own name. */
export async function evidenceFiles(
  dir: string,
  evidence: EvidenceForm,
  scans: ReturnType<typeof signedScans>,
  locate?: (ref: Ref) => Place | undefined,
): Promise<CaseFiles> {
  const findings: Finding[] = [];
  const disk = new Map<string, OnDisk>();
  for (const folder of ['evidence', 'signed']) await walk(dir, folder, disk, findings);
  const listed = listedFiles(evidence, scans);

  const { findings: named, byKey } = nameFindings(disk.keys());
  findings.push(...named);

  const files: CaseFile[] = [];
  const unlisted = new Set([...disk.keys()].filter((path) => !listed.has(path)));
  const linked = new Set(findings.filter(({ code }) => code !== 'EVIDENCE_NAME_BAD').map((f) => (f.at && 'file' in f.at ? f.at.file : '')));
  for (const [path, { role, ref }] of [...listed].sort(([a], [b]) => comparePaths(a, b))) {
    const found = disk.get(path);
    if (found) {
      if (found.stat.size === 0 && role === 'evidence')
        findings.push(finding('EVIDENCE_FILE_EMPTY', 'warning', { path: shown(path) }, at(path)));
      if (await readable(join(dir, path), path, findings)) files.push({ path, role, absolute: join(dir, path), size: found.stat.size });
      continue;
    }
    if (linked.has(path)) continue;
    const written = role === 'evidence' ? path.slice('evidence/'.length) : path;
    if (pathFault(written)) {
      // Told where the paths were read; the file that was meant is not told again as unlisted.
      const proposal = proposedPath(written, role === 'evidence' ? 'evidence' : 'signed');
      unlisted.delete(role === 'evidence' ? `evidence/${proposal}` : `${proposal}`);
      continue;
    }
    const twin = byKey.get(collisionKey(path));
    if (twin !== undefined && unlisted.has(twin)) {
      unlisted.delete(twin);
      findings.push(finding('EVIDENCE_NAME_DIFFERS', 'stop', { listed: shown(path), found: shown(twin) }, at(twin)));
      continue;
    }
    // `evidence/evidence/…` is what becomes of a path that was written with its folder.
    const doubled = path.startsWith('evidence/evidence/') ? path.slice('evidence/'.length) : undefined;
    const rewrite = doubled !== undefined && disk.has(doubled) ? doubled.slice('evidence/'.length) : undefined;
    if (rewrite !== undefined) unlisted.delete(`evidence/${rewrite}`);
    const names = rewrite === undefined ? namesIn(path, disk) : undefined;
    for (const name of names ?? []) unlisted.delete(name);
    const near = rewrite === undefined && names === undefined ? nearest(path, unlisted) : undefined;
    const meant = {
      ...(names === undefined ? {} : { names: names.map((name) => shown(name.slice(role === 'evidence' ? 'evidence/'.length : 0))) }),
      ...(rewrite === undefined ? {} : { rewrite: shown(rewrite) }),
      ...(near === undefined ? {} : { nearest: shown(near) }),
    };
    const place = { at: locate?.(ref) ?? { file: path } };
    // The file is there under the name without its folder: what should stand in the list is known.
    const parts = rewrite === undefined ? place : { ...place, fix: { ...ref, value: rewrite } };
    findings.push(finding('EVIDENCE_FILE_MISSING', 'stop', { path: shown(path), ...meant }, parts));
  }
  const gone = goneByEnding([...listed.keys()].filter((path) => path.startsWith('evidence/') && !disk.has(path)).sort(comparePaths));
  // A folder that a system keeps for itself is told once, whatever is in it.
  const left = new Set([...unlisted].flatMap((path) => leftoverIn(path) ?? []));
  for (const path of [...left].sort(comparePaths)) findings.push(finding('EVIDENCE_FILE_JUNK', 'stop', { path: shown(path) }, at(path)));
  for (const path of [...unlisted].filter((other) => leftoverIn(other) === undefined).sort(comparePaths))
    findings.push(unlistedFinding(path, gone.get(endingOf(path)) ?? []));
  return { files, findings };
}

/** The files that are there, whose names were written into one field: `书证/a.pdf、b.pdf`. */
function namesIn(path: string, disk: ReadonlyMap<string, OnDisk>): readonly string[] | undefined {
  const [root = '', ...rest] = path.split('/');
  const parts = rest.join('/').split(/\s*[、，,;；]\s*|\s+/u);
  const folder = parts[0]?.includes('/') ? parts[0].replace(/[^/]*$/, '') : '';
  const whole = parts.map((part) => [part, `${folder}${part}`].map((name) => `${root}/${name}`).find((name) => disk.has(name)));
  return whole.length > 1 && whole.every((name): name is string => name !== undefined) ? whole : undefined;
}

function listedFiles(evidence: EvidenceForm, scans: ReturnType<typeof signedScans>): ReadonlyMap<string, Listed> {
  const listed = new Map<string, Listed>();
  for (const [i, { files }] of evidence.evidence.entries())
    for (const [j, { path }] of files.entries())
      listed.set(`evidence/${path}`, { role: 'evidence', ref: { form: 'evidence', pointer: `/evidence/${i}/files/${j}/path` } });
  for (const { form, pointer, scan } of scans) listed.set(scan.path, { role: 'signedScan', ref: { form, pointer } });
  return listed;
}

function at(path: string): { readonly at: { readonly file: string } } {
  return { at: { file: path } };
}

/** Once for all: a folder that was renamed is as many files gone as files unlisted. */
function goneByEnding(gone: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byEnding = new Map<string, string[]>();
  for (const path of gone) {
    const alike = byEnding.get(endingOf(path));
    if (alike) alike.push(path);
    else byEnding.set(endingOf(path), [path]);
  }
  return byEnding;
}

/** `alike`: listed files of the same ending that are not there; one may be this one, renamed. */
function unlistedFinding(path: string, alike: readonly string[]): Finding {
  // An older scan lying beside is not packed and does no harm; evidence that no list names might have been forgotten.
  if (path.startsWith('signed/')) return finding('SIGNED_FILE_UNLISTED', 'warning', { path: shown(path) }, at(path));
  const missing = nearest(path, alike) ?? alike[0];
  const meant = missing === undefined ? {} : { missing: shown(missing.slice('evidence/'.length)) };
  return finding('EVIDENCE_FILE_UNLISTED', 'stop', { path: shown(path), ...meant }, at(path));
}

function endingOf(path: string): string {
  return extname(path).toLowerCase();
}

async function readable(absolute: string, path: string, findings: Finding[]): Promise<boolean> {
  try {
    // Opened, not asked for: on Windows only opening shows that another program holds the file.
    await (await open(absolute, 'r')).close();
    return true;
  } catch (error) {
    findings.push(finding('EVIDENCE_UNREADABLE', 'stop', { path: shown(path), reason: reasonOf(error) }, at(path)));
    return false;
  }
}
