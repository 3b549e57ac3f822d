/** The server of the pages: loopback only, a secret in the path, a table of what may be asked for; what changes anything is a POST that no other site can send. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fault } from '../model/index.ts';
import { isOwnHost, LOOPBACK, newToken, sameToken, splitPath } from './address.ts';
import { answer, refuse } from './answer.ts';
import { type Asset, loadAssets } from './assets.ts';
import type { Board } from './board.ts';
import { act, look, type Tools } from './tools.ts';

/** A browser opens six connections a host; a few pages and a download beside them. */
const MOST_CONNECTIONS = 48;
const HEADER_BYTES = 8 << 10;
/** Who has not sent its headers by then is not a browser at work. */
const HEADERS_MS = 5_000;

export interface ServerOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly board: Board;
  /** What the page says, in the user's language. */
  readonly words: object;
  /** Files of the pages beside those of the preview; `index.html` takes its place. */
  readonly pages?: ReadonlyMap<string, Asset> | undefined;
  readonly tools?: Tools | undefined;
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT/TOKEN/` */
  readonly address: string;
  close(): Promise<void>;
}

/** @throws Fault PREVIEW_PORT_BUSY */
export async function startServer({ port, board, words, pages, tools }: ServerOptions): Promise<RunningServer> {
  const token = newToken();
  const assets = new Map([...loadAssets(), ...(pages ?? [])]);
  const said = JSON.stringify(words);
  const server = createServer(
    // A file of some GiB takes minutes: bodies have their own limits below.
    { maxHeaderSize: HEADER_BYTES, headersTimeout: HEADERS_MS, requestTimeout: 0 },
    (request, response) => {
      const { port: own = 0 } = (server.address() as AddressInfo | null) ?? {};
      const path = admitted(request, { token, port: own });
      if (path === undefined) refuse(response);
      else if (request.method === 'POST') void act(path, request, response, { tools, port: own });
      else if (!serve(path, response, { assets, board, said })) void look(path, response, tools);
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  // What is no HTTP gets no answer that a probe could tell apart.
  server.on('clientError', (_, socket) => socket.destroy());
  await listening(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${LOOPBACK}:${taken}/${token}/`,
    close: () =>
      new Promise((done) => {
        board.events.close();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(fault('PREVIEW_PORT_BUSY', 2, { port, reason: error.code ?? '' }, {}, error)),
    );
    server.listen(port, LOOPBACK, done);
  });
}

/** The path below the token of a request that may be answered. */
function admitted(
  { method, headers, url }: IncomingMessage,
  { token, port }: { readonly token: string; readonly port: number },
): string | undefined {
  if ((method !== 'GET' && method !== 'POST') || !isOwnHost(headers.host, port)) return undefined;
  const path = splitPath(url);
  return path && sameToken(path.token, token) ? path.rest : undefined;
}

interface Held {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly board: Board;
  readonly said: string;
}

/** False: there is no such thing. */
function serve(path: string, response: ServerResponse, { assets, board, said }: Held): boolean {
  const asset = assets.get(path === '' ? 'index.html' : path);
  if (asset) {
    answer(response, asset.type, asset.bytes);
    return true;
  }
  if (path === 'words.json') {
    answer(response, 'application/json; charset=utf-8', said);
    return true;
  }
  if (path === 'events') {
    board.events.join(response, board.snapshot());
    return true;
  }
  const [verb = '', id = '', sha256 = ''] = path.split('/');
  if (verb === 'show' && sha256 === '' && board.show(id)) {
    answer(response, 'text/plain; charset=utf-8', '');
    return true;
  }
  const document = verb === 'pdf' || verb === 'save' ? board.pdf(id, sha256) : undefined;
  if (!document) return false;
  const name = encodeURIComponent(`${document.title}.pdf`);
  answer(response, 'application/pdf', document.bytes, {
    'Content-Disposition': `${verb === 'save' ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`,
  });
  return true;
}
