/**
 * Makes dist/validators.js: the schemas as plain functions (ajv's standalone code), so that no start compiles them and the page of
 * verification, whose policy forbids making code at run time, has the same. Part of `npm run build`, behind the sweep.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { _, Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { FORMATS } from '../dist/case/formats.js';
import { SCHEMA_NAMES, schemaText } from '../dist/case/schemas.js';

const identifier = (name) => `valid_${name.replaceAll('-', '_')}`;

/** A condition's `then` asks for members that stand one level up, and has no type of its own. */
const STRICT = { strict: true, strictTypes: false, strictRequired: false };

/** Text of a module that exports VALIDATORS, by name of schema. `formats`: where it finds src/case/formats.ts. */
export function validatorsModule(names, formats) {
  const ajv = new Ajv2020({
    ...STRICT,
    allErrors: true,
    // A finding tells the pattern, and under which condition something was asked for.
    verbose: true,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true, formats: _`FORMATS` },
  });
  for (const [name, fits] of Object.entries(FORMATS)) ajv.addFormat(name, fits);
  for (const name of ['common', ...names]) ajv.addSchema(JSON.parse(schemaText(name)));
  const made = standalone.default(ajv, Object.fromEntries(names.map((name) => [identifier(name), `${name}.schema.json`])));
  const helpers = new Map();
  // The helpers of ajv are CommonJS; what a default import of such gives differs between Node and bundlers.
  const code = made.replace(/require\("(ajv\/dist\/runtime\/(\w+))"\)\.default/g, (_all, path, helper) => {
    helpers.set(helper, path);
    return `(${helper}.default ?? ${helper})`;
  });
  return [
    `import { FORMATS } from ${JSON.stringify(formats)};`,
    ...[...helpers].map(([helper, path]) => `import ${helper} from ${JSON.stringify(`${path}.js`)};`),
    code,
    `export const VALIDATORS = { ${names.map((name) => `${JSON.stringify(name)}: ${identifier(name)}`).join(', ')} };\n`,
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(new URL('../dist/validators.js', import.meta.url), validatorsModule([...SCHEMA_NAMES], './case/formats.js'));
}
