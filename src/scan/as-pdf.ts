/** A picture as the one page of a PDF (ISO 32000-1, 7.4.4 and 7.4.8): the data are put in as they are, and one reader draws all scans. */

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Entries of the image's dictionary. */
  readonly entries: string;
  readonly data: Uint8Array;
}

/** ITU-T T.81, table B.1: frames, without DHT, JPG and DAC. */
const FRAME = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const COLOURS: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };

/** Undefined where the picture cannot be taken as it is: a PNG that is interlaced or transparent, or a header that makes no sense. */
export function asPdf(kind: 'jpeg' | 'png', bytes: Uint8Array): Uint8Array | undefined {
  const picture = kind === 'jpeg' ? jpeg(bytes) : png(bytes);
  if (!picture || picture.width === 0 || picture.height === 0) return undefined;
  const { width, height, entries, data } = picture;
  const draw = `q ${width} 0 0 ${height} 0 0 cm /I Do Q`;
  const parts: (string | Uint8Array)[] = [
    '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n',
    `3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>\nendobj\n`,
    `4 0 obj\n<</Length ${draw.length}>>\nstream\n${draw}\nendstream\nendobj\n`,
    `5 0 obj\n<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}${entries}/Length ${data.length}>>\nstream\n`,
    data,
    // Without a table of places: its reader finds the objects by itself.
    '\nendstream\nendobj\ntrailer\n<</Size 6/Root 1 0 R>>\n%%EOF\n',
  ];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}

function jpeg(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 2;
  while (at + 10 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (FRAME(marker)) {
      const [height, width, components] = [view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9] ?? 0];
      const colours = COLOURS[components];
      const entries = `/ColorSpace${colours}/BitsPerComponent 8/Filter/DCTDecode`;
      return colours === undefined ? undefined : { width, height, entries, data: bytes };
    } else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Colour types of PNG (ISO/IEC 15948, 11.2.2) whose data a PDF takes as they are. */
const GREY = 0;
const RGB = 2;
const PALETTE = 3;

function png(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 33) return undefined;
  const [width, height, depth, type, interlaced] = [view.getUint32(16), view.getUint32(20), bytes[24], bytes[25], bytes[28]];
  if (interlaced !== 0 || (type !== GREY && type !== RGB && type !== PALETTE)) return undefined;
  const data: Uint8Array[] = [];
  let palette: Uint8Array | undefined;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    const content = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    if (name === 'IDAT') data.push(content);
    if (name === 'PLTE') palette = content;
  }
  if (type === PALETTE && !palette) return undefined;
  const indexed = `[/Indexed/DeviceRGB ${(palette?.length ?? 0) / 3 - 1}<${Buffer.from(palette ?? []).toString('hex')}>]`;
  const colours = type === PALETTE ? indexed : type === RGB ? '/DeviceRGB' : '/DeviceGray';
  const parameters = `<</Predictor 15/Colors ${type === RGB ? 3 : 1}/BitsPerComponent ${depth}/Columns ${width}>>`;
  const entries = `/ColorSpace${colours}/BitsPerComponent ${depth}/Filter/FlateDecode/DecodeParms${parameters}`;
  return { width, height, entries, data: Buffer.concat(data) };
}
