/** Server-Sent Events: the pages that are open, and what they are told. */
import type { ServerResponse } from 'node:http';
import { HEADERS } from './answer.ts';

/** More open pages than this nobody has; the oldest is let go. */
const MOST_PAGES = 8;
/** A page that takes nothing in for so much is gone. */
const MOST_BUFFERED = 4 << 20;

export interface Events {
  /** A new page: it is told at once how things stand. */
  join(response: ServerResponse, first: Readonly<Record<string, unknown>>): void;
  tell(name: string, value: unknown): void;
  close(): void;
}

export function startEvents(): Events {
  const pages = new Set<ServerResponse>();
  const leave = (page: ServerResponse): void => {
    pages.delete(page);
    page.destroy();
  };
  return {
    join(response, first) {
      const [oldest] = pages;
      if (oldest && pages.size >= MOST_PAGES) leave(oldest);
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' });
      for (const [name, value] of Object.entries(first)) response.write(eventText(name, value));
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    tell(name, value) {
      const text = eventText(name, value);
      for (const page of pages) {
        if (page.writableLength > MOST_BUFFERED) leave(page);
        else page.write(text);
      }
    },
    close() {
      for (const page of pages) leave(page);
    },
  };
}

/** JSON has no raw line feed, so one data line holds it. */
function eventText(name: string, value: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(value)}\n\n`;
}
