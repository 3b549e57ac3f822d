/** One XML part of a workbook, streamed through a scanner within limits. */
import type { XmlHandlers } from '../xml/index.ts';
import type { EvidenceFile } from './file.ts';
import { ZipFault } from './zip-fault.ts';
import { partChunks, type ZipPart } from './zip-parts.ts';

/** The deepest honest part nests some fifteen elements. */
const MAX_DEPTH = 64;
/** A cell holds 32,767 characters; a tag or text without end would be gathered for ever. */
const MAX_SILENT_BYTES = 1024 * 1024;

/** @throws ZipFault where the part is damaged, too large, too deep or not UTF-8 or UTF-16 */
export async function scanPart(file: EvidenceFile, part: ZipPart, handlers: XmlHandlers, limit?: number): Promise<void> {
  let depth = 0;
  let silent = 0;
  // An empty element closes as soon as it opens; any other that nobody closed is damage.
  let opened = false;
  const { scanXml } = await import('../xml/index.ts');
  const scanner = scanXml({
    open(name, attributes) {
      silent = 0;
      opened = true;
      if (++depth > MAX_DEPTH) throw new ZipFault('nesting');
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
  });
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const piece = (chunk: Uint8Array, stream: boolean): string => {
    decoder ??= new TextDecoder(chunk[0] === 0xff || chunk[1] === 0 ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8', {
      fatal: true,
    });
    try {
      return decoder.decode(chunk, { stream });
    } catch (cause) {
      throw new ZipFault('encoding', { cause });
    }
  };
  for await (const chunk of partChunks(file, part, limit)) {
    silent += chunk.length;
    scanner.write(piece(chunk, true));
    if (silent > MAX_SILENT_BYTES) throw new ZipFault('endless tag');
  }
  scanner.write(piece(new Uint8Array(0), false));
  if (depth !== 0) throw new ZipFault('unclosed element');
  scanner.end();
}
