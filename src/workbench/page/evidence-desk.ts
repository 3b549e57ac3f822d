/** What the evidence pages ask of the server: files sent, looked over and fixed, the chain of custody. */
import { asked, type Said } from './desk.ts';

export interface Hand {
  /** Below `evidence/`; `label` is what is shown of it. */
  readonly path: string;
  readonly label: string;
  readonly size: number;
  readonly fixed: boolean;
}

export type Dropped =
  | { readonly outcome: 'taken' | 'same' | 'refused'; readonly path: string; readonly other?: string; readonly findings: readonly Said[] }
  | { readonly outcome: 'stopped' | 'lost' };

export interface Gathered {
  readonly outcome: 'looked' | 'fixed' | 'refused' | 'busy' | 'lost';
  readonly fixed?: readonly { readonly path: string; readonly label: string; readonly sha256: string; readonly evidenceNo: string }[];
  readonly findings?: readonly Said[];
}

export interface Event {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly items: readonly string[];
  readonly by: readonly string[];
  readonly files: number;
  /** Texts that are shown otherwise than they are written. */
  readonly altered: readonly string[];
  readonly state: '' | 'corrected' | 'void';
  readonly mark: '' | 'error' | 'warning';
  readonly corrects?: number;
  readonly isVoid?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  readonly sealBefore?: string;
  readonly sealAfter?: string;
  readonly method?: string;
  readonly tool?: string;
  readonly record?: string;
  readonly mediaNo?: string;
  readonly note?: string;
  readonly reason?: string;
}

export interface Standing {
  readonly evidenceNo: string;
  readonly title: string;
  readonly holder: string;
  readonly place: string;
  readonly sealed: boolean;
  readonly seal: string;
  readonly out: boolean;
}

export type Chain =
  | {
      readonly outcome: 'read';
      readonly lines: number;
      readonly head: string | null;
      readonly events: readonly Event[];
      readonly items: readonly Standing[];
      readonly findings: readonly Said[];
    }
  | { readonly outcome: 'refused' | 'lost'; readonly findings: readonly Said[] };

export const onHand = () =>
  asked<{ readonly outcome: 'read' | 'refused'; readonly files?: readonly Hand[]; readonly findings: readonly Said[] }>('onhand');
export const announce = (files: readonly { readonly path: string; readonly size: number }[]) =>
  asked<{ readonly outcome: 'read'; readonly files: readonly (readonly Said[])[] }>('announce', { files });
export const lookOver = (gathering: object): Promise<Gathered> => asked<Gathered>('lookover', gathering);
export const fixate = (gathering: object): Promise<Gathered> => asked<Gathered>('fixate', gathering);
export const stopWork = () => asked<object>('stop', {});
export const workState = () => asked<{ readonly done: number; readonly total: number; readonly busy: boolean }>('work');
export const chain = (): Promise<Chain> => asked<Chain>('custody');
export const addLine = (line: object) =>
  asked<{ readonly outcome: 'made' | 'refused' | 'busy'; readonly findings: readonly Said[]; readonly compared?: number }>('custody', line);

/** Streamed by the browser from the disk; `onBytes` is told how many are on their way. */
export function send(file: File, path: string, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<Dropped> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', 'drop');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-Mbpack', '1');
    request.setRequestHeader('X-Mbpack-Path', encodeURIComponent(path));
    request.upload.addEventListener('progress', ({ loaded }) => onBytes(loaded));
    request.addEventListener('load', () =>
      done(request.status === 200 ? (JSON.parse(request.responseText) as Dropped) : { outcome: 'lost' }),
    );
    request.addEventListener('error', () => done({ outcome: 'lost' }));
    request.addEventListener('abort', () => done({ outcome: 'stopped' }));
    if (signal.aborted) return done({ outcome: 'stopped' });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

export interface Found {
  readonly file: File;
  /** With its folders. */
  readonly path: string;
}

/** Files and folders that were dropped, all the way down. What the browser cannot open is in `unread`. */
export async function filesOf(
  items: readonly FileSystemEntry[],
): Promise<{ readonly found: readonly Found[]; readonly unread: readonly string[] }> {
  const found: Found[] = [];
  const unread: string[] = [];
  const waiting = [...items];
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    const path = entry.fullPath.replace(/^\//, '');
    try {
      if (entry.isDirectory) waiting.unshift(...(await entriesIn(entry as FileSystemDirectoryEntry)));
      else found.push({ path, file: await new Promise((done, fail) => (entry as FileSystemFileEntry).file(done, fail)) });
    } catch {
      unread.push(path);
    }
  }
  return { found, unread };
}

/** A browser gives a hundred at a time. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** As the server takes it: UTF-8 in base64url. */
export function pictureOf(path: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(path));
  return `thumb/${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

const UNITS = ['字节', 'KB', 'MB', 'GB'] as const;
export function sizeText(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 1024 && unit < UNITS.length - 1) [value, unit] = [value / 1024, unit + 1];
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`;
}
