/** Every document of every installed pack, rendered from the invented case, as an outside judge gets them. */
import { documentText, renderDocument } from '../../src/documents/index.ts';
import { type DocumentId, sha256Hex } from '../../src/model/index.ts';
import { installedPacks, loadPack } from '../../src/pack/index.ts';
import { input, inputOf, pack } from '../documents/fixture.ts';
import { readMarks } from './positions.ts';

export interface Sample {
  /** `national/transfer`. */
  readonly name: string;
  readonly pack: string;
  readonly id: DocumentId;
  /** What the template's root asks for. */
  readonly layout: string;
  readonly landscape: boolean;
}

export interface Rendered extends Sample {
  readonly bytes: Uint8Array;
  /** As the product reads it back, one entry a page. */
  readonly pages: readonly string[];
}

export const samples: readonly Sample[] = installedPacks().flatMap((id) => {
  const loaded = loadPack(id);
  return loaded.pack.documents.map((document) => {
    const root = /<document\b[^>]*>/.exec(loaded.template(document.id).text)?.[0] ?? '';
    return {
      name: `${id}/${document.id}`,
      pack: id,
      id: document.id,
      layout: /layout="(\w+)"/.exec(root)?.[1] ?? 'letter',
      landscape: root.includes('orientation="landscape"'),
    };
  });
});

const rendered = new Map<string, Promise<Rendered>>();

/** Rendered once a process. */
export function renderSample(sample: Sample): Promise<Rendered> {
  let done = rendered.get(sample.name);
  if (!done) {
    done = render(sample);
    rendered.set(sample.name, done);
  }
  return done;
}

/** Most packs print most documents as the national one does, byte for byte: such a document is read once. */
const once = <T>(read: (bytes: Uint8Array) => Promise<T>): ((bytes: Uint8Array) => Promise<T>) => {
  const known = new Map<string, Promise<T>>();
  return (bytes) => {
    const digest = sha256Hex(bytes);
    const result = known.get(digest) ?? read(bytes);
    known.set(digest, result);
    return result;
  };
};
const textOf = once(documentText);
export const marksOf = once(readMarks);

async function render(sample: Sample): Promise<Rendered> {
  const { bytes } = await renderDocument(sample.id, inputOf(sample.id, { pack: loadPack(sample.pack) }));
  return { ...sample, bytes, pages: (await textOf(bytes)).split('\f') };
}

/** A document made of one template text, to measure what no real document shows so plainly. */
export async function renderTemplate(text: string): Promise<Uint8Array> {
  const custom = { ...pack, template: () => ({ text, file: 'templates/measured/transfer.hbs' }) };
  return (await renderDocument('transfer', input(undefined, { pack: custom }))).bytes;
}
