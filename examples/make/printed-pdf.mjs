/** Born-digital PDFs by pdfmake: the same bytes each time, for the date is given and nothing is drawn by chance. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake');
const font = (path) => require.resolve(`@expo-google-fonts/${path}`);
const song = font('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
const bold = font('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf');
pdfmake.setFonts({ Song: { normal: song, bold, italics: song, bolditalics: bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === song || path === bold);

/** Blocks: text, {head}, {table, widths}, {sign: [line, …]}, {newPage}. */
export async function printedPdf({ title, docNo, on, blocks, footer }) {
  const content = [{ text: title, fontSize: 17, bold: true, alignment: 'center', margin: [0, 0, 0, 10] }];
  if (docNo) content.push({ text: docNo, alignment: 'right', margin: [0, 0, 0, 8] });
  for (const block of blocks) {
    if (typeof block === 'string') content.push({ text: block, leadingIndent: 22, margin: [0, 0, 0, 4] });
    else if (block.head) content.push({ text: block.head, bold: true, margin: [0, 6, 0, 4] });
    else if (block.table)
      content.push({
        table: { headerRows: 1, widths: block.widths, body: block.table.map((row) => row.map(String)) },
        fontSize: block.size ?? 9,
        margin: [0, 2, 0, 8],
      });
    else if (block.sign) content.push({ stack: block.sign, alignment: 'right', margin: [0, 16, 30, 0], unbreakable: true });
    else if (block.newPage) content.push({ text: '', pageBreak: 'before' });
  }
  const pdf = pdfmake.createPdf({
    info: { title, creationDate: new Date(`${on}T08:00:00Z`), producer: 'example', creator: 'example' },
    pageSize: 'A4',
    pageMargins: [72, 72, 64, 70],
    defaultStyle: { font: 'Song', fontSize: 11, lineHeight: 1.3 },
    footer: (page, count) => ({
      text: `${footer ?? ''}　第 ${page} 页 共 ${count} 页`,
      alignment: 'center',
      fontSize: 9,
      margin: [0, 20, 0, 0],
    }),
    content,
  });
  return Buffer.from(await pdf.getBuffer());
}
