// Fields of a person that go over a page say there whose they are, and nowhere else.
import { expect, test } from 'vitest';
import { documentText, renderDocument, sampleInput } from '../../src/documents/index.ts';
import { type LoadedPack, loadPack } from '../../src/pack/index.ts';

const national = loadPack('national');

async function pagesOf(fields: number, more = ''): Promise<readonly string[]> {
  const rows = Array.from({ length: fields }, (_, i) => `<field label="项目${i}">内容</field>`).join('');
  const text = `<document edition="2" layout="letter"><title>{{title}}</title><fields label="40" continued="贺䶮（续表）">${rows}</fields>${more}</document>`;
  const pack: LoadedPack = { ...national, template: () => ({ text, file: 'transfer.hbs' }) };
  const { bytes, findings } = await renderDocument('transfer', sampleInput(pack));
  expect(findings).toEqual([]);
  return (await documentText(bytes)).replaceAll(/[ \t\n]/gu, '').split('\f');
}

test.each([
  ['on one page', 5, 1],
  ['over two', 60, 2],
  ['over four', 130, 4],
])('%s', async (_, fields, least) => {
  const pages = await pagesOf(fields);
  expect(pages.length).toBeGreaterThanOrEqual(least);
  expect(pages.map((page) => page.split('贺䶮（续表）').length - 1)).toEqual(pages.map((_, i) => (i === 0 ? 0 : 1)));
  expect(pages.slice(1).every((page) => page.startsWith('贺䶮（续表）'))).toBe(true);
});

test('a second person begins without it', async () => {
  const [first = '', second = ''] = await pagesOf(
    60,
    '<fields label="40" continued="田某（续表）"><field label="姓名">田某</field></fields>',
  );
  expect(`${first}${second}`).not.toContain('田某（续表）');
});
