/** The text of a PDF file by pdf.js, which shares nothing with the writer. */
import { readFileSync } from 'node:fs';
import { extractText } from '../src/documents/extract.ts';

export const pagesOf = async (path: string): Promise<readonly string[]> => (await extractText(readFileSync(path))).pages;

/** Of all pages, without blanks and line breaks. */
export const textOf = async (path: string): Promise<string> => (await pagesOf(path)).join('').replace(/\s/gu, '');
