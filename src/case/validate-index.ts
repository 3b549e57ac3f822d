import type { DossierIndex, Finding } from '../model/index.ts';
import { wholeFile } from './positions.ts';
import { schemaFindings } from './schema-findings.ts';

/** `data/index.json` against its schema; `file` is how messages call it. */
export function validateIndex(
  value: unknown,
  file = 'data/index.json',
): { readonly index?: DossierIndex; readonly findings: readonly Finding[] } {
  const findings = schemaFindings({ schema: 'index', value, positions: wholeFile(file) });
  return findings.length === 0 ? { index: value as DossierIndex, findings } : { findings };
}
