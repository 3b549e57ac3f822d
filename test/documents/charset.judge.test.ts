/** Every character of 通用规范汉字表, in every role, as poppler reads it. */
import { expect, test } from 'vitest';
import { renderTemplate } from '../judges/documents.ts';
import { HAN, ROLES } from '../judges/every-character.ts';
import { judge } from '../judges/start.ts';
import { TGH } from '../judges/tgh.ts';

test.each(ROLES)('%s', { tags: ['poppler'] }, async (_, body) => {
  const input = await renderTemplate(`<document layout="letter">${body}</document>`);
  const text = judge('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input });
  expect([...text].filter((char) => HAN.test(char)).join('')).toBe(TGH.join(''));
});
