/** Is it a font file, whole as far as its own table of contents says? Nothing of it is run. */

/** TrueType, OpenType with CFF outlines, and Apple's TrueType. */
const SIGNATURES = [0x00010000, 0x4f54544f, 0x74727565];
/** Without these no character is found and none has a width. */
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];

export function fontProblem(bytes: Uint8Array): 'kind' | 'cut' | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || !SIGNATURES.includes(view.getUint32(0))) return 'kind';
  const count = view.getUint16(4);
  if (count === 0 || count > 256 || bytes.length < 12 + count * 16) return 'cut';
  const names = new Set<string>();
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    names.add(String.fromCharCode(...bytes.subarray(at, at + 4)));
    if (view.getUint32(at + 8) + view.getUint32(at + 12) > bytes.length) return 'cut';
  }
  return NEEDED.every((name) => names.has(name)) ? undefined : 'cut';
}
