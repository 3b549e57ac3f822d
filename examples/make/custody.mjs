/** custody.jsonl of a case: who held what, when, with the digests taken then, each line chained to the one before. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { digestsOf } from './digests.mjs';

/**
 * Events in order of time. `by`: the officers' ids; `items`: evidence numbers, or `{allBut}`; `taken`: the
 * digests of all files of the items are written; the rest stands in the line as it is.
 */
export function writeCustody(folder, events) {
  const read = (name) => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
  const officers = new Map(read('case').officers.map((o) => [o.id, { name: o.name, certNo: o.certNo }]));
  const evidence = new Map(read('evidence').evidence.map((e) => [e.evidenceNo, e]));
  const lines = chain(
    events.map(({ taken, items, by, ...event }) => {
      const numbers = items.allBut ? [...evidence.keys()].filter((n) => !items.allBut.includes(n)) : items;
      const files = taken ? numbers.flatMap((n) => evidence.get(n).files.map((f) => f.path)) : [];
      return {
        ...event,
        items: numbers,
        by: [...by].map((id) => officers.get(id)),
        ...(files.length ? { digests: files.map((path) => ({ ...digestsOf(folder, path), size: sizeOf(folder, path) })) } : {}),
      };
    }),
  );
  checkCollected(events, evidence);
  writeFileSync(join(folder, 'custody.jsonl'), `${lines.join('\n')}\n`);
}

const sizeOf = (folder, path) => statSync(join(folder, 'evidence', path)).size;

/** Every item is collected, once, at the time that the list of evidence gives. */
function checkCollected(events, evidence) {
  const at = new Map(events.filter((e) => e.action === 'collect' || e.action === 'extract').flatMap((e) => e.items.map((n) => [n, e.at])));
  for (const [number, item] of evidence)
    if (at.get(number) !== item.collectedAt)
      throw new Error(`custody: ${number} collected ${item.collectedAt}, log says ${at.get(number)}`);
}

/** Lines in canonical form, each with the SHA-256 of the line before. */
export function chain(events) {
  let prev = null;
  return events.map((event, i) => {
    const line = canonical({ ...event, seq: i + 1, prev });
    prev = createHash('sha256').update(line).digest('hex');
    return line;
  });
}

/** RFC 8785 for what stands here: objects, lists, strings, whole numbers and null. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
