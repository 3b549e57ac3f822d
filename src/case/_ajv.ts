/** Door to ajv: a value against one of the schemas, every fault collected. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isDay, parseInstant } from '../model/index.ts';
import { SCHEMA_NAMES, type SchemaName, schemaTree } from './schemas.ts';

export interface SchemaFault {
  readonly pointer: string;
  readonly keyword: string;
  /** `missingProperty`, `additionalProperty`, `limit`, `allowedValues` … by keyword. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Under which condition the fault is one, e.g. 声明没有涉案物品（none: true）的. */
  readonly because?: string;
  readonly pattern?: string;
}

/** Keywords that only say that one of their branches failed. */
const WRAPPERS = new Set(['if', 'anyOf', 'oneOf', 'allOf', 'not', '$ref']);

let compiled: Ajv2020 | undefined;

function ajv(): Ajv2020 {
  if (compiled) return compiled;
  // A condition's `then` asks for members that stand one level up, and has no type of its own.
  compiled = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, verbose: true });
  compiled.addFormat('day', isDay);
  compiled.addFormat('instant', (text: string) => parseInstant(text) !== undefined);
  compiled.addFormat('line', (text: string) => !/[\r\n]/.test(text));
  compiled.addSchema(schemaTree('common'));
  for (const name of SCHEMA_NAMES) compiled.addSchema(schemaTree(name));
  return compiled;
}

export function schemaFaults(name: SchemaName, value: unknown): readonly SchemaFault[] {
  const validate = ajv().getSchema(`${name}.schema.json`) as ValidateFunction;
  if (validate(value)) return [];
  return (validate.errors ?? []).filter((error) => !WRAPPERS.has(error.keyword)).map(toFault);
}

function toFault(error: ErrorObject): SchemaFault {
  const schema = error.parentSchema as { readonly $comment?: string; readonly pattern?: string } | undefined;
  return {
    pointer: error.instancePath,
    keyword: error.keyword,
    params: error.params as Record<string, unknown>,
    ...(schema?.$comment === undefined ? {} : { because: schema.$comment }),
    ...(schema?.pattern === undefined ? {} : { pattern: schema.pattern }),
  };
}
