/** preview: the documents of a case as they would be printed now, on a page of this machine, made anew at every save. */

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { notACaseFolder } from '../../case/index.ts';
import { isOwnMark } from '../../leftovers/index.ts';
import type { DocumentId } from '../../model/index.ts';
import { type Asset, startBoard, startServer, startWatching, type Tools } from '../../preview/index.ts';
import { hearing, type Say } from './hearing.ts';
import { startRenderer } from './renderer.ts';

export interface PreviewOptions {
  /** The case folder, as the user gave it. */
  readonly dir: string;
  readonly template?: string | undefined;
  /** 0: any free port. */
  readonly port: number;
  /** Milliseconds since 1970, asked at every save. */
  readonly now: () => number;
  /** What the page says besides findings: plain data. */
  readonly words: object;
  /** A finding in words. */
  readonly say: Say;
  /** Of 办案台: its pages, and what they may ask for. */
  readonly pages?: ReadonlyMap<string, Asset>;
  readonly tools?: Tools;
}

export interface Preview {
  readonly address: string;
  /** Ends the server, the watch and the rendering thread. */
  close(): Promise<void>;
}

/** @throws Fault NOT_A_CASE_FOLDER, PREVIEW_PORT_BUSY */
export async function previewCase(options: PreviewOptions): Promise<Preview> {
  const { dir, template, port, words, pages, tools } = options;
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw notACaseFolder(dir);
  let turn = 0;
  let shown: readonly DocumentId[] = [];
  const board = startBoard((id) => {
    shown = [id, ...shown.filter((other) => other !== id)];
  });
  const server = await startServer({ port, board, words, pages, tools });
  const ears = hearing(board, options.say);
  const renderer = startRenderer(
    { dir, template },
    {
      onMessage: (message) => {
        if (message.turn !== turn) return;
        if (message.folders) watching.follow(message.folders.map((folder) => resolve(folder)));
        ears.hear(message);
      },
      onLost: ears.lost,
    },
  );
  const begin = (): void => {
    turn++;
    board.begin(turn);
    renderer.request({ turn, now: options.now(), shown });
  };
  const watching = startWatching(begin, isOwnMark);
  watching.follow([resolve(dir)]);
  begin();
  return {
    address: server.address,
    async close() {
      watching.close();
      await server.close();
      await renderer.close();
    },
  };
}
