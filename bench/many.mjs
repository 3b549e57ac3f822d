/** A case of many small files: the example, with further items of written evidence, collected by the program itself. */
import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceSet } from './generate.mjs';
import { run } from './measure.mjs';

/** From here on a file is of bytes that mean nothing: nobody has texts of that size. */
const TEXTS_UP_TO = 1 << 20;
/** After the example's last event and before its own packing. */
const COLLECTED_AT = '2026-09-14T10:00:00+08:00';

/**
 * @param {{ command: readonly string[], example: string }} program whose example it is, and who collects
 * @param {string} folder where the case is made; must not exist
 * @param {{ items: number, filesEach: number, bytes: number }} size files of about `bytes` bytes, all different
 * @param {AbortSignal} signal
 * @returns {Promise<string>} `folder`
 */
export async function caseOfMany(program, folder, { items, filesEach, bytes }, signal) {
  cpSync(program.example, folder, { recursive: true });
  // Signed scans bear the check codes of the example's own papers, which list other evidence.
  for (const form of ['investigation.yaml', 'transfer.yaml']) {
    const path = join(folder, form);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^signedScan:\n(?: .*\n)+/m, ''));
  }
  const below = '09-批量';
  const ending = bytes > TEXTS_UP_TO ? 'bin' : 'txt';
  const rows = [];
  for (let item = 1; item <= items; item++) {
    const no = String(item).padStart(4, '0');
    mkdirSync(join(folder, 'evidence', below, no), { recursive: true });
    const files = Array.from({ length: filesEach }, (_, i) => `${below}/${no}/${String(i + 1).padStart(3, '0')}.${ending}`);
    const made = ending === 'bin' ? evidenceSet(folder, { files: filesEach, bytes }) : undefined;
    for (const [i, path] of files.entries()) {
      const target = join(folder, 'evidence', path);
      if (made) renameSync(join(made.folder, made.paths[i]), target);
      else writeFileSync(target, textOf(path, bytes));
    }
    if (made) rmSync(made.folder, { recursive: true });
    rows.push(itemOf(no, files));
  }
  appendFileSync(join(folder, 'evidence.yaml'), rows.join(''));
  await run([...program.command, 'collect', folder, '--by', '甲,乙', '--at', COLLECTED_AT], { signal });
  return folder;
}

function textOf(path, bytes) {
  return `${`${path}，测试用文字。`.repeat(Math.ceil(bytes / 20)).slice(0, Math.ceil(bytes / 3))}\n`;
}

function itemOf(no, files) {
  return `  - evidenceNo: P-${no}
    title: 批量书证${no}
    kind: 书证
    docType: 其他
    author: 示例市某某康复医院有限公司
    docDate: 2026-03-20
    source: 示例市某某康复医院有限公司提供
    collectedAt: 2026-09-14T10:00+08:00
    place: 示例市示例区康复路9号，示例市某某康复医院有限公司
    collectors: [甲, 乙]
    originality: 复制件
    originalLocation: 示例市某某康复医院有限公司档案室
    copies: 1
    pages: 1
    files:
${files.map((path) => `      - path: ${path}\n`).join('')}    proves: 测量用。
    facts: []
    records: []
`;
}
