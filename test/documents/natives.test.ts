/** A library must not leave its own JSON.parse behind: case data goes through it. */
import { expect, test } from 'vitest';
import { documentText, renderDocument } from '../../src/documents/index.ts';
import { input } from './fixture.ts';

test('rendering and reading back leave the natives alone', async () => {
  const { push } = Array.prototype;
  const { parse } = JSON;
  const { bytes } = await renderDocument('receipt', input());
  await documentText(bytes);
  expect([Array.prototype.push === push, JSON.parse === parse]).toEqual([true, true]);
});
