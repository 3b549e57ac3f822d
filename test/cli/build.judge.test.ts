/** Programs from outside accept the dossier that the shipped example makes. */
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ended } from '../judges/start.ts';
import { AT, cleanUp, GOOD, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

// All that .ci/judge asks; it is also run over each example by .ci/run.
test('unzip, 7z, RFC 8493, sha256sum, openssl, qpdf', {
  tags: ['bash', 'unzip', '7z', 'python3', 'coreutils', 'openssl', 'qpdf'],
}, async () => {
  const zip = join(scratch(), '案卷.zip');
  expect((await mbpack('build', GOOD, '-o', zip, '--at', AT)).exit).toBe(0);
  const { status, stdout, stderr } = ended('bash', ['.ci/judge', zip]);
  expect(status, stdout + stderr).toBe(0);
});
