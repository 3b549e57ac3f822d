/** A template of any text: faults at their place, or a document whose text was counted. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTemplates, renderDocument, sampleInput } from '../../../src/documents/index.ts';
import type { DocumentId } from '../../../src/model/index.ts';
import { type LoadedPack, loadPack, PACK_ROOT } from '../../../src/pack/index.ts';
import { mischief } from '../mischief.ts';
import { BYTE_MUTATORS, type Mutator } from '../mutate-bytes.ts';
import { TEXT_MUTATORS } from '../mutate-text.ts';
import { answered, holds, judged } from '../oracle.ts';
import { corpusOf } from '../seeds.ts';
import type { Target } from '../target.ts';
import { apart, named } from './case-run.ts';

const national = loadPack('national');
const FIELDS = [
  'caseName',
  'suspects',
  'words.copiesLine',
  'this',
  '.',
  '../caseName',
  'team',
  'amount',
  '@index',
  '@last',
  'local',
  'items',
];
const PARTS = [
  '<p>',
  '</p>',
  '<table widths="10,20">',
  '<row>',
  '<cell>',
  '</cell>',
  '</row>',
  '</table>',
  '<b>',
  '<pagebreak/>',
  '<gap lines="3"/>',
];
const OPEN = ['{{#if ', '{{#each ', '{{#unless ', '{{> ', '{{', '{{{', '{{join ', '{{money ', '{{/if}}', '{{/each}}', '{{else}}', '{{!-- '];

const insert: Mutator = (bytes, rng) => {
  const text = bytes.toString('utf8');
  const at = rng.below(text.length + 1);
  const put = rng.pick([
    () => rng.pick(PARTS),
    () => `${rng.pick(OPEN)}${rng.pick(FIELDS)}}}`,
    () => `<${rng.pick(['p', 'note', 'title', 'cell', 'sign', 'qr', 'h1'])}>${mischief(rng)}</${rng.pick(['p', 'note', 'title', 'cell'])}>`,
    () =>
      ` ${rng.pick(['layout', 'lines', 'widths', 'align', 'span', 'orientation'])}="${rng.pick(['letter', 'form', '0', '-1', '9999', '1e9', 'left', ''])}"`,
  ]);
  return Buffer.from(text.slice(0, at) + put() + text.slice(at));
};

/** One tag or expression left out, doubled or moved. */
const piece: Mutator = (bytes, rng) => {
  const text = bytes.toString('utf8');
  const spots = [...text.matchAll(/<[^>]*>|\{\{[^}]*\}\}/g)];
  const [spot, other] = [rng.pick(spots), rng.pick(spots)];
  if (!spot || !other) return bytes;
  const put = rng.pick(['', spot[0] + spot[0], other[0]]);
  return Buffer.from(text.slice(0, spot.index) + put + text.slice(spot.index + spot[0].length));
};

function packOf(id: DocumentId, text: string): LoadedPack {
  const file = `templates/fuzz/${id}.hbs`;
  const documents = national.pack.documents.filter((d) => d.id === id);
  return { ...national, pack: { ...national.pack, documents }, template: () => ({ text, file }) };
}

export const templates: Target = {
  name: 'templates',
  reach: ['documents', 'typeset', 'pdf', 'fonts'],
  async seeds() {
    const dir = join(PACK_ROOT, 'national');
    const own = readdirSync(dir).filter((name) => /^[a-z].*\.hbs$/.test(name));
    const small = (name: string): boolean =>
      ['transfer', 'slip', 'urgent', 'cover', 'items', 'statement', 'handover', 'receipt', 'approval'].includes(name);
    return [
      ...own.filter((name) => small(name.slice(0, -4))).map((name) => named(`${name.slice(0, -4)}.json`, readFileSync(join(dir, name)))),
      ...corpusOf('templates'),
    ];
  },
  mutators: [insert, insert, piece, piece, piece, ...TEXT_MUTATORS.slice(0, 3), ...BYTE_MUTATORS],
  async run(bytes) {
    const { name, content } = apart(bytes, 'transfer.json');
    const id = name.split('.')[0] as DocumentId;
    if (!national.pack.documents.some((d) => d.id === id)) return [];
    const text = content.toString('utf8');
    const pack = packOf(id, text);
    const inside = (file: string): Uint8Array | undefined =>
      file === `templates/fuzz/${id}.hbs` ? Buffer.from(text) : readFileSync(join(PACK_ROOT, '..', file));
    const faults = await checkTemplates(pack);
    if (faults.length > 0) return judged(faults, inside);
    try {
      const { bytes: pdf, pages, findings } = await renderDocument(id, sampleInput(pack));
      holds(pages >= 1 && Buffer.from(pdf.subarray(0, 5)).toString('latin1') === '%PDF-', 'neither faults nor a document');
      return [`pages ${Math.min(pages, 5)}`, ...judged(findings)];
    } catch (error) {
      const found = answered(error);
      // The typesetter's own count of what it set: a loss is its bug, not the template's.
      holds(found[0]?.code !== 'DOCUMENT_TEXT_LOST', `text lost: ${JSON.stringify(found[0]?.args)}`);
      return judged(found, inside);
    }
  },
};
