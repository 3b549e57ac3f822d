/** What pages ask of the program behind them, in JSON, and files that they send: read with mistrust, answered or refused. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOwnHost } from './address.ts';
import { answer, refuse } from './answer.ts';
import type { Asset } from './assets.ts';

/** Who has not sent what it asks by then is not a browser at work. */
const BODY_MS = 5_000;
/** A file that rests for so long on its way: the stick that it is read from was pulled out. */
const IDLE_MS = 60_000;

/** What pages may ask for and have done, by name. Undefined: there is no such tool. */
export interface Tools {
  look(name: string): Promise<object> | undefined;
  /** `asked` is what a page sent, whatever that is. */
  act(name: string, asked: unknown): Promise<object> | undefined;
  /** A file that a page sends. `sent` throws where it ends before `size` bytes. */
  take?(name: string, sent: SentFile): Promise<object> | undefined;
  /** Bytes that a page shows, by what it calls them. */
  show?(name: string, id: string): Promise<Asset | undefined> | undefined;
}

export interface SentFile {
  /** As the page names it, with folders: anybody's text. */
  readonly path: string;
  /** Bytes, as they were announced. */
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const JSON_TYPE = 'application/json; charset=utf-8';
/** A narrative of a case has some thousand characters; what is larger was dropped into a field by mistake. */
const MOST_BODY = 2 << 20;

export async function look(path: string, response: ServerResponse, tools: Tools | undefined): Promise<void> {
  const [name = '', id, more] = path.split('/');
  if (id === undefined || more !== undefined) return told(tools?.look(path), response);
  const shown = await tools?.show?.(name, id)?.catch(() => undefined);
  if (shown) answer(response, shown.type, shown.bytes);
  else refuse(response);
}

/** A page of another site can send no header of ours without asking first, and is not told that it may. */
export async function act(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { tools, port }: { readonly tools: Tools | undefined; readonly port: number },
): Promise<void> {
  const { origin, 'x-mbpack': own, 'content-type': type } = request.headers;
  const foreign = origin !== undefined && !isOwnHost(/^http:\/\/(.+)$/.exec(origin)?.[1], port);
  if (foreign || own !== '1') return refuse(response);
  if (type === 'application/octet-stream') return take(path, request, response, tools);
  if (type !== 'application/json') return refuse(response);
  const asked = await bodyOf(request);
  if (asked === undefined) return refuse(response);
  await told(tools?.act(path, asked), response);
}

/** A file goes from the socket to the disk piece by piece, whatever its size. */
async function take(path: string, request: IncomingMessage, response: ServerResponse, tools: Tools | undefined): Promise<void> {
  const { 'content-length': length = '', 'x-mbpack-path': named } = request.headers;
  const name = decoded(named);
  if (!/^\d{1,15}$/.test(length) || name === undefined) return refuse(response);
  request.setTimeout(IDLE_MS, () => request.destroy());
  // What was refused before all of it had come is not waited for.
  response.once('finish', () => request.complete || request.destroy());
  await told(tools?.take?.(path, { path: name, size: Number(length), bytes: request }), response);
}

function decoded(name: string | readonly string[] | undefined): string | undefined {
  try {
    return typeof name === 'string' && name !== '' ? decodeURIComponent(name) : undefined;
  } catch {
    return undefined;
  }
}

async function told(answered: Promise<object> | undefined, response: ServerResponse): Promise<void> {
  if (!answered) return refuse(response);
  try {
    answer(response, JSON_TYPE, JSON.stringify(await answered));
  } catch {
    response.writeHead(500, { 'Content-Length': '0', Connection: 'close' });
    response.end();
  }
}

/** Undefined: too large, cut off, or no JSON. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let size = 0;
  const late = setTimeout(() => request.destroy(), BODY_MS);
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > MOST_BODY) return undefined;
      pieces.push(piece);
    }
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return undefined;
  } finally {
    clearTimeout(late);
  }
}
