/** Door to ajv: the validators of the schemas. The page of verification has them compiled beforehand instead (scripts/page.mjs). */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { FORMATS } from './formats.ts';
import { SCHEMA_NAMES, type SchemaName, schemaTree } from './schemas.ts';
import type { Validator } from './validator.ts';

/** A condition's `then` asks for members that stand one level up, and has no type of its own. */
export const AJV_OPTIONS = { strict: true, strictTypes: false, strictRequired: false, allErrors: true, verbose: true } as const;

let compiled: Ajv2020 | undefined;

function ajv(): Ajv2020 {
  if (compiled) return compiled;
  compiled = new Ajv2020(AJV_OPTIONS);
  for (const [name, fits] of Object.entries(FORMATS)) compiled.addFormat(name, fits);
  compiled.addSchema(schemaTree('common'));
  for (const name of SCHEMA_NAMES) compiled.addSchema(schemaTree(name));
  return compiled;
}

export function validatorOf(name: SchemaName): Validator {
  return ajv().getSchema(`${name}.schema.json`) as Validator;
}
