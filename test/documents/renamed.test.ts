// What a pack calls its documents and whom it copies: the same in every paper.
import { expect, test } from 'vitest';
import { documentText, materialRows, renderDocument } from '../../src/documents/index.ts';
import { copiedTo, DOCUMENT_IDS, documentTitles } from '../../src/model/index.ts';
import type { LoadedPack } from '../../src/pack/index.ts';
import { inputOf, pack, sampleCase, sources } from './fixture.ts';

const national = pack.pack;
/** Words that stand in no paper by themselves. */
const ownTitle = (i: number): string => `改名文书${String.fromCodePoint(0x7532 + i)}`;
const renamed: LoadedPack = {
  ...pack,
  pack: { ...national, documents: national.documents.map((d, i) => ({ ...d, title: ownTitle(i) })) },
};
const titles = documentTitles(renamed.pack);

/** Of the files of the case, as they would be with the renamed pack. */
const renamedSources = sources(sampleCase).map((s) => {
  const document = national.documents.find((d) => d.title === s.title);
  return document ? { ...s, title: titles[document.id] ?? s.title } : s;
});

// 校验单 and 先行登记保存、封存文书 are also what the thing itself is called.
const NAMES = national.documents.map(({ title }) => title).filter((title) => /书$|报告$|清单$|笔录$|说明$|记录$|单$/u.test(title));

/** Their enclosures and contents are what the case, or the pages, say. */
const SAYS_ITSELF = ['consultation', 'contents'];

test.each(DOCUMENT_IDS.filter((id) => !SAYS_ITSELF.includes(id)))('a renamed document is called so in %s', async (id) => {
  const materials = materialRows(sampleCase, renamedSources, titles);
  const { bytes } = await renderDocument(id, inputOf(id, { pack: renamed, materials }));
  const text = (await documentText(bytes)).replaceAll(/\s/gu, '');
  const left = NAMES.filter(
    (name) => new RegExp(`《${name}》|附件：?1?\\.?${name}`, 'u').test(text) || (name.length > 5 && text.includes(name)),
  );
  expect(left).toEqual([]);
});

test('the letter names its enclosures as the pack does', async () => {
  const { bytes } = await renderDocument('transfer', inputOf('transfer', { pack: renamed }));
  const text = (await documentText(bytes)).replaceAll(/\s/gu, '');
  for (const id of ['investigation', 'items', 'materials'] as const) expect(text).toContain(titles[id]);
});

test.each([
  ['whom the case names', ['某县人民检察院'], undefined, ['某县人民检察院']],
  ['the default, where it names nobody', [], { cc: ['同级人民检察院'] }, ['同级人民检察院']],
  ['no default beside a name', ['某局'], { cc: ['同级人民检察院'] }, ['某局']],
  ['whom the pack always copies, beside', ['某局'], { ccAlways: ['同级人民检察院'] }, ['某局', '同级人民检察院']],
  ['not beside the one that is meant', ['某县人民检察院'], { ccAlways: ['同级人民检察院'] }, ['某县人民检察院']],
  ['not twice', ['某委'], { ccAlways: ['某委', '某局'] }, ['某委', '某局']],
  ['nobody besides', [], { ccAlways: ['某局'], cc: ['某委'] }, ['某局']],
])('copies: %s', (_, named, usual, expected) => {
  expect(copiedTo(named, usual)).toEqual(expected);
});
