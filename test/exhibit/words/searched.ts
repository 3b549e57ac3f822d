/** A file as the search for who reported sees it: what was found of 诸葛试举, and what was not read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWords, type Unread } from '../../../src/exhibit/index.ts';
import { type LeakSearch, leakSearch } from '../../../src/law/index.ts';
import { goodCase } from '../../law/fixture.ts';

export const NAME = '诸葛试举';
export const PHONE = '13900000009';
export const ID = '999999199001010016';
/** Tells the name, the telephone and the ID number. */
export const TELLING = `本案由举报人${NAME}反映，电话${PHONE}，身份证${ID}。`;
export const ALL = ['reporting', '举报人电话', '举报人证件号码'];

export function search(clue: Record<string, string> = { informant: NAME, informantIdNo: ID, informantPhone: PHONE }): LeakSearch {
  const c = goodCase();
  c.internal.clue = { no: 'XS-2026-0417', ...clue } as never;
  return leakSearch(c) as LeakSearch;
}

export interface Searched {
  readonly found: readonly string[];
  readonly unread: readonly Unread[];
}

export async function searched(content: string | Uint8Array, by: LeakSearch = search()): Promise<Searched> {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  try {
    const file = join(folder, 'file');
    writeFileSync(file, content);
    const found = new Set<string>();
    const unread = await readWords(file, (text) => {
      for (const leak of by.leaks(text)) found.add(leak.kind === 'number' ? leak.field : leak.kind);
    });
    // Told as the reporter, it does not matter where else the name stands.
    if (found.has('reporting')) found.delete('elsewhere');
    return { found: [...found].sort(), unread };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As GB 2312, which no library here writes; every character that the tests need is one of it. */
export function gb(text: string): Buffer {
  gbBytes ??= tableOf('gbk');
  return encoded(text, gbBytes);
}

export function big5(text: string): Buffer {
  big5Bytes ??= tableOf('big5');
  return encoded(text, big5Bytes);
}

let gbBytes: Map<string, readonly number[]> | undefined;
let big5Bytes: Map<string, readonly number[]> | undefined;

function tableOf(label: string): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xf9; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = new TextDecoder(label).decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [lead, trail]);
    }
  return table;
}

function encoded(text: string, table: Map<string, readonly number[]>): Buffer {
  return Buffer.from(
    [...text].flatMap((char) => {
      const bytes = char < '\x80' ? [char.charCodeAt(0)] : table.get(char);
      if (!bytes) throw new TypeError(`not in this charset: ${char}`);
      return bytes;
    }),
  );
}
