/** A case with one file replaced: loaded, judged by the law, exported and loaded again. */
import { exportForms, type LoadedCase, loadCase } from '../../../src/case/index.ts';
import { checkCase } from '../../../src/law/index.ts';
import { type Case, type Finding, FORM_NAMES, type FormName } from '../../../src/model/index.ts';
import { loadPack } from '../../../src/pack/index.ts';
import { type Files, memorySource } from '../memory.ts';
import { answered, holds, judged } from '../oracle.ts';

const NOW = Date.parse('2026-11-20T10:00:00+08:00');
const { pack } = loadPack('national');

/** An input names the file it stands for in its first line. */
export const named = (name: string, content: Uint8Array): Buffer => Buffer.concat([Buffer.from(`${name}\n`), content]);

export function apart(bytes: Buffer, fallback: string): { readonly name: string; readonly content: Buffer } {
  const end = bytes.indexOf(0x0a);
  const name = bytes.toString('utf8', 0, Math.max(0, end));
  return /^[a-z]+\d?\.(?:yaml|json|jsonl|xlsx)$/.test(name)
    ? { name, content: bytes.subarray(end + 1) }
    : { name: fallback, content: bytes };
}

/** The case with this file in the place of the form's own. */
export function replaced(base: Files, name: string, content: Uint8Array): Files {
  const form = name.split('.')[0];
  return new Map([...[...base].filter(([other]) => other.split('.')[0] !== form), [name, content]]);
}

function law({ case: c, custody, locate }: LoadedCase): readonly Finding[] {
  if (!c) return [];
  return checkCase({ case: c, pack, now: NOW, draft: false, ...(custody ? { custody } : {}) }, locate);
}

/** Parse → export → parse gives the same case, and the same texts. */
async function stable(c: Case): Promise<void> {
  const packed = FORM_NAMES.filter((form) => form !== 'internal' && form in c) as FormName[];
  const first = exportForms(c, packed);
  const files = new Map([...first].map(([name, text]) => [name, Buffer.from(text)]));
  const again = await loadCase(memorySource(files), { internal: 'absent', forms: packed });
  const stops = again.findings.filter((f) => f.severity === 'stop' && f.code !== 'INTERNAL_PRESENT');
  holds(stops.length === 0, `exported, it is refused: ${stops.map((f) => `${f.code} ${JSON.stringify(f.args)}`).join(' ')}`);
  const second = exportForms({ ...c, ...again.forms } as Case, packed);
  for (const [name, text] of first) holds(second.get(name) === text, `${name} is another text after it was read again`);
}

export async function runCase(files: Files): Promise<readonly string[]> {
  try {
    const loaded = await loadCase(memorySource(files), { internal: 'required' });
    const told = [...loaded.findings, ...law(loaded)];
    const reached = judged(told, (file) => files.get(file.replace(/^case\//, '')));
    const stopped = loaded.findings.some((f) => f.severity === 'stop');
    holds(loaded.case !== undefined || stopped, 'no case, and nothing stops');
    if (loaded.case && !stopped) await stable(loaded.case);
    return [`${loaded.case !== undefined} ${stopped}`, ...reached];
  } catch (error) {
    return judged(answered(error));
  }
}
