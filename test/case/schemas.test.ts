/** Guards: the schemas say to editors and officials what the model says to the compiler, and invent nobody. */
import { describe, expect, test } from 'vitest';
import { fieldTable, SCHEMA_NAMES, schemaNames, schemaText } from '../../src/case/index.ts';
import { BEHAVIOURS, CUSTODY_ACTIONS, EVIDENCE_KINDS, isCreditCode, isIdNumber, YUAN_PATTERN } from '../../src/model/index.ts';

type Tree = { readonly [key: string]: unknown };

function schema(name: string): Tree {
  return JSON.parse(schemaText(name) ?? '') as Tree;
}

/** Every named field of a schema, with its path. */
function* fields(node: unknown, path: string): Generator<[string, Tree]> {
  if (typeof node !== 'object' || node === null) return;
  const { properties, items, $defs } = node as { properties?: Tree; items?: unknown; $defs?: Tree };
  for (const [key, field] of Object.entries({ ...properties, ...$defs })) {
    yield [`${path}/${key}`, field as Tree];
    yield* fields(field, `${path}/${key}`);
  }
  yield* fields(items, `${path}[]`);
}

describe.each(SCHEMA_NAMES)('%s', (name) => {
  test('every field is explained in Chinese, with an example where a value goes', () => {
    for (const [path, field] of fields(schema(name), name)) {
      expect(field.title, path).toMatch(/\S/);
      expect(field.description, path).toMatch(/\p{Script=Han}/u);
      const isGroup =
        field.type === 'object' ||
        (field.type === 'array' && !field.examples) ||
        /#\/\$defs\/(?:period|signedScan|local|level|signer|witness|localForm|localField|localLeaf|basis)$/.test(String(field.$ref));
      if (!isGroup) expect(Array.isArray(field.examples) && field.examples.length > 0, path).toBe(true);
    }
  });
  test('groups are closed and ask only for members that they have', () => {
    const groups = [[name, schema(name)] as const, ...fields(schema(name), name)].flatMap(
      ([path, field]) =>
        [
          [path, field],
          [`${path}[]`, (field.items ?? {}) as Tree],
        ] as const,
    );
    for (const [path, field] of groups) {
      if (!field.properties) continue;
      expect(field.additionalProperties, path).toBe(false);
      for (const key of field.required as string[]) expect(field.properties, path).toHaveProperty(key);
    }
  });
  test('has a table for the docs', () => {
    expect(
      fieldTable(name)
        .split('\n')
        .filter((line) => line.startsWith('| `')).length,
    ).toBeGreaterThanOrEqual(Object.keys(schema(name).properties as Tree).length);
  });
});

test('what the model fixes, the schemas repeat', () => {
  const text = (name: string) => schemaText(name) ?? '';
  expect(JSON.parse(text('common')).$defs.yuan.pattern).toBe(YUAN_PATTERN.source);
  expect(JSON.parse(text('case')).properties.facts.items.properties.behaviour.enum).toEqual(BEHAVIOURS.map(({ code }) => code));
  expect(JSON.parse(text('evidence')).properties.evidence.items.properties.kind.enum).toEqual(Object.keys(EVIDENCE_KINDS));
  expect(JSON.parse(text('custody-event')).properties.action.enum).toEqual([...CUSTODY_ACTIONS]);
});

test('numbers in examples are of nobody, and right', () => {
  const all = schemaNames.map((name) => schemaText(name)).join('');
  const ids = all.match(/(?<!\d)\d{17}[\dX](?!\d)/g) ?? [];
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect([id.slice(0, 6), isIdNumber(id)]).toEqual(['999999', true]);
  for (const code of all.match(/"99999999MA[0-9A-Z]{8}"/g) ?? []) expect(isCreditCode(JSON.parse(code))).toBe(true);
});

test('an unknown name has no schema', () => {
  expect(schemaText('../package')).toBeUndefined();
});
