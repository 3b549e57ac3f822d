/** Whole commands as people start them, processes from outside, beside those of an older commit: each on a case of its own example, in turn. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AT, EXAMPLE, MBPACK } from './end-to-end.mjs';
import { caseOfMany } from './many.mjs';

/** Beside the zip. */
const RESULTS = ['.zip', '.校验单.pdf', '.交接登记表.pdf'];

/**
 * @param {{ measure: Function, scratch: string, runs: number, signal: AbortSignal, say: (what: string) => void }} bench
 * @param {ReturnType<typeof import('./scale.mjs').scaleOf>} scale
 * @param {string | undefined} against a built checkout of an older commit
 * @returns {Promise<{ what: string, amount: string, ours: object[], older?: object[] }[]>} rows of `besideMarkdown`
 */
export async function everydayRows(bench, { everyday, shortRuns }, against) {
  const programs = [{ key: 'ours', command: MBPACK, example: EXAMPLE }, ...(against ? [olderProgram(against)] : [])];
  const { many, most, large } = everyday;
  const amountOf = ({ items, filesEach }) => `${items.toLocaleString('en')} × ${filesEach} files`;
  return [
    ...(await commandRows(bench, programs, { amount: 'example case', runs: shortRuns })),
    ...(await commandRows(bench, programs, { amount: amountOf(many), runs: bench.runs, size: many })),
    ...(await commandRows(bench, programs, { amount: `${amountOf(large)} of ${large.bytes >> 20} MiB`, runs: 1, size: large })),
    ...(await commandRows(bench, programs, { amount: amountOf(most), runs: 1, size: most })),
  ];
}

function olderProgram(root) {
  const older = resolve(root);
  return { key: 'older', command: [process.execPath, join(older, 'bin/mbpack.js')], example: join(older, 'examples/挂床住院') };
}

/** check, build and verify of one case, one program after the other in every round. */
async function commandRows({ measure, scratch, signal, say }, programs, { amount, runs, size }) {
  const rows = ['check', 'build', 'verify'].map((name) => ({ what: `\`mbpack ${name}\``, amount, ours: [] }));
  const cases = [];
  try {
    for (const program of programs) {
      say(`everyday: ${amount}, ${program.key}`);
      const folder = join(scratch, `everyday-${program.key}`);
      cases.push({ program, folder, dossier: folder, path: size ? await caseOfMany(program, folder, size, signal) : program.example });
    }
    for (let i = 0; i < runs; i++) {
      for (const { program, dossier, path } of cases) {
        const commands = [
          ['check', path, '--at', AT],
          ['build', path, '-o', `${dossier}.zip`, '--at', AT],
          ['verify', `${dossier}.zip`],
        ];
        for (const [at, args] of commands.entries()) {
          const before = args[0] === 'build' ? () => clean(dossier) : undefined;
          rows[at][program.key] ??= [];
          rows[at][program.key].push(...(await measure({ command: [...program.command, ...args], before }, 1)));
        }
      }
    }
  } finally {
    for (const { folder, dossier } of cases) {
      rmSync(folder, { recursive: true, force: true });
      clean(dossier);
    }
  }
  return rows;
}

function clean(dossier) {
  for (const end of RESULTS) rmSync(`${dossier}${end}`, { force: true });
}
