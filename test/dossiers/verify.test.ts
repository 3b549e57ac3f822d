/** A dossier that was built once gets the answers of its own day from every later program. How the files were made: README.md. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type JsonFinding, mbpack } from '../cli/run.ts';

const HERE = resolve('test/dossiers');

interface Answered {
  readonly sha256: string;
  readonly exit: number;
  readonly container: string;
  readonly fingerprint: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
}

const ANSWERS = JSON.parse(readFileSync(join(HERE, 'answers.json'), 'utf8')) as Record<string, Answered>;

/** The three answers as 0.1.0 gave them: what is answered besides was not asked then, and `compared` is told apart now. */
function ofItsDay({ intact, authentic, inOrder, documents }: Answered['answers']): object {
  return { intact, authentic, inOrder, documents: documents === 'same' || documents === 'differ' ? 'compared' : documents };
}

test('every dossier that is kept has its answers', () => {
  const kept = readdirSync(HERE).filter((name) => name.endsWith('.zip'));
  expect(kept.sort()).toEqual(Object.keys(ANSWERS).sort());
});

test.each(Object.entries(ANSWERS))('%s', async (name, { sha256, exit, container, fingerprint, answers, findings }) => {
  const path = join(HERE, name);
  // As it was built: a checkout that changes line ends would be told as a fault of the verifier.
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
  const ran = await mbpack('--json', 'verify', path);
  const said = JSON.parse(ran.out) as Omit<Answered, 'findings'> & { readonly findings: readonly JsonFinding[] };
  const above = said.findings.filter(({ severity }) => severity !== 'info').map(({ severity, code }) => `${severity} ${code}`);
  expect({
    exit: ran.exit,
    container: said.container,
    fingerprint: said.fingerprint,
    answers: ofItsDay(said.answers),
    findings: [...new Set(above)].sort(),
  }).toEqual({ exit, container, fingerprint, answers, findings });
});
