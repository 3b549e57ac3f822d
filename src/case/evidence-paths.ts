/** Paths as the forms write them, before any disk is looked at. */
import {
  type CorrespondenceForm,
  collisionKey,
  type Finding,
  type FormName,
  type Forms,
  finding,
  pathFault,
  type SignedScan,
} from '../model/index.ts';
import type { Positions } from './positions.ts';
import { shown } from './shown.ts';

export const SIGNED_FORMS = ['transfer', 'investigation', 'receipt', 'items', 'supervision', 'correspondence'] as const;

/** The signed scans that the forms name, with the pointer of each path. */
export function signedScans(
  forms: Partial<Forms>,
): { readonly form: (typeof SIGNED_FORMS)[number]; readonly pointer: string; readonly scan: SignedScan }[] {
  return SIGNED_FORMS.flatMap((form) => {
    if (form === 'correspondence') return letterScans(forms.correspondence);
    const scan = forms[form]?.signedScan;
    return scan ? [{ form, pointer: '/signedScan/path', scan }] : [];
  });
}

/** Each letter and list of the form has a scan of its own. */
function letterScans(form: CorrespondenceForm = {}): ReturnType<typeof signedScans> {
  const lists = LETTER_LISTS.flatMap((list) =>
    (form[list] ?? []).map(({ signedScan }, i) => ({ signedScan, pointer: `/${list}/${i}/signedScan/path` })),
  );
  const single = { signedScan: form.procuratorateLetter?.signedScan, pointer: '/procuratorateLetter/signedScan/path' };
  return [...lists, single].flatMap(({ signedScan, pointer }) =>
    signedScan ? [{ form: 'correspondence' as const, pointer, scan: signedScan }] : [],
  );
}

const LETTER_LISTS = ['corrections', 'handovers', 'consultations', 'urgentNotices'] as const;

/**
 * What a path with backslashes, a drive or the folders above was meant to be: `C:\\案件\\evidence\\书证\\a.pdf` → `书证/a.pdf`.
 * Named in the message, never filled in.
 */
export function proposedPath(path: string, folder: 'evidence' | 'signed'): string | undefined {
  const straight = path.replaceAll('\\', '/').replace(/^[A-Za-z]:/, '');
  const inside = `/${straight}`.lastIndexOf(`/${folder}/`);
  // A drive or root tells nothing of where `evidence` begins unless it is written.
  if (inside < 0 && (folder === 'signed' || straight.startsWith('/'))) return undefined;
  const below = inside < 0 ? straight : straight.slice(inside + folder.length + 1);
  const proposal = folder === 'signed' ? `signed/${below}` : below;
  return proposal !== path && pathFault(proposal) === undefined ? proposal : undefined;
}

export function pathFindings(forms: Partial<Forms>, positionsOf: (form: FormName) => Positions): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  const look = (path: string, whole: string, form: FormName, pointer: string): void => {
    const problem = pathFault(path);
    const key = collisionKey(whole);
    const other = seen.get(key);
    const proposal = problem && proposedPath(path, form === 'evidence' ? 'evidence' : 'signed');
    // A place is looked for only where there is something to tell: a case has a hundred thousand paths.
    const parts = () => ({ at: positionsOf(form).valueAt(pointer) });
    const meant = { ...(proposal ? { proposal } : {}), ...(path.includes('\\') ? { backslash: true as const } : {}) };
    if (problem) findings.push(finding('EVIDENCE_PATH_BAD', 'stop', { path: shown(path), problem, ...meant }, parts()));
    else if (other === whole) findings.push(finding('EVIDENCE_PATH_TWICE', 'stop', { path: shown(path) }, parts()));
    else if (other !== undefined)
      findings.push(
        finding('EVIDENCE_PATH_COLLISION', 'stop', { path: shown(path), other: shown(other.replace(/^evidence\//, '')) }, parts()),
      );
    if (other === undefined) seen.set(key, whole);
  };
  for (const [i, item] of (forms.evidence?.evidence ?? []).entries()) {
    for (const [j, { path }] of item.files.entries()) look(path, `evidence/${path}`, 'evidence', `/evidence/${i}/files/${j}/path`);
  }
  for (const { form, pointer, scan } of signedScans(forms)) {
    look(scan.path, scan.path, form, pointer);
    if (!scan.path.startsWith('signed/') && pathFault(scan.path) === undefined)
      findings.push(finding('SIGNED_PATH_OUTSIDE', 'stop', { path: shown(scan.path) }, { at: positionsOf(form).valueAt(pointer) }));
  }
  return findings;
}
