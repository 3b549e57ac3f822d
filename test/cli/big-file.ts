/** The example with files of evidence that take long to read and no place on the disk. */
import { appendFileSync, closeSync, ftruncateSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOf, unsigned } from './run.ts';

export const MIB = 1 << 20;

/** A copy of the example with `evidence/镜像.img` of `size` bytes, listed. @returns its folder */
export const withBigFile = (size: number): string => withBigFiles(size, ['镜像.img']);

export function withBigFiles(size: number, names: readonly string[]): string {
  const dir = unsigned(copyOf());
  for (const name of names) {
    const fd = openSync(join(dir, 'evidence', name), 'w');
    ftruncateSync(fd, size);
    closeSync(fd);
  }
  // Nobody fixed anything: a file in an item of which the log has files would have to be in the log.
  rmSync(join(dir, 'custody.jsonl'));
  appendFileSync(
    join(dir, 'internal.yaml'),
    "  - { rule: C-04, reason: 设备故障，没有保管记录, by: 方秉公, at: '2026-09-15T13:00+08:00' }\n",
  );
  const list = join(dir, 'evidence.yaml');
  const text = readFileSync(list, 'utf8');
  const at = text.indexOf('    files:\n') + '    files:\n'.length;
  writeFileSync(list, `${text.slice(0, at)}${names.map((name) => `      - path: ${name}\n`).join('')}${text.slice(at)}`);
  return dir;
}
