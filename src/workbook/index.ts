/** The workbook room: ZIP, the packages of Office and their workbooks, read part by part within limits. Knows no case and no disk; runs in a browser. */

export { cellName, columnLetters, columnNumber, MAX_ROWS, type Range } from './cell-names.ts';
export { isoTime, serialTime } from './dates.ts';
export { formatted } from './number-format.ts';
export { type OpenWorkbook, openWorkbook, type WorkbookSheet } from './open-workbook.ts';
export { CONTENT_TYPES, contentTypes, type Parts, workbookPart } from './package-parts.ts';
export { inflatePieces, memoryFile, type PackedFile } from './packed-file.ts';
export { type RowSight, readSheet, type SheetCell, type SheetRanges } from './read-sheet.ts';
export { scanPart } from './xml-part.ts';
export { unescapeXstring } from './xstring.ts';
export { hasZipEnd } from './zip-end.ts';
export { ZipFault, type ZipFaultKind } from './zip-fault.ts';
export { partBytes, partChunks, partExtent, partsByName, type ZipDirectory, type ZipPart, zipDirectory, zipParts } from './zip-parts.ts';
