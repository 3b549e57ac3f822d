/** What may be looked at in the page, and as what: by name and first bytes together, from a short list. HTML, SVG and what mail programs make of them are text here, never documents. */

export type Look = { readonly as: 'pdf' | 'image' | 'audio' | 'video'; readonly type: string } | { readonly as: 'text' };

/** Bytes that are read to tell. */
export const HEAD_BYTES = 1024;

const TEXTS = new Set('txt csv tsv json jsonl md log xml xsl xhtml html htm mht mhtml svg yaml yml'.split(' '));
const MEDIA: Readonly<Record<string, Look>> = {
  mp3: { as: 'audio', type: 'audio/mpeg' },
  m4a: { as: 'audio', type: 'audio/mp4' },
  wav: { as: 'audio', type: 'audio/wav' },
  ogg: { as: 'audio', type: 'audio/ogg' },
  flac: { as: 'audio', type: 'audio/flac' },
  mp4: { as: 'video', type: 'video/mp4' },
  m4v: { as: 'video', type: 'video/mp4' },
  mov: { as: 'video', type: 'video/mp4' },
  webm: { as: 'video', type: 'video/webm' },
};
const IMAGES: readonly (readonly [type: string, endings: readonly string[], begins: (text: string) => boolean])[] = [
  ['image/png', ['png'], (text) => text.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', ['jpg', 'jpeg'], (text) => text.startsWith('\xff\xd8\xff')],
  ['image/gif', ['gif'], (text) => /^GIF8[79]a/.test(text)],
  ['image/bmp', ['bmp'], (text) => text.startsWith('BM')],
  ['image/webp', ['webp'], (text) => text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'],
];

export function endingOf(path: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** Undefined: not looked at here. */
export function lookOf(path: string, head: Uint8Array): Look | undefined {
  const ending = endingOf(path);
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  if (ending === 'pdf') return text.includes('%PDF-') ? { as: 'pdf', type: 'application/pdf' } : undefined;
  const image = IMAGES.find(([, endings, begins]) => endings.includes(ending) && begins(text));
  if (image) return { as: 'image', type: image[0] };
  if (TEXTS.has(ending)) return { as: 'text' };
  return Object.hasOwn(MEDIA, ending) ? MEDIA[ending] : undefined;
}

/** By the name alone: is there any use in a button? */
export function mayLook(path: string): boolean {
  const ending = endingOf(path);
  return ending === 'pdf' || TEXTS.has(ending) || Object.hasOwn(MEDIA, ending) || IMAGES.some(([, endings]) => endings.includes(ending));
}
