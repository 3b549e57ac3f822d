/** Door to jsqr: the text of a QR code (GB/T 18284) in a picture. */
import type { QRCode } from 'jsqr';
import library from 'jsqr';
import type { Raster } from '../pdfium/index.ts';

type Locate = (
  data: Uint8ClampedArray,
  width: number,
  height: number,
  options: { readonly inversionAttempts: 'dontInvert' },
) => QRCode | null;
/** A CommonJS package whose types speak of its bundled form. */
const locate = library as unknown as Locate;

/** The text of the code that it finds; undefined where it finds none. Turned and slanted codes are found too. */
export function qrText({ gray, width, height }: Raster): string | undefined {
  const pixels = new Uint32Array(gray.length);
  for (let i = 0; i < gray.length; i++) pixels[i] = 0xff000000 | ((gray[i] ?? 0) * 0x010101);
  return locate(new Uint8ClampedArray(pixels.buffer), width, height, { inversionAttempts: 'dontInvert' })?.data;
}
