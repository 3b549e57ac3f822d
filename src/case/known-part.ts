/** A value that a newer version may have written, against its schema: members that no schema names are left out, and are no faults. */
import type { Finding } from '../model/index.ts';
import { child, valueAt } from './pointer.ts';
import { schemaFaults } from './schema-faults.ts';
import { type FaultContext, schemaFindings } from './schema-findings.ts';

export interface KnownPart {
  readonly value: unknown;
  /** Pointers of the members that were left out. */
  readonly unknown: readonly string[];
  /** Of what is left. */
  readonly findings: readonly Finding[];
}

export function knownPart(context: FaultContext): KnownPart {
  const { schema, value } = context;
  const findings = schemaFindings(context);
  const places = new Map<string, readonly [owner: string, key: string]>();
  // A value without a fault has none of them: large lists are not gone through twice.
  for (const { keyword, pointer, params } of findings.length > 0 ? schemaFaults(schema, value) : []) {
    const key = String(params.additionalProperty);
    if (keyword === 'additionalProperties') places.set(child(pointer, key), [pointer, key]);
  }
  if (places.size === 0) return { value, unknown: [], findings };
  const known: unknown = structuredClone(value);
  for (const [pointer, key] of places.values()) {
    const owner = valueAt(known, pointer);
    if (typeof owner === 'object' && owner !== null) Reflect.deleteProperty(owner, key);
  }
  return { value: known, unknown: [...places.keys()], findings: schemaFindings({ ...context, value: known }) };
}
