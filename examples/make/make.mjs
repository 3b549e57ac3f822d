/**
 * Makes the files of the example cases again: node examples/make/make.mjs [case …]
 * The YAML is written by hand; this fills in its digests only. Tools: README.md beside the cases.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCard } from './card.mjs';
import { makeDrugs } from './drugs.mjs';
import { makeWard } from './ward.mjs';
import { makeWrongExample } from './wrong.mjs';

const CASES = { 挂床住院: makeWard, 倒卖药品: makeDrugs, 冒名就医: makeCard, 错误示例: makeWrongExample };

const examples = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);
for (const name of wanted) if (!(name in CASES)) throw new Error(`no such case: ${name}`);
for (const [name, make] of Object.entries(CASES)) if (wanted.length === 0 || wanted.includes(name)) await make(join(examples, name));
