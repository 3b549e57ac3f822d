/**
 * Measures mbpack against its peers on this machine, in one run, and prints one Markdown table and the growth exponents.
 * Usage: node bench/run.mjs [--smoke] [--without TOOL,TOOL] [--part documents|packing|everyday|page] [--against DIR]
 * BENCH_DIR: where the evidence is generated (about 15 GiB). --against: a built checkout of an older commit, whose commands (everyday) and page
 * (dist/verify.html) are measured in turn with ours. These two parts are run only where they are asked for.
 * --smoke: sizes that mean nothing, every line run; a missing outside tool fails unless --without names it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { witness } from './agreement.mjs';
import { collectRows } from './collect.mjs';
import { endToEndRows } from './end-to-end.mjs';
import { everydayRows } from './everyday.mjs';
import { evidenceSet } from './generate.mjs';
import { growingLines } from './growing.mjs';
import { stopwatch } from './measure.mjs';
import { packingRows } from './packing.mjs';
import { pageRows } from './page.mjs';
import { coldRows, documentRows, listRows } from './rendering.mjs';
import { scaleOf } from './scale.mjs';
import { shapeRows } from './shapes.mjs';
import { besideMarkdown, markdown } from './table.mjs';
import { findTools, machine } from './tools.mjs';

const { values: options } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    without: { type: 'string', default: '' },
    part: { type: 'string', default: 'all' },
    against: { type: 'string' },
  },
});
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stop.abort(new Error(`ended by ${name}`)));
const scratch = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'mbpack-bench-'));
process.exitCode = 1;
try {
  await bench();
  process.exitCode = 0;
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.stack : error}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function bench() {
  const tools = await findTools(options.without.split(',').filter((name) => name !== ''));
  const missing = [...tools].filter(([name, version]) => !version && !options.without.split(',').includes(name)).map(([name]) => name);
  if (options.smoke && missing.length > 0) throw new Error(`not installed: ${missing.join(', ')} (or say --without)`);
  const scale = scaleOf(options.smoke);
  const context = { measure: stopwatch(scratch, stop.signal), tools, agree: witness(), scratch, runs: scale.runs };

  if (options.part === 'everyday' || options.part === 'page') {
    const rowsOf = options.part === 'page' ? pageRows : everydayRows;
    const rows = await rowsOf({ ...context, signal: stop.signal, say }, scale, options.against);
    process.stdout.write(`${machine(tools)}.\n\n${besideMarkdown(rows)}\n`);
    return;
  }
  say('the example case');
  const { rows, dossier } = await endToEndRows(context, scale);
  const growth = [];
  const part = (name) => options.part === 'all' || options.part === name;
  if (part('documents')) {
    say('documents');
    rows.push(...(await coldRows(context, scale)), ...(await documentRows(context, scale, dossier)));
    say('lists');
    const list = await listRows(context, scale, dossier);
    rows.push(...list.rows);
    growth.push(...list.lines);
  }
  if (part('packing')) growth.unshift(...(await packing(context, scale, rows)));
  report(tools, scale, rows, growth);
}

/** Adds the rows of packing, collecting and verifying; gives the lines of growth. */
async function packing(context, scale, rows) {
  for (const size of [scale.small, scale.large]) {
    const set = evidenceSet(scratch, size);
    say(`packing ${set.label}`);
    rows.unshift(...(await packingRows(context, set)), ...(await collectRows(context, set)));
  }
  say('shapes');
  rows.push(...(await shapeRows(context, scale.shapes)));
  say('growth');
  return growingLines(context, scale);
}

function report(tools, scale, rows, growth) {
  const runs = `${scale.runs} runs (${scale.shortRuns} of a whole build or verify, ${scale.starts} of the start)`;
  const notes = [
    `${machine(tools)}.`,
    `Medians of ${runs}, each in a new process, its start included; the page cache is warm, the disk synced before each. Peak: largest resident set of the largest process, by GNU time.`,
    'Ratios: speed as a multiple of the peer’s; sha256 + sm3 is the sum of both openssl times; packing is held against bagit.py create + 7z, verifying against validate; collecting against openssl in one process a core.',
    ...(options.smoke ? ['**Smoke run: the figures mean nothing.**'] : []),
  ];
  process.stdout.write(`${notes.join('\n\n')}\n\n${markdown(rows)}\n\nGrowth (1 = linear, 0 = constant):\n\n${growth.join('\n')}\n`);
}

/** Progress, apart from the result. */
function say(what) {
  process.stderr.write(`bench: ${what} …\n`);
}
