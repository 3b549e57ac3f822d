/** What only a screen needs to know stands beside the schemas, and fits them. */
import { expect, test } from 'vitest';
import { expandedSchema, type FieldSchema, type SchemaName } from '../../src/case/index.ts';
import { FORM_NAMES } from '../../src/model/index.ts';
import { screens } from '../../src/operations/workbench/screens.ts';

const { steps, pickers, names } = screens();
const stages = steps.flatMap((step) => step.stages);

test.each([...FORM_NAMES])('%s: every member stands in one stage and in no other', (form) => {
  const members = Object.keys(expandedSchema(form).properties ?? {});
  const placed = stages.filter((stage) => stage.form === form).flatMap(({ fields }) => fields ?? members);
  expect([...placed].sort()).toEqual([...members].sort());
});

function fieldAt(at: string): FieldSchema | undefined {
  const [form, pointer = ''] = at.split(':');
  return pointer
    .split('/')
    .slice(1)
    .reduce<FieldSchema | undefined>(
      (field, token) => (token === '*' ? field?.items : field?.properties?.[token]),
      expandedSchema(form as SchemaName),
    );
}

test.each(Object.entries(pickers))('%s is a field, picked from %s', (at, kind) => {
  expect(fieldAt(at)).toBeDefined();
  expect(['actor', 'officer', 'fact', 'evidence', 'item', 'record', 'behaviour']).toContain(kind);
});

test.each(Object.entries(names))('%s: entries are named by members that they have', (at, members) => {
  const entry = fieldAt(at)?.items;
  for (const member of members) expect(entry?.properties).toHaveProperty(member);
});
