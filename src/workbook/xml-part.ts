/** One XML part of a package, streamed through a scanner within limits. */
import type { XmlHandlers } from '../xml/index.ts';
import type { PackedFile } from './packed-file.ts';
import { ZipFault } from './zip-fault.ts';
import { partChunks, type ZipPart } from './zip-parts.ts';

/** The deepest honest part of a workbook nests some fifteen elements. */
const MAX_DEPTH = 64;
/** A cell holds 32,767 characters; a tag or text without end would be gathered for ever. */
const MAX_SILENT_BYTES = 1024 * 1024;

export interface PartLimits {
  /** Bytes, unpacked. */
  readonly bytes?: number;
  /** Elements inside one another. */
  readonly depth?: number;
}

/** @throws ZipFault where the part is damaged, too large, too deep, not well formed or not UTF-8 or UTF-16, or declares a document type (ECMA-376 part 2 §6.2.5) */
export async function scanPart(
  file: PackedFile,
  part: ZipPart,
  handlers: XmlHandlers,
  { bytes, depth: most = MAX_DEPTH }: PartLimits = {},
): Promise<void> {
  let depth = 0;
  let silent = 0;
  // An empty element closes as soon as it opens; any other that nobody closed is damage.
  let opened = false;
  const { scanXml } = await import('../xml/index.ts');
  const scanner = scanXml({
    open(name, attributes) {
      silent = 0;
      opened = true;
      if (++depth > most) throw new ZipFault('nesting');
      handlers.open(name, attributes);
    },
    text(text) {
      silent = 0;
      opened = false;
      handlers.text(text);
    },
    close(name, implied) {
      silent = 0;
      if (implied && !opened) throw new ZipFault('unclosed element');
      opened = false;
      depth--;
      handlers.close(name, implied);
    },
    aside(text) {
      silent = 0;
      // Its entities would be texts that nobody reads.
      if (text.startsWith('!DOCTYPE')) throw new ZipFault('document type');
      handlers.aside?.(text);
    },
    malformed() {
      throw new ZipFault('attributes');
    },
  });
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const piece = (chunk: Uint8Array, stream: boolean): string => {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    try {
      return decoder.decode(chunk, { stream });
    } catch (cause) {
      throw new ZipFault('encoding', 'encoding', cause);
    }
  };
  for await (const chunk of partChunks(file, part, bytes)) {
    silent += chunk.length;
    scanner.write(piece(chunk, true));
    if (silent > MAX_SILENT_BYTES) throw new ZipFault('endless tag');
  }
  scanner.write(piece(new Uint8Array(0), false));
  if (depth !== 0) throw new ZipFault('unclosed element');
  scanner.end();
}

/** By its mark, or by the zero beside its first character (XML 1.0 appendix F). */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined) ? 'utf-16be' : 'utf-8';
}
