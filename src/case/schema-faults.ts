/** A value against one of the schemas, every fault collected. */
/// <reference path="./validators.d.ts" />
import { VALIDATORS } from '#validators';
import type { SchemaName } from './schemas.ts';
import type { Complaint, Validator } from './validator.ts';

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

export function schemaFaults(name: SchemaName, value: unknown): readonly SchemaFault[] {
  const validate = VALIDATORS[name] as Validator;
  if (validate(value)) return [];
  return (validate.errors ?? []).filter((error) => !WRAPPERS.has(error.keyword)).map(toFault);
}

function toFault({ instancePath, keyword, params, parentSchema }: Complaint): SchemaFault {
  const schema = parentSchema as { readonly $comment?: string; readonly pattern?: string } | undefined;
  return {
    pointer: instancePath,
    keyword,
    params,
    ...(schema?.$comment === undefined ? {} : { because: schema.$comment }),
    ...(schema?.pattern === undefined ? {} : { pattern: schema.pattern }),
  };
}
