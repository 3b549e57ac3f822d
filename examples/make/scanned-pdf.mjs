/** A PDF as a document scanner writes it: one JPEG a page, A4, nothing else. No clock, no chance: same pages, same bytes. */
import { HEIGHT, WIDTH } from './paper.mjs';

const A4 = [595.28, 841.89];

export function scannedPdf(pages, title) {
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets = [];
  let length = parts[0].length;
  const add = (...chunks) => {
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk;
      parts.push(bytes);
      length += bytes.length;
    }
  };
  const object = (number, ...chunks) => {
    offsets[number] = length;
    add(`${number} 0 obj\n`, ...chunks, '\nendobj\n');
  };
  const kids = pages.map((_, i) => `${4 + i * 3} 0 R`).join(' ');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  object(3, `<< /Title <feff${Buffer.from(title, 'utf16le').swap16().toString('hex')}> /Producer (Example Office Scanner) >>`);
  for (const [i, jpeg] of pages.entries()) {
    const [page, content, image] = [4 + i * 3, 5 + i * 3, 6 + i * 3];
    const draw = `q ${A4[0]} 0 0 ${A4[1]} 0 0 cm /I Do Q`;
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.join(' ')}] /Contents ${content} 0 R /Resources << /XObject << /I ${image} 0 R >> >> >>`,
    );
    object(content, `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
    object(
      image,
      `<< /Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    );
  }
  const count = 4 + pages.length * 3;
  const start = length;
  add(`xref\n0 ${count}\n0000000000 65535 f \n`);
  for (let i = 1; i < count; i++) add(`${String(offsets[i]).padStart(10, '0')} 00000 n \n`);
  add(`trailer\n<< /Size ${count} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}
