/** Every document of every installed pack, rendered from the invented case, as an outside judge gets them. */
import { documentText, renderDocument } from '../../src/documents/index.ts';
import type { DocumentId } from '../../src/model/index.ts';
import { installedPacks, loadPack } from '../../src/pack/index.ts';
import { input, inputOf, pack } from '../documents/fixture.ts';

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

/** Rendered once a test file. */
export function renderSample(sample: Sample): Promise<Rendered> {
  let done = rendered.get(sample.name);
  if (!done) {
    done = render(sample);
    rendered.set(sample.name, done);
  }
  return done;
}

async function render(sample: Sample): Promise<Rendered> {
  const { bytes } = await renderDocument(sample.id, inputOf(sample.id, { pack: loadPack(sample.pack) }));
  return { ...sample, bytes, pages: (await documentText(bytes)).split('\f') };
}

/** A document made of one template text, to measure what no real document shows so plainly. */
export async function renderTemplate(text: string): Promise<Uint8Array> {
  const custom = { ...pack, template: () => ({ text, file: 'templates/measured/transfer.hbs' }) };
  return (await renderDocument('transfer', input(undefined, { pack: custom }))).bytes;
}
