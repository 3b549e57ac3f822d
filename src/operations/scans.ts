/** Scans of signed papers against the documents as they are rendered: a page that was not scanned is missing from the file. */
import { type LoadedCase, type PayloadPart, signedScans } from '../case/index.ts';
import { type Finding, finding } from '../model/index.ts';

/** 卷内文件目录 counts the pages of the scan: where it has fewer than the document, a page was left out, or another edition was signed. */
export function* scanFindings(parts: readonly PayloadPart[], { forms, locate }: Pick<LoadedCase, 'forms' | 'locate'>): Iterable<Finding> {
  for (const { form, pointer, scan } of signedScans(forms)) {
    const document = parts.find((part) => part.role === 'document' && part.document === form);
    if (document?.pages === undefined || scan.pages >= document.pages) continue;
    const at = locate({ form, pointer: pointer.replace(/path$/, 'pages') });
    yield finding('SCAN_HAS_FEWER_PAGES', 'warning', { document: document.title, pages: document.pages, scanned: scan.pages }, { at });
  }
}
