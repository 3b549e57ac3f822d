/** What the file says of itself: the information dictionary and the same as XMP, which declares PDF/A-2b (ISO 19005-2, 6.6). */
import { formatInstant } from '../model/index.ts';
import { textString } from './objects.ts';

/** Programs that change a file put their own name here. */
export const PRODUCER = 'mbpack';

export interface PdfDescription {
  readonly title: string;
  /** Milliseconds since 1970; to the second. */
  readonly createdAt: number;
}

export function infoDictionary({ title, createdAt }: PdfDescription): string {
  const date = chinaTime(createdAt).replace(/[-:T]/g, '');
  return `<</Title ${textString(title)}/Creator(${PRODUCER})/Producer(${PRODUCER})/CreationDate(D:${date}+08'00')>>`;
}

export function xmpPacket({ title, createdAt }: PdfDescription): Uint8Array {
  const date = `${chinaTime(createdAt)}+08:00`;
  return Buffer.from(`<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool><pdf:Producer>${PRODUCER}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`);
}

/** `2026-09-15T14:00:00` on a clock in China. */
function chinaTime(ms: number): string {
  return formatInstant(ms).slice(0, 19);
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text.toWellFormed().replace(/[&<>]/g, (char) => entities[char] ?? char);
}
