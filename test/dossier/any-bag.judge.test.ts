/** `verify --bag`: bags that other programs packed, and the judge of RFC 8493 over good and bad ones. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ended, judge } from '../judges/start.ts';
import { bag, checkAt, folderOf, severities, without } from './bag-maker.ts';
import { scratch } from './fixture.ts';

const PROGRAMS: readonly (readonly [string, tag: string, pack: (root: string, target: string) => void])[] = [
  ['7z', '7z', (root, target) => void judge('7z', ['a', '-tzip', target, root])],
  ['zip of the content', 'zip', (root, target) => void judge('zip', ['-qr', target, '.'], { cwd: root })],
];

for (const [name, tag, pack] of PROGRAMS)
  test(`a bag packed by ${name}`, { tags: [tag] }, async () => {
    const target = join(scratch(), 'x.zip');
    pack(folderOf(bag({ algorithms: ['sha512'] })), target);
    const result = await checkAt(target);
    expect([severities(result, 'stop', 'warning'), result.form, result.files]).toEqual([[], 'zip', 3]);
  });

test('the judge of RFC 8493 says the same of good and bad bags', { tags: ['python3'] }, async () => {
  const trees = [
    bag(),
    bag({ algorithms: ['sha512', 'md5'] }),
    { ...bag(), 'data/a.txt': 'x' },
    without(bag(), 'data/a.txt'),
    { ...bag(), 'data/n': '' },
  ];
  for (const tree of trees) {
    const root = folderOf(tree);
    const judged = ended('python3', ['test/judges/rfc8493.py', root]).status === 0;
    expect((await checkAt(root)).valid).toBe(judged);
  }
});
