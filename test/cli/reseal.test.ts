/**
 * A forger who seals everything again consistently: digests cannot tell, paper can. What the dossier itself still tells
 * (its documents, lists, log and labels no longer fit one another) must be found.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkBag, openDossier } from '../../dist/dossier/disk/index.js';
import { isMakersToMend, sentenceOf, uiOf } from '../../src/messages/index.ts';
import type { Finding } from '../../src/model/index.ts';
import { built } from './built.ts';
import { edit, FORGERIES, reseal } from './forgeries.ts';
import { AT, cleanUp, GOOD, mbpack, scratch } from './run.ts';

const { bag, fingerprint } = await built();
afterAll(cleanUp);

test.each(FORGERIES)('%s', async (_, change, code) => {
  const root = join(scratch(), 'bag');
  cpSync(bag, root, { recursive: true });
  change(root);
  reseal(root);
  const { exit, out } = await mbpack('verify', root, '--json');
  const { findings } = JSON.parse(out) as { findings: { code: string }[] };
  expect(findings.map((f) => f.code)).toContain(code);
  expect(exit).toBe(1);
  // With the value from paper no other finding is needed.
  const opened = openDossier(root);
  const onPaper = await checkBag(opened, { expect: fingerprint });
  opened.close();
  expect(onPaper.findings.map((f) => f.code)).toContain('DOSSIER_FINGERPRINT_DIFFERS');
});

test('sealed again without a change: nothing to find, and the same fingerprint', async () => {
  const root = join(scratch(), 'bag');
  cpSync(bag, root, { recursive: true });
  reseal(root);
  expect((await mbpack('verify', root, '--expect', fingerprint)).exit).toBe(0);
});

test('the note as it was worded before contradicts nothing', async () => {
  const root = join(scratch(), 'bag');
  cpSync(bag, root, { recursive: true });
  edit(root, '校验说明.txt', (t) => t.replace(/收到方核验[^\r]*\r\n\r\n/, ''));
  reseal(root);
  const { exit, out } = await mbpack('verify', root, '--json');
  expect([exit, out.includes('TAG_FILE_CONTRADICTS_CASE'), out.includes('DOCUMENTS_NOT_COMPARED')]).toEqual([0, false, false]);
});

test('a forger who names another engine cannot hide that documents were not compared', async () => {
  const root = join(scratch(), 'bag');
  cpSync(bag, root, { recursive: true });
  edit(root, 'data/index.json', (t) => t.replace(/("engine": \{\s*"name": "[^"]*",\s*"version": ")[^"]*/, '$19.9'));
  reseal(root);
  const { out } = await mbpack('verify', root, '--json');
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    answers: { documents: 'notCompared', notCompared: 'engine' },
    qualities: { accuracy: 'pending' },
  });
  expect((await mbpack('verify', root, '--strict')).exit).toBe(1);
  expect((await mbpack('verify', root)).out).toContain(uiOf('zh-CN').answers.notCompared.engine);
});

test.each<[string, string, (text: string) => string, boolean]>([
  ['a value of another kind', 'case', (t) => t.replace(/"name": "[^"]*"/, '"name": 7'), false],
  ['what a rule does not allow', 'transfer', (t) => t.replace('已退回456800.00元', '另收取伙食费50元，已退回456800.00元'), true],
])('%s is asked of the sender: no mend of a case folder reaches the receiver', async (_, form, change, ruled) => {
  const root = join(scratch(), 'bag');
  cpSync(bag, root, { recursive: true });
  edit(root, `data/case/${form}.json`, change);
  reseal(root);
  const { findings } = JSON.parse((await mbpack('verify', root, '--json')).out) as { findings: (Finding & { readonly hint?: string })[] };
  const { askMaker } = uiOf('zh-CN');
  for (const { hint, ...finding } of findings) {
    const wanted = isMakersToMend(finding) ? (finding.severity === 'info' ? undefined : askMaker) : sentenceOf(finding, 'zh-CN').hint;
    expect([finding.code, hint]).toEqual([finding.code, wanted]);
  }
  expect(findings.some(({ hint, rule }) => hint === askMaker && (rule !== undefined) === ruled)).toBe(true);
});

test('a dossier that was built on a recorded reason is no failure to the receiver', async () => {
  const dir = join(scratch(), '案件');
  cpSync(GOOD, dir, { recursive: true });
  edit(dir, 'transfer.yaml', (t) => t.replace('已退回456800.00元', '另收取伙食费50元，已退回456800.00元'));
  const zip = join(scratch(), 'a.zip');
  expect((await mbpack('build', dir, '-o', zip, '--at', AT)).exit).toBe(1);
  writeFileSync(
    join(dir, 'internal.yaml'),
    `${readFileSync(join(dir, 'internal.yaml'), 'utf8')}  - { rule: K-02, reason: 伙食费不属于医保基金, by: 郑某, at: "2026-09-15T10:00+08:00" }\n  - { rule: M-09, reason: 改后的移送书当日补签, by: 郑某, at: "2026-09-15T10:00+08:00" }\n`,
  );
  expect((await mbpack('build', dir, '-o', zip, '--at', AT)).exit).toBe(0);
  const { exit, out } = await mbpack('verify', zip, '--json');
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ answers: { intact: 'yes', inOrder: 'warnings' } });
});
