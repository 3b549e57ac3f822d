/** In place of src/program/place.ts: a bundle is its one file and the assets beside it. */
import { basename, join } from 'node:path';

/* global mbpackFolder, mbpackFile */
export const PROGRAM_ROOT = mbpackFolder;
export const OWN_FILES = [basename(mbpackFile), 'assets'];
export const OWN_LIST = `${basename(mbpackFile)}.sha256`;
export const PAGE_FILE = join(mbpackFolder, 'verify.html');
