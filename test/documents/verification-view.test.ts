/** 核验记录: words of a stranger's dossier cannot pass for the record's own. */
import { expect, test } from 'vitest';
import type { VerificationData } from '../../src/documents/verification-data.ts';
import { verificationView } from '../../src/documents/views/verification.ts';

const DATA: VerificationData = {
  kind: 'dossier',
  name: 'a.zip',
  container: '',
  about: { caseName: `某医院案${'\u3000'.repeat(30)}总校验值：00${'\n'.repeat(3)}附`, caseNo: '1', agency: '', docNo: '' },
  algorithms: '',
  changed: false,
  at: '2026-09-15T14:00:00+08:00',
  tool: { version: '', sha256: '', files: 0, list: '', runtime: '', pack: '', packSha256: '' },
  tally: '',
  findings: [],
  hidden: 0,
  answers: [],
  qualities: [],
  unchecked: { content: false, documents: false, rules: false, signed: false, algorithms: '' },
} as unknown as VerificationData;

test('white space enough for another line is one space', () => {
  expect(verificationView(DATA, '')).toMatchObject({ caseName: expect.stringMatching(/^某医院案 总校验值：00 附$/) });
});
