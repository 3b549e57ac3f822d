/** The whole of `verify` over a file on disk: container, forms, lists, log and law. What was changed and sealed again has another fingerprint. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type VerifyResult, verifyDossier } from '../../../src/operations/index.ts';
import { DOSSIER_MUTATORS } from '../mutate-dossier.ts';
import { ZIP_MUTATORS } from '../mutate-zip.ts';
import { answered, holds, judged } from '../oracle.ts';
import { zipOf } from '../seal.ts';
import { corpusOf, dossierTree } from '../seeds.ts';
import type { Target } from '../target.ts';

const dir = mkdtempSync(join(tmpdir(), 'mbpack-fuzz-'));
process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
const path = join(dir, 'a.zip');
let sealedZip: Buffer = Buffer.alloc(0);
let fingerprint: string | undefined;

async function verify(bytes: Buffer): Promise<VerifyResult> {
  writeFileSync(path, bytes);
  return await verifyDossier({ path, expect: fingerprint });
}

export const verifying: Target = {
  name: 'verify',
  reach: ['dossier/read', 'case', 'law', 'operations'],
  async seeds() {
    sealedZip = zipOf(await dossierTree());
    const whole = await verify(sealedZip);
    holds(whole.answers.intact === 'yes', 'the seed must be whole');
    fingerprint = whole.fingerprint;
    return [sealedZip, ...corpusOf('verify')];
  },
  mutators: [...DOSSIER_MUTATORS, ...DOSSIER_MUTATORS, ...DOSSIER_MUTATORS, ...ZIP_MUTATORS],
  async run(bytes) {
    try {
      const { answers, findings, form, fingerprint: found, signatureFiles } = await verify(bytes);
      holds(answers.intact === 'no' || found === fingerprint, 'whole, with another fingerprint than was expected');
      holds(
        answers.intact === 'no' || bytes.equals(sealedZip) || form === 'repacked' || signatureFiles > 0,
        `changed, whole, and called ${form}`,
      );
      return [`${form} ${answers.intact} ${answers.inOrder}`, ...judged(findings)];
    } catch (error) {
      return judged(answered(error));
    }
  },
};
