/** Forms to edit: those of the examples and of `init`, as YAML with either line end, with a byte order mark, and as JSON in several hands. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initCase } from '../../../src/case/index.ts';
import type { SchemaName } from '../../../src/case/schemas.ts';
import { readTextForm } from '../../../src/case/text-form.ts';

export interface TestForm {
  readonly form: SchemaName;
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly value: unknown;
}

const EXAMPLES = ['倒卖药品', '冒名就医', '挂床住院'];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function formOf(file: string, bytes: Uint8Array): TestForm {
  const name = file.split('/').at(-1) ?? '';
  const { value, findings } = readTextForm(bytes, name, name);
  if (findings.some(({ severity }) => severity === 'stop')) throw new Error(`${file} does not read: ${JSON.stringify(findings)}`);
  return { form: name.replace(/\..*/, '') as SchemaName, name, file, bytes, value };
}

/** A list that is written in other ways than the examples and `init` write theirs. */
const BY_HAND = `# 手写
sender: # 移送机关
    "name": '甲局'  # 全称
    'phone':   "0571-1"
officers:
# 主办
- id: A
  name: 甲
  # unit: 某科

# 协办
-   id: B
    name: >-
      乙
      丙
- {id: C, name: "丁"}
cc: [甲, "乙",
  '丙', ]
parties:
  - - 嵌套
    - 列表
  -
    id: D
facts:
  - |2
     两格
  - |+ # 留空行
    保留

  - text: |  # 注释
      一
       二

      三

    amount: 1.0
last: 结尾`;

function blankForms(): TestForm[] {
  const dir = mkdtempSync(join(tmpdir(), 'mbpack-edit-'));
  try {
    initCase(join(dir, '新'), { lists: 'yaml' });
    return readdirSync(join(dir, '新'))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => formOf(`空白/${name}`, readFileSync(join(dir, '新', name))));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

export function testForms(): readonly TestForm[] {
  const yaml = [
    ...EXAMPLES.flatMap((folder) =>
      readdirSync(`examples/${folder}`)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => formOf(`${folder}/${name}`, readFileSync(`examples/${folder}/${name}`))),
    ),
    ...blankForms(),
    formOf('手写/case.yaml', utf8(BY_HAND)),
  ];
  const otherHands = yaml.flatMap(({ file, bytes, value }, i) => {
    const text = new TextDecoder().decode(bytes);
    const json = file.replace('.yaml', '.json');
    const hands = [
      (): TestForm => formOf(file, utf8(text.replaceAll('\n', '\r\n'))),
      (): TestForm => formOf(file, utf8(`\ufeff${text.trimEnd()}`)),
      (): TestForm => formOf(json, utf8(`${JSON.stringify(value, null, 2)}\n`)),
      (): TestForm => formOf(json, utf8(JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n'))),
      (): TestForm => formOf(json, utf8(JSON.stringify(value))),
    ];
    return [hands[i % hands.length]?.(), hands[(i + 2) % hands.length]?.()].filter((f) => f !== undefined);
  });
  return [...yaml, ...otherHands];
}
