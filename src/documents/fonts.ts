/** The five fonts of the documents: where their files stand, which of them draws what, and their digests. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { fault } from '../model/index.ts';

export type FontName = 'Fang' | 'Song' | 'Hei' | 'Kai' | 'Biao';

const require = createRequire(import.meta.url);

const FILES: Readonly<Record<FontName, { readonly title: string; readonly path: () => string }>> = {
  Fang: { title: 'FandolFang-Regular', path: () => own('FandolFang-Regular.otf') },
  Song: { title: 'NotoSerifSC-400', path: () => require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf') },
  Hei: { title: 'NotoSansSC-700', path: () => require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf') },
  Kai: { title: 'LXGWWenKai-Regular', path: () => own('LXGWWenKai-Regular.ttf') },
  Biao: { title: 'NotoSerifSC-900', path: () => require.resolve('@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf') },
};

/** Which fonts are tried for a role, in order. The last two cover the 8105 characters of 通用规范汉字表. */
export const FONT_CHAINS: Readonly<Record<FontName, readonly FontName[]>> = {
  Fang: ['Fang', 'Song', 'Kai'],
  Song: ['Song', 'Kai'],
  Hei: ['Hei', 'Song', 'Kai'],
  Kai: ['Kai', 'Song'],
  Biao: ['Biao', 'Song', 'Kai'],
};

export const FONT_NAMES = Object.keys(FILES) as readonly FontName[];

function own(name: string): string {
  return fileURLToPath(new URL(`../../templates/fonts/${name}`, import.meta.url));
}

const bytesOf = new Map<FontName, Uint8Array>();

/** A font's file, read once a process. Fault FONT_UNREADABLE. */
export function fontBytes(name: FontName): Uint8Array {
  const known = bytesOf.get(name);
  if (known) return known;
  try {
    const bytes = readFileSync(FILES[name].path());
    bytesOf.set(name, bytes);
    return bytes;
  } catch (cause) {
    throw fault('FONT_UNREADABLE', 2, { font: FILES[name].title }, {}, cause);
  }
}

let digests: readonly { readonly name: string; readonly sha256: string }[] | undefined;

/** Names and SHA-256 of all fonts, for the dossier's index. */
export function fontDigests(): readonly { readonly name: string; readonly sha256: string }[] {
  digests ??= FONT_NAMES.map((name) => ({
    name: FILES[name].title,
    sha256: createHash('sha256').update(fontBytes(name)).digest('hex'),
  }));
  return digests;
}
