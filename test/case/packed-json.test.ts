/** The packer's JSON is read by a reader of its own: what it reads and where it says values stand is what the parser of YAML says. */
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/case/_yaml.ts';
import { exportForms, folderSource, loadCase } from '../../src/case/index.ts';
import { lineMap } from '../../src/case/line-map.ts';
import { parsePackedJson } from '../../src/case/packed-json.ts';
import { child } from '../../src/case/pointer.ts';

const { case: c } = await loadCase(folderSource('examples/挂床住院'), { internal: 'required' });
if (!c) throw new Error('the example cannot be read');
const FORMS = [...exportForms(c)];

function* pointersOf(value: unknown, pointer = ''): Iterable<string> {
  yield pointer;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) yield* pointersOf(member, child(pointer, name));
}

describe.each(FORMS)('%s', (file, text) => {
  const packed = parsePackedJson(text, file, lineMap(text));
  const usual = parseYaml(text, file, lineMap(text));

  test('the same value', () => expect(packed?.value).toEqual(usual.value));

  test('every value and every name stand at the same place', () => {
    for (const pointer of [...pointersOf(usual.value), '/nowhere/at/all', '/name/x']) {
      expect(packed?.positions.valueAt(pointer)).toEqual(usual.positions.valueAt(pointer));
      expect(packed?.positions.keyAt(pointer)).toEqual(usual.positions.keyAt(pointer));
      expect(packed?.positions.source(pointer)).toBe(usual.positions.source(pointer));
    }
  });
});

const nested = (depth: number): unknown => (depth === 0 ? [1] : [nested(depth - 1)]);

test.each([
  ['another indentation', '{\n    "a": 1\n}\n'],
  ['no line feed at the end', '{\n  "a": 1\n}'],
  ['a member twice', '{\n  "a": 1,\n  "a": 2\n}\n'],
  ['a blank member', '{\n  "a": null\n}\n'],
  ['a blank among others', '{\n  "a": [\n    null\n  ]\n}\n'],
  ['the name of what objects come from', '{\n  "__proto__": {}\n}\n'],
  ['a number written otherwise', '{\n  "a": 1.0\n}\n'],
  ['a list', '[]\n'],
  ['no JSON', '{\n  a: 1\n}\n'],
  ['deeper than a form', `${JSON.stringify({ a: nested(64) }, null, 2)}\n`],
  ['very deep', `{\n  "a": ${'['.repeat(100_000)}${']'.repeat(100_000)}\n}\n`],
])('left to the parser of YAML: %s', (_, text) => expect(parsePackedJson(text, 'case.json', lineMap(text))).toBeUndefined());
