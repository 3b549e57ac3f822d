/** The font files of the documents: where they stand and their digests. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { fault } from '../model/index.ts';

/** A font file that mbpack brings along. */
export type BundledFont = 'Fang' | 'Song' | 'SongThin' | 'Hei' | 'Kai' | 'Biao';

const require = createRequire(import.meta.url);

const FILES: Readonly<Record<BundledFont, { readonly title: string; readonly path: () => string }>> = {
  Fang: { title: 'FandolFang-Regular', path: () => own('FandolFang-Regular.otf') },
  Song: { title: 'NotoSerifSC-400', path: () => require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf') },
  SongThin: {
    title: 'NotoSerifSC-200',
    path: () => require.resolve('@expo-google-fonts/noto-serif-sc/200ExtraLight/NotoSerifSC_200ExtraLight.ttf'),
  },
  Hei: { title: 'NotoSansSC-700', path: () => require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf') },
  Kai: { title: 'LXGWWenKai-Regular', path: () => own('LXGWWenKai-Regular.ttf') },
  Biao: { title: 'NotoSerifSC-900', path: () => require.resolve('@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf') },
};

const BUNDLED_FONTS = Object.keys(FILES) as readonly BundledFont[];

function own(name: string): string {
  return fileURLToPath(new URL(`../../templates/fonts/${name}`, import.meta.url));
}

export function fontTitle(font: BundledFont): string {
  return FILES[font].title;
}

const bytesOf = new Map<BundledFont, Uint8Array>();

/** A font's file, read once a process. Fault FONT_UNREADABLE. */
export function fontBytes(font: BundledFont): Uint8Array {
  const known = bytesOf.get(font);
  if (known) return known;
  try {
    const bytes = readFileSync(FILES[font].path());
    bytesOf.set(font, bytes);
    return bytes;
  } catch (cause) {
    throw fault('FONT_UNREADABLE', 2, { font: FILES[font].title }, {}, cause);
  }
}

let digests: readonly { readonly name: string; readonly sha256: string }[] | undefined;

/** Names and SHA-256 of all fonts, for the dossier's index. */
export function fontDigests(): readonly { readonly name: string; readonly sha256: string }[] {
  digests ??= BUNDLED_FONTS.map((font) => ({
    name: FILES[font].title,
    sha256: createHash('sha256').update(fontBytes(font)).digest('hex'),
  }));
  return digests;
}
