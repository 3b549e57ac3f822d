/** What a part of a package is that is not read as XML: by the ending of its name, which Office gives by kind, then by its content. */

export type PartKind = 'picture' | 'embedded' | 'settings' | 'font' | 'drawing' | 'markup' | 'unknown';

const PICTURE = /\.(?:png|jpe?g|jpe|jfif|gif|bmp|dib|tiff?|emf|wmf|emz|wmz|wdp|jxr|ico|webp|heic|heif|avif|pict?|pcx|jp2|jb2|jbig2)$/;
/** Another file as it is: an OLE object, a document, what a page imports (altChunk), a program. */
const EMBEDDED =
  /\.(?:bin|ole|docx?|docm|xlsx?|xlsm|xlsb|pptx?|pptm|odt|ods|odp|ofd|pdf|html?|xhtml|mht|mhtml|rtf|txt|csv|zip|rar|7z|msg|eml|esl|dat)$/;
/** Of the printer (DEVMODE): names of printers and papers, in UTF-16. */
const SETTINGS = /(?:^|\/)printersettings[^/]*\.bin$/;
/** Shapes of characters, whose texts stand in the parts that use them. */
const FONT = /\.(?:odttf|fntdata|ttf|ttc|otf|woff2?)$/;

/** `name` in lower case; `head`: how its content begins. */
export function partKind(name: string, head: Uint8Array): PartKind {
  if (SETTINGS.test(name)) return 'settings';
  if (FONT.test(name)) return 'font';
  if (PICTURE.test(name)) return 'picture';
  if (EMBEDDED.test(name)) return 'embedded';
  if (!looksLikeXml(head)) return 'unknown';
  return name.endsWith('.svg') ? 'drawing' : 'markup';
}

/** Behind a byte order mark and blanks, in UTF-8 or UTF-16. */
function looksLikeXml(head: Uint8Array): boolean {
  const first = head.find((byte) => byte !== 0 && byte > 0x20 && ![0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(byte));
  return first === 0x3c;
}
