/** A scanner made of arithmetic: pages as grey pixels, laid askew, with dust, turned, and put into a PDF of nothing but pictures. */
import { zlibSync } from '../../src/deflate/index.ts';
import { openPdf, type Raster } from '../../src/pdfium/index.ts';

/** Every page of a PDF, its longer side in so many pixels: 1754 are A4 at 150 dpi. */
export async function rasters(pdf: Uint8Array, pixels: number): Promise<Raster[]> {
  const opened = await openPdf(pdf);
  if (typeof opened === 'string') throw new Error(opened);
  const pages = Array.from({ length: opened.pages }, (_, i) => opened.page(i, { pixels }));
  opened.close();
  return pages.map((page) => {
    if (typeof page === 'string') throw new Error(page);
    return page;
  });
}

/** The sheet lay upside down. */
export const upsideDown = ({ gray, width, height }: Raster): Raster => ({ gray: gray.slice().reverse(), width, height });

/** The sheet lay across: turned by a quarter to the right. */
export function across({ gray, width, height }: Raster): Raster {
  const turned = new Uint8Array(gray.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = gray[y * width + x] ?? 0;
  return { gray: turned, width: height, height: width };
}

/** `random` gives numbers from 0 to 1. `degrees`: the sheet lay askew; `noise`: deviation of the sensor, of 255; paper is not quite white. */
export function scanned(
  { gray, width, height }: Raster,
  { degrees, noise, random }: { readonly degrees: number; readonly noise: number; readonly random: () => number },
): Raster {
  const made = new Uint8Array(gray.length);
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [mx, my] = [width / 2, height / 2];
  const at = (x: number, y: number): number => (x < 0 || y < 0 || x >= width || y >= height ? 255 : (gray[y * width + x] ?? 255));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sx, sy] = [mx + (x - mx) * cos - (y - my) * sin, my + (x - mx) * sin + (y - my) * cos];
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)];
      const [fx, fy] = [sx - x0, sy - y0];
      const upper = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
      const lower = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
      // Four throws are near enough to a bell; ink is no blacker than 30, paper no whiter than 245.
      const deviation = (random() + random() + random() + random() - 2) * 1.73 * noise;
      made[y * width + x] = Math.max(0, Math.min(255, 30 + (upper * (1 - fy) + lower * fy) * (215 / 255) + deviation));
    }
  }
  return { gray: made, width, height };
}

/** One picture a page, at A4's size along the longer side. `extra`: entries of the trailer. */
export function imagePdf(pages: readonly Raster[], extra = ''): Uint8Array {
  const kids = pages.map((_, i) => `${3 + i * 3} 0 R`).join(' ');
  const objects: (string | Uint8Array)[][] = [['<</Type/Catalog/Pages 2 0 R>>'], [`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`]];
  for (const [i, { gray, width, height }] of pages.entries()) {
    const scale = 841.89 / Math.max(width, height);
    const [w, h] = [(width * scale).toFixed(2), (height * scale).toFixed(2)];
    const draw = `q ${w} 0 0 ${h} 0 0 cm /I Do Q`;
    const data = zlibSync(gray, { level: 1 });
    objects.push(
      [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Contents ${4 + i * 3} 0 R/Resources<</XObject<</I ${5 + i * 3} 0 R>>>>>>`],
      [`<</Length ${draw.length}>>\nstream\n${draw}\nendstream`],
      [
        `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${data.length}>>\nstream\n`,
        data,
        '\nendstream',
      ],
    );
  }
  return pdfOf(objects, extra);
}

/** A file of objects, numbered from 1, the first of which is the catalogue. */
export function pdfOf(objects: readonly (readonly (string | Uint8Array)[])[], extra = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = 9;
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    add(`${i + 1} 0 obj\n`);
    for (const part of object) add(part);
    add('\nendobj\n');
  }
  const start = length;
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) add(`${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${extra}>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** A grey picture as PNG. */
export function pngOf({ gray, width, height }: Raster): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(gray.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    // Its reader does not look at sums.
    return Buffer.concat([size, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}
