/** Apache PDFBox Preflight (Debian: libpdfbox2-java, libactivation-java, libjaxb-api-java, default-jre-headless) as judge of PDF/A. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judge } from './start.ts';

export interface PdfaFault {
  readonly document: string;
  readonly code: string;
  readonly detail: string;
}

const SOURCE = fileURLToPath(new URL('Preflight.java', import.meta.url));
const JARS = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'commons-io', 'javax.activation', 'jaxb-api'];
const DECLARED = '<pdfaid:part>2</pdfaid:part>';

/**
 * What Preflight finds in documents that declare part 2. It knows part 1 only, so it gets a copy that declares part 1, all else
 * being the same: part 1 is the narrower one (no transparency, no layers, no JPEG 2000, a CIDSet for every subset).
 * @throws when a document does not declare part 2 in metadata that can be read without inflating them (ISO 19005-2, 6.6.2.1)
 */
export function pdfaFaults(documents: ReadonlyMap<string, Uint8Array>): readonly PdfaFault[] {
  const folder = mkdtempSync(join(tmpdir(), 'pdfa-'));
  try {
    const names = new Map<string, string>();
    for (const [name, bytes] of documents) {
      const file = join(folder, `${names.size}.pdf`);
      names.set(basename(file), name);
      writeFileSync(file, asPartOne(name, bytes));
    }
    const classpath = JARS.map((jar) => `/usr/share/java/${jar}.jar`).join(':');
    const command = ['-cp', classpath, SOURCE, ...[...names.keys()].map((file) => join(folder, file))];
    const lines = judge('java', command).split('\n');
    return lines
      .filter((line) => line !== '')
      .map((line) => {
        const [file = '', code = '', detail = ''] = line.split('\t');
        return { document: names.get(basename(file)) ?? file, code, detail };
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function asPartOne(name: string, bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(DECLARED);
  if (at < 0 || copy.indexOf(DECLARED, at + 1) >= 0) throw new Error(`${name}: ${DECLARED} does not stand in it once`);
  copy.write('1', at + DECLARED.indexOf('2'));
  return copy;
}
