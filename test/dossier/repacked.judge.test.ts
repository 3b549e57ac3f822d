/** The same content, packed again by the programs that people use: accepted and said, every payload byte still covered. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { judge } from '../judges/start.ts';
import { unzip } from '../unzipped.ts';
import { BAG, check, scratch, stops } from './fixture.ts';
import { buildForOthers, said } from './for-others.ts';
import { partsOf } from './zip-maker.ts';

let fingerprint: string;
let files: number;
let around: string;

beforeAll(async () => {
  const written = await buildForOthers();
  fingerprint = written.fingerprint;
  files = partsOf(readFileSync(written.path)).length;
  around = scratch();
  unzip(written.path, around);
});

const python = (script: string, ...args: string[]): string => judge('python3', ['-c', script, ...args]);

const PROGRAMS: readonly (readonly [string, tags: string[], pack: (target: string, around: string) => void])[] = [
  ['7-Zip, stored', ['7z'], (t, around) => void judge('7z', ['a', '-tzip', '-mx0', t, BAG], { cwd: around })],
  ['7-Zip, deflated', ['7z'], (t, around) => void judge('7z', ['a', '-tzip', t, BAG], { cwd: around })],
  ['Info-ZIP -r', ['zip'], (t, around) => void judge('zip', ['-qr', t, BAG], { cwd: around })],
  ['Info-ZIP -r0X', ['zip'], (t, around) => void judge('zip', ['-qr0X', t, BAG], { cwd: around })],
  ['Info-ZIP -r of the content, without a folder', ['zip'], (t, around) => void judge('zip', ['-qr', t, '.'], { cwd: join(around, BAG) })],
  [
    'Info-ZIP to a pipe, with descriptors',
    ['bash', 'zip'],
    (t, around) => void judge('bash', ['-c', `zip -qr - "${BAG}" | cat > "$1"`, 'bash', t], { cwd: around }),
  ],
  [
    'Python, deflated',
    ['python3'],
    (t, around) => void python('import shutil,sys; shutil.make_archive(sys.argv[1][:-4], "zip", sys.argv[2], sys.argv[3])', t, around, BAG),
  ],
  [
    'Python to a pipe, stored with descriptors',
    ['python3'],
    (t, around) => {
      const script =
        'import zipfile,sys,os\nos.chdir(sys.argv[2])\nclass W:\n  def __init__(s): s.f=open(sys.argv[1],"wb")\n  def write(s,b): return s.f.write(b)\n  def flush(s): s.f.flush()\nw=W()\nz=zipfile.ZipFile(w,"w")\nfor d,_,fs in os.walk(sys.argv[3]):\n  for f in fs: z.write(os.path.join(d,f))\nz.close()\nw.flush()';
      python(script, t, around, BAG);
    },
  ],
  [
    'Python, forced Zip64',
    ['python3'],
    (t) =>
      void python(
        'import zipfile,sys,os\nos.chdir(sys.argv[2])\nz=zipfile.ZipFile(sys.argv[1],"w")\nfor d,_,fs in os.walk(sys.argv[3]):\n  for f in fs:\n    p=os.path.join(d,f)\n    with z.open(p,"w",force_zip64=True) as o: o.write(open(p,"rb").read())\nz.close()',
        t,
        around,
        BAG,
      ),
  ],
];

for (const [name, tags, pack] of PROGRAMS)
  test(name, { tags }, async () => {
    const target = join(scratch(), 'again.zip');
    pack(target, around);
    const result = await check(target, fingerprint);
    expect([result.form, stops(result), said(result)]).toEqual(['repacked', [], ['ZIP_REPACKED']]);
    expect(result.fingerprint).toBe(fingerprint);
    expect(result.files).toHaveLength(files);
    const broken = Buffer.from(readFileSync(target));
    const at = broken.indexOf(Buffer.from('manifest-sm3.txt')) - 10;
    broken[at] = (broken[at] ?? 0) ^ 1;
    writeFileSync(target, broken);
    expect(stops(await check(target, fingerprint))).not.toEqual([]);
  });
