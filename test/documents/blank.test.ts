// Every document of the national pack as a form to fill in by hand: nothing on it but the words of the form.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blankCase } from '../../src/case/index.ts';
import { documentText, renderDocument } from '../../src/documents/index.ts';
import { BLANK_DAY, BLANK_INSTANT, BLANK_LINE, DOCUMENT_IDS, hasBlank, type KnownDocumentId } from '../../src/model/index.ts';
import { blankInput } from '../../src/operations/blank-forms.ts';
import { inputOf, pack } from './fixture.ts';

const NOW = Date.parse('2031-07-19T16:53:47+08:00');
/** Numbers that lists and pages count with. */
const COUNTED = 20;

async function blank(id: KnownDocumentId): Promise<string> {
  const { bytes, findings } = await renderDocument(id, blankInput(id, pack, NOW));
  expect(findings).toEqual([]);
  return documentText(bytes);
}

/** The template's own words, without what is filled in and without the measures of its tables. */
const wordsOf = (id: KnownDocumentId): string =>
  [`${id}.hbs`, ...readdirSync('templates/national').filter((name) => name.startsWith('_'))]
    .map((name) => readFileSync(`templates/national/${name}`, 'utf8'))
    .join('')
    .replaceAll(/\{\{!--[\s\S]*?--\}\}/gu, '')
    .replaceAll(/\{\{[^}]*\}\}/gu, '')
    .replaceAll(/<[^>]*>/gu, (tag) => /label="([^"]*)"/u.exec(tag)?.[1] ?? '');

test.each(DOCUMENT_IDS)('%s: its title, no number but those of the form, nothing ticked, no mark of a draft', async (id) => {
  const text = await blank(id);
  const title = pack.pack.documents.find((d) => d.id === id)?.title ?? '';
  const titles = id === 'preservation' ? ['先行登记保存通知书', '先行登记保存清单', '封存决定书', '封存清单'] : [title];
  for (const one of titles) expect(text.replaceAll(/\s/gu, '')).toContain(one);
  expect(text).not.toMatch(/☑|草稿|[\ue000-\uf8ff]/u);
  const words = wordsOf(id);
  const foreign = (text.match(/\d[\d.,]*/gu) ?? []).filter(
    (number) => !words.includes(number) && Number(number.replace(/\.$/u, '')) > COUNTED,
  );
  expect(foreign).toEqual([]);
});

test('what a case says is a number that the form does not have: the property can fail', async () => {
  const filled = await documentText((await renderDocument('items', inputOf('items'))).bytes);
  expect((filled.match(/\d+/gu) ?? []).some((number) => !wordsOf('items').includes(number) && Number(number) > COUNTED)).toBe(true);
});

test.each(DOCUMENT_IDS)('%s: nobody has said that there is nothing', async (id) => {
  const lines = (await blank(id)).split(/[\n\f]/u).map((line) => line.trim());
  expect(lines.filter((line) => /(?:^|：)(?:无|未登记|未发现|待查|—)[。；]?$/u.test(line))).toEqual([]);
});

test('eight rows for things', async () => {
  const rows = (await blank('handover')).split('\n').flatMap((line) => /^([1-8])(?:\s|$)/u.exec(line)?.[1] ?? []);
  expect(rows).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
});

test('the blank case is blank all over', () => {
  const forms = blankCase({ 'evidence.evidence': 3 });
  expect(forms.evidence.evidence).toHaveLength(3);
  expect(new Set(forms.evidence.evidence.map((e) => e.evidenceNo)).size).toBe(3);
  expect([forms.case.caseNo, forms.transfer.issuedOn, forms.records.scenes[0]?.startedAt]).toEqual([BLANK_LINE, BLANK_DAY, BLANK_INSTANT]);
  expect(forms.records.preservations.map((p) => p.measure)).toEqual(['先行登记保存', '封存']);
  expect(hasBlank(forms.case.name)).toBe(true);
});

test('a private-use character in a real case is no blank', async () => {
  const given = inputOf('items');
  const items = {
    none: false,
    items: [{ itemNo: '1', category: '印章', name: BLANK_LINE, quantity: '1', unit: '枚', handover: '随案移送' as const }],
  };
  const { findings } = await renderDocument('items', { ...given, case: { ...given.case, items } });
  expect(findings.map((f) => f.code)).toEqual(['MISSING_GLYPH']);
});
