// An agency's own fonts: they draw what they can in their role, the bundled ones the rest; a broken one is named.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderDocument } from '../../src/documents/index.ts';
import { Fault } from '../../src/model/index.ts';
import { readMarks } from '../judges/positions.ts';
import { inputOf } from './fixture.ts';

const own = (role: 'Fang' | 'Hei', bytes: Uint8Array) => {
  const input = inputOf('transfer');
  const pack = {
    ...input.pack,
    fonts: [{ role, file: 'fonts/own.ttf', bytes, sha256: '' }],
    template: () => ({ text: '<document layout="letter"><h1>一、标题</h1><p>正文䶮甲</p></document>', file: 'x.hbs' }),
  };
  return { ...input, pack };
};
const fontsOf = async (role: 'Fang' | 'Hei', bytes: Uint8Array): Promise<Record<string, string>> => {
  const [page] = await readMarks((await renderDocument('transfer', own(role, bytes))).bytes);
  return Object.fromEntries((page?.glyphs ?? []).map(({ text, font }) => [text, font]));
};
const kai = readFileSync('templates/fonts/LXGWWenKai-Regular.ttf');
const fandol = readFileSync('templates/fonts/FandolFang-Regular.otf');

test('its role alone', async () => {
  expect(await fontsOf('Fang', kai)).toMatchObject({ 正: 'LXGWWenKai-Regular', 䶮: 'LXGWWenKai-Regular', 题: 'NotoSansSC-Bold' });
  expect(await fontsOf('Hei', kai)).toMatchObject({ 正: 'FandolFang-Regular', 题: 'LXGWWenKai-Regular' });
});

test('what it does not draw comes from the bundled ones', async () => {
  expect(await fontsOf('Hei', fandol)).toMatchObject({ 题: 'FandolFang-Regular' });
  expect(await fontsOf('Fang', fandol)).toMatchObject({ 正: 'FandolFang-Regular', 䶮: expect.not.stringMatching('^$') });
});

/** Its lists are whole, its outlines are not: that shows when they are written. */
const noisy = (): Uint8Array => {
  const bytes = new Uint8Array(fandol);
  let state = 7;
  for (let i = 400_000; i < 6_700_000; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
};

test.each([
  ['a font whose outlines are noise', noisy()],
  ['no font at all', new TextEncoder().encode('not a font')],
  ['nothing', new Uint8Array()],
  ['half a font', kai.subarray(0, 200_000)],
  ['a font whose tables are noise', Buffer.concat([kai.subarray(0, 400), Buffer.alloc(100_000, 0x5a)])],
] as const)('%s is named, and nothing is printed', async (_name, bytes) => {
  const error = await renderDocument('transfer', own('Fang', bytes)).then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(Fault);
  expect((error as Fault).finding).toMatchObject({ code: 'FONT_UNREADABLE', args: { font: 'fonts/own.ttf' } });
});
