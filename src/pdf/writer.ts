/** A PDF written page by page: PDF/A-2b by its own word, the same bytes for the same content. */
import type { Face } from '../fonts/index.ts';
import { srgbProfile } from './color-profile.ts';
import { newFontTable, type PdfFont } from './fonts.ts';
import { infoDictionary, type PdfDescription, xmpPacket } from './metadata.ts';
import { newObjects, number, textString } from './objects.ts';
import { type Bookmark, writeOutline } from './outline.ts';

export interface PdfOptions extends PdfDescription {
  /** false leaves the streams readable, for whoever compares files by eye or by digest. */
  readonly compress: boolean;
}

export interface PdfWriter {
  font(face: Face): PdfFont;
  /** Pages so far. */
  readonly pages: number;
  /** `content`: operators, Latin-1. Sizes in points. Marks stand `y` points above the lower edge. */
  addPage(width: number, height: number, content: string, marks: readonly Omit<Bookmark, 'page'>[]): void;
  finish(): Uint8Array;
}

export function newPdf(options: PdfOptions): PdfWriter {
  const objects = newObjects(options.compress);
  const [catalog, tree, resources, info, metadata, intent, profile] = Array.from({ length: 7 }, () => objects.reserve()) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const fonts = newFontTable();
  const kids: number[] = [];
  const bookmarks: Bookmark[] = [];
  return {
    font: (face) => fonts.font(face),
    get pages() {
      return kids.length;
    },
    addPage: (width, height, content, marks) => {
      const page = objects.reserve();
      const stream = objects.reserve();
      objects.write(
        page,
        `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${number(width)} ${number(height)}]/Resources ${resources} 0 R/Contents ${stream} 0 R>>`,
      );
      objects.stream(stream, '', Buffer.from(content, 'latin1'));
      kids.push(page);
      for (const mark of marks) bookmarks.push({ ...mark, page });
    },
    finish: () => {
      objects.write(resources, `<</Font<<${fonts.write(objects)}>>>>`);
      objects.write(tree, `<</Type/Pages/Kids[${kids.map((id) => `${id} 0 R`).join(' ')}]/Count ${kids.length}>>`);
      objects.write(info, infoDictionary(options));
      objects.stream(metadata, '/Type/Metadata/Subtype/XML', xmpPacket(options), true);
      objects.stream(profile, '/N 3', srgbProfile());
      objects.write(
        intent,
        `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ${profile} 0 R>>`,
      );
      const outline = writeOutline(objects, bookmarks);
      objects.write(
        catalog,
        `<</Type/Catalog/Pages ${tree} 0 R/Metadata ${metadata} 0 R/OutputIntents[${intent} 0 R]/Lang ${textString('zh-CN')}` +
          `/ViewerPreferences<</DisplayDocTitle true>>${outline === undefined ? '' : `/Outlines ${outline} 0 R`}>>`,
      );
      return objects.finish(`/Root ${catalog} 0 R/Info ${info} 0 R`);
    },
  };
}
