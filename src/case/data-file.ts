/** A JSON file that is no form of a case: strictly UTF-8 and JSON, against its schema, every fault at its place. */
import { type Finding, finding } from '../model/index.ts';
import { parseYaml } from './_yaml.ts';
import { formText } from './form-text.ts';
import { type Positions, wholeFile } from './positions.ts';
import { kindOf, schemaFindings } from './schema-findings.ts';
import type { SchemaName } from './schemas.ts';

export interface DataFile {
  /** Absent unless the file passed its schema. */
  readonly value?: unknown;
  readonly positions: Positions;
  readonly findings: readonly Finding[];
}

/** `file` is how messages call it. */
export function readDataFile(bytes: Uint8Array, file: string, schema: SchemaName): DataFile {
  const { text, lines, findings } = formText(bytes, file);
  if (text === undefined || lines === undefined) return { positions: wholeFile(file), findings };
  const { value, positions, findings: found } = parseYaml(text, file, lines);
  if (value === undefined || found.length > 0) return { positions, findings: found };
  const slip = jsonSlip(text);
  if (slip !== undefined) {
    const at = { file, pointer: '', ...lines.at(slip) };
    return { positions, findings: [finding('JSON_SLIP', 'stop', {}, { at })] };
  }
  if (kindOf(value) !== 'group')
    return { positions, findings: [finding('FORM_NOT_A_MAP', 'stop', { found: kindOf(value) }, { at: positions.valueAt('') })] };
  const faults = schemaFindings({ schema, value, positions });
  return { ...(faults.length === 0 ? { value } : {}), positions, findings: faults };
}

/** Where a text stops being JSON; the engine tells it in its message alone. */
function jsonSlip(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
  }
}
