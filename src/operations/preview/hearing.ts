/** What the rendering thread tells, put on the board in words. */
import { type DocumentId, type Finding, finding } from '../../model/index.ts';
import type { Board, ShownFinding } from '../../preview/index.ts';
import type { Found, TurnMessage } from './protocol.ts';

/** A finding in words. */
export type Say = (finding: Finding, line: string | undefined) => Omit<ShownFinding, 'document' | 'blocking' | 'field'>;

export interface Hearing {
  readonly hear: (message: TurnMessage) => void;
  /** The thread ended in the middle of a turn. */
  readonly lost: (reason: string) => void;
}

/** Findings that keep a document, or all of them, from being shown as it is now. */
type Blocking = (finding: Finding) => boolean;
const all: Blocking = () => true;
const none: Blocking = () => false;
const stops: Blocking = ({ severity }) => severity === 'stop';

export function hearing(board: Board, say: Say): Hearing {
  let listed = false;
  const inWords = (found: readonly Found[], blocks: Blocking): ShownFinding[] =>
    found.map(({ finding: f, line, document, field }) => ({
      ...say(f, line),
      blocking: blocks(f),
      ...(document ? { document } : {}),
      ...(field ? { field } : {}),
    }));
  const ofDocument = (id: DocumentId): string => `document ${id}`;
  return {
    hear(message) {
      const { findings } = message;
      switch (message.kind) {
        case 'opened':
          if (message.complete || !listed) board.list(message.documents);
          listed ||= message.documents.length > 0;
          if (message.complete) board.findings('case', inWords(findings, none));
          else board.broken(inWords(findings, stops));
          break;
        case 'broken':
          board.broken(inWords(findings, all));
          break;
        case 'rendered':
          board.findings(ofDocument(message.id), inWords(findings, none));
          board.rendered(message.id, message);
          break;
        case 'same':
          board.findings(ofDocument(message.id), []);
          board.mark(message.id, 'fresh');
          break;
        case 'failed':
          board.findings(ofDocument(message.id), inWords(findings, all));
          board.mark(message.id, 'stale');
          break;
        case 'templates':
          board.findings('templates', inWords(findings, stops));
          break;
        case 'files':
          board.findings('files', inWords(findings, none));
          break;
        case 'done':
          board.end();
          break;
        default:
          message satisfies never;
      }
    },
    lost(reason) {
      board.broken(inWords([{ finding: finding('PREVIEW_NOT_RENDERED', 'stop', { document: '', reason }) }], all));
      board.end();
    },
  };
}
