/** Guards: blank forms by id, title or all at once; nothing is overwritten unasked. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { uiOf } from '../../src/messages/index.ts';
import { cleanUp, codes, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

test.each([
  [['print', 'scene'], 0],
  [['print', '《现场笔录》'], 0],
  [['print', '校验单'], 0],
  [['print', '交接与接收登记表'], 2],
  [['print', '笔录'], 2],
  [['print'], 2],
  [['print', 'scene', 'items'], 2],
  [['draw', 'scene'], 2],
])('templates %j: exit %i', async (words, exit) => {
  const pdf = join(scratch(), 'a.pdf');
  const ran = await mbpack('templates', ...words, '-o', pdf);
  expect([ran.exit, existsSync(pdf)]).toEqual([exit, exit === 0]);
  if (exit === 0) expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect(ran.err).not.toContain(uiOf('zh-CN').tally({ stop: 0, error: 0, warning: 0, info: 0 }));
});

test('all of them into a folder, in the pack’s order; a second time only with -f', async () => {
  const folder = join(scratch(), '空白');
  expect((await mbpack('templates', 'print', '全部', '-o', folder, '-q')).out).toBe(`${folder}\n`);
  const names = readdirSync(folder);
  expect(names.length).toBeGreaterThanOrEqual(28);
  expect(names.sort()[0]).toBe('01-涉嫌犯罪案件移送书.pdf');
  expect(await codes('templates', 'print', 'all', '-o', folder)).toMatchObject({ exit: 2, codes: ['TARGET_EXISTS'] });
});

test('a form that is there is kept, and a pack that is not is told', async () => {
  const pdf = join(scratch(), 'a.pdf');
  writeFileSync(pdf, '甲');
  expect(await codes('templates', 'print', 'scene', '-o', pdf)).toMatchObject({ exit: 2, codes: ['TARGET_EXISTS'] });
  expect(readFileSync(pdf, 'utf8')).toBe('甲');
  expect((await mbpack('templates', 'print', 'scene', '-o', pdf, '-f')).exit).toBe(0);
  expect(await codes('templates', 'print', 'scene', '-o', `${pdf}.2`, '--template', 'atlantis')).toMatchObject({
    exit: 2,
    codes: ['PACK_NOT_FOUND'],
  });
});
