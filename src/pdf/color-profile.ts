/** The sRGB colour space as an ICC profile (ICC.1:2001-04): PDF/A wants to know what its red is. */

/** Red, green, blue and white under D50, as sRGB (IEC 61966-2-1) gives them. */
const COLORANTS: Readonly<Record<string, readonly [number, number, number]>> = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
};
/** Points of the tone curve: enough that no eye sees the steps between. */
const CURVE_POINTS = 256;
const NAME = 'sRGB IEC61966-2.1';
const COPYRIGHT = 'No copyright, use freely';

export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', description()],
    ['cprt', Buffer.concat([head('text'), Buffer.from(`${COPYRIGHT}\0`, 'latin1')])],
    ...Object.entries(COLORANTS).map(([name, values]) => [name, Buffer.concat([head('XYZ '), ...values.map(fixed)])] as const),
    ...['rTRC', 'gTRC', 'bTRC'].map((name) => [name, curve] as const),
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const parts: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let offset = 128 + table.length;
  tags.forEach(([name, data], i) => {
    const known = places.get(data);
    table.write(name, 4 + 12 * i, 'latin1');
    table.writeUInt32BE(known ?? offset, 8 + 12 * i);
    table.writeUInt32BE(data.length, 12 + 12 * i);
    if (known !== undefined) return;
    places.set(data, offset);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    parts.push(padded);
    offset += padded.length;
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x02100000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  // A fixed date: the profile is the same in every file.
  [2024, 1, 1, 0, 0, 0].forEach((value, i) => {
    header.writeUInt16BE(value, 24 + 2 * i);
  });
  header.write('acsp', 36, 'latin1');
  [0.9642, 1, 0.8249].forEach((value, i) => {
    fixed(value).copy(header, 68 + 4 * i);
  });
  return Buffer.concat([header, table, ...parts]);
}

function head(type: string): Buffer {
  return Buffer.from(`${type}\0\0\0\0`, 'latin1');
}

/** s15Fixed16Number. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
}

/** textDescriptionType: the ASCII name, and empty Unicode and Macintosh ones. */
function description(): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(NAME.length + 1);
  return Buffer.concat([head('desc'), count, Buffer.from(`${NAME}\0`, 'latin1'), Buffer.alloc(8 + 3 + 67)]);
}

function toneCurve(): Buffer {
  const bytes = Buffer.alloc(12 + 2 * CURVE_POINTS);
  head('curv').copy(bytes);
  bytes.writeUInt32BE(CURVE_POINTS, 8);
  for (let i = 0; i < CURVE_POINTS; i++) {
    const value = i / (CURVE_POINTS - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(linear * 65535), 12 + 2 * i);
  }
  return bytes;
}
