/** Door to htmlparser2: the tokenizer of our own markup, and a scanner of other programs' XML. Runs in a browser. */
import { Parser } from 'htmlparser2';

export { Tokenizer } from 'htmlparser2';

export interface XmlHandlers {
  /** Names without their prefix; attributes as they are written. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** A text may come in several pieces. */
  text(text: string): void;
  /** `implied`: an empty element, or one that was never closed and ends with what holds it. */
  close(name: string, implied: boolean): void;
  /** What stands beside the document: comments, instructions, and the declarations of a document type, which begin with `!`. */
  aside?(text: string): void;
  /** An element has an attribute twice, one without quotes, or two that nothing parts: two readers may see two things. */
  malformed?(name: string): void;
}

/** Reads XML of any length in pieces; unknown entities stay as they are written, and nothing is fetched. */
export function scanXml(handlers: XmlHandlers): { write(piece: string): void; end(): void } {
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  let count = 0;
  let last = -1;
  let sound = true;
  const parser = new Parser(
    {
      onattribute: (_name, _value, quote) => {
        count++;
        // Offsets of the attribute's first character, and behind the quote of the one before.
        if (typeof quote !== 'string' || parser.startIndex === last) sound = false;
        last = parser.endIndex;
      },
      onopentag: (name, attributes) => {
        if (handlers.malformed && (!sound || (count > 1 && Object.keys(attributes).length !== count))) handlers.malformed(name);
        count = 0;
        last = -1;
        sound = true;
        handlers.open(local(name), attributes);
      },
      ontext: (text) => handlers.text(text),
      onclosetag: (name, implied) => handlers.close(local(name), implied),
      oncomment: (text) => handlers.aside?.(text),
      onprocessinginstruction: (_name, text) => handlers.aside?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  return { write: (piece) => parser.write(piece), end: () => parser.end() };
}

export interface HtmlHandlers extends XmlHandlers {
  /** Comments, and declarations without their brackets. */
  beside(text: string): void;
}

/** Reads HTML as browsers do, and XML well enough to see its texts; entities decoded, names in lower case. Nothing is fetched. */
export function scanHtml(handlers: HtmlHandlers): { write(piece: string): void; end(): void } {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handlers.open(name, attributes),
      ontext: (text) => handlers.text(text),
      onclosetag: (name, implied) => handlers.close(name, implied),
      oncomment: (text) => handlers.beside(text),
      onprocessinginstruction: (_, text) => handlers.beside(text),
    },
    { decodeEntities: true, recognizeCDATA: true },
  );
  return { write: (piece) => parser.write(piece), end: () => parser.end() };
}
