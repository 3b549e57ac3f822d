/** templates check: everything wrong with a pack and its templates, tried on the invented case; and what was probably not meant. */
import { fieldFaults, renderDocument, sampleInput, type TemplateUse, templateUse } from '../../documents/index.ts';
import { type DocumentId, Fault, type Finding, type Place } from '../../model/index.ts';
import { type LoadedPack, PACK_ROOT, type PackReading, placeOfPack, readPack } from '../../pack/index.ts';
import { placeholderFindings } from '../open-case.ts';
import { unusedFindings, wordFindings } from './lint.ts';

export interface PackCheck {
  readonly findings: readonly Finding[];
  /** Documents that were rendered with the invented case. */
  readonly documents: number;
  /** The line of a template or of pack.json that a finding stands in. */
  readonly excerpt: (place: Place) => string | undefined;
}

export interface PackCheckOptions {
  /** Id of an installed pack, or a folder. */
  readonly given: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** @throws Fault PACK_UNREADABLE */
export async function checkPackage({ given, signal, onProgress }: PackCheckOptions): Promise<PackCheck> {
  const reading = readPack(placeOfPack(given, PACK_ROOT));
  const excerpt = excerptOf(reading);
  const { loaded, findings, layers } = reading;
  if (!loaded) return { findings: [...findings, ...wordFindings(layers)], documents: 0, excerpt };
  const found: Finding[] = [...findings];
  const used = { words: new Set<string>(), parts: new Set<string>() };
  const sound: { readonly id: DocumentId; readonly local: boolean }[] = [];
  for (const { id } of loaded.pack.documents) {
    const { faults, words, parts, local } = await useOf(loaded, id);
    found.push(...faults);
    for (const word of words) used.words.add(word);
    for (const part of parts) used.parts.add(part);
    if (faults.length === 0) sound.push({ id, local });
  }
  let documents = 0;
  for (const { id, local } of sound) {
    if (signal?.aborted) break;
    onProgress?.(documents, sound.length);
    const wrong = await tried(loaded, id, local);
    found.push(...wrong);
    if (wrong.length === 0) documents++;
  }
  // Half of the templates would call the rest's wording unused.
  if (sound.length === loaded.pack.documents.length) found.push(...unusedFindings(layers, loaded, used));
  return { findings: once([...found, ...wordFindings(layers), ...placeholderFindings(loaded)]), documents, excerpt };
}

async function useOf(pack: LoadedPack, id: DocumentId): Promise<TemplateUse> {
  try {
    return await templateUse(pack, id);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { faults: [error.finding], words: new Set(), parts: new Set(), local: false };
  }
}

/** With every field filled in, and again with the required ones alone: a field that may be blank must not be printed bare. */
async function tried(pack: LoadedPack, id: DocumentId, local: boolean): Promise<readonly Finding[]> {
  for (const optional of local ? [true, false] : [true]) {
    try {
      const missing = await fieldFaults(id, sampleInput(pack, optional));
      if (missing.length > 0) return missing;
      const { findings } = await renderDocument(id, sampleInput(pack, optional));
      if (findings.length > 0) return findings;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return [error.finding];
    }
  }
  return [];
}

/** A part that is wrong is wrong in every template that it stands in. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, at, args }) => {
    const key = JSON.stringify({ code, at, args });
    return !seen.has(key) && seen.add(key);
  });
}

function excerptOf({ sources }: PackReading): PackCheck['excerpt'] {
  return (place) => {
    if (!('line' in place)) return undefined;
    for (const { name, files } of sources) {
      const bytes = place.file.startsWith(`${name}/`) ? files.get(place.file.slice(name.length + 1)) : undefined;
      if (bytes) return new TextDecoder().decode(bytes).split('\n')[place.line - 1];
    }
    return undefined;
  };
}
