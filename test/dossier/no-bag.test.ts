/** What was meant by a folder or zip that is no bag. */
import { expect, test } from 'vitest';
import { isBagRoot, isDamaged, isOfBag, meantBy } from '../../src/dossier/read/index.ts';

test.each<[string, readonly string[], 'zip' | 'folder', readonly string[]]>([
  ['a bag one folder below', ['甲/bagit.txt', '甲/data/', '照片/1.jpg'], 'folder', ['甲']],
  ['a bag alone in its folder', ['外/内/bagit.txt', '外/内/data/a'], 'zip', ['外/内']],
  ['a bag beside others', ['外/内/bagit.txt', '外/别/a'], 'zip', []],
  ['a zip', ['移送/x.zip', '移送/x.pdf'], 'zip', ['移送/x.zip']],
  ['a zip that is evidence', ['x/data/evidence/日志.zip', 'data/evidence/日志.zip'], 'zip', []],
  ['a zip below a folder', ['移送/x.zip'], 'folder', []],
])('%s', (_, paths, kind, expected) => {
  expect(meantBy(paths, kind)).toEqual(expected);
});

test('a hundred thousand bags are looked over once', () => {
  const paths = Array.from({ length: 100_000 }, (_, i) => `${i}/内/bagit.txt`);
  expect([meantBy(paths, 'zip').length, isDamaged(paths)]).toEqual([paths.length, false]);
});

test('a hundred thousand zips beside the lists of a dossier are, too', () => {
  const paths = [...Array.from({ length: 100_000 }, (_, i) => `${i}/x.zip`), '外/内/manifest-sha256.txt'];
  expect([meantBy(paths, 'zip').length, isDamaged(paths)]).toEqual([100_000, true]);
});

test.each([
  ['bagit.txt', true],
  ['BAGIT.TXT;1', true],
  ['MANIFEST-SHA256.TXT', true],
  ['data/index.json', false],
  ['data/evidence/a.jpg', true],
  ['data/照片/a.jpg', false],
  ['说明.txt', false],
])('%s: of a bag: %s, as it stands and two folders below', (name, expected) => {
  expect([isBagRoot([name]), isOfBag(name), isOfBag(`外/内/${name}`)]).toEqual([expected, expected, expected]);
});
