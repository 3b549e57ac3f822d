/** Where things are written: paths of another system, files that another program holds, sticks that keep no large file. */
import { win32 } from 'node:path';
import { expect, test } from 'vitest';
import { realPath } from '../../src/operations/output.ts';
import { stickRemarks } from '../../src/operations/pack-bag.ts';

const none = { paths: win32, exists: () => false, real: (path: string) => path };

test.each([
  ['q:\\x.zip', 'q:\\x.zip'],
  ['q:\\案卷\\x.zip', 'q:\\案卷\\x.zip'],
  ['\\\\server\\share\\x.zip', '\\\\server\\share\\x.zip'],
])('a drive that is not there ends the way up: %s', (path, real) => expect(realPath(path, none)).toBe(real));

test('a link above a folder that is not there yet is followed', () => {
  const disk = { ...none, exists: (path: string) => path === 'c:\\link', real: () => 'd:\\case' };
  expect(realPath('c:\\link\\new\\x.zip', disk)).toBe('d:\\case\\new\\x.zip');
});

test.each([
  [2 ** 32 - 1, []],
  [2 ** 32, ['DOSSIER_OVER_FAT32']],
])('%d bytes on a FAT32 stick', (bytes, codes) => expect(stickRemarks('x.zip', bytes).map(({ code }) => code)).toEqual(codes));
