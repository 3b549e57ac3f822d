/** Rendering: every document of the example from a cold start and again, and the lists as they grow, beside Typst. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AT, EXAMPLE, MBPACK } from './end-to-end.mjs';
import { growthLine } from './growth.mjs';
import { median, reportOf } from './measure.mjs';
import { millisecondsEach } from './table.mjs';

const script = (path) => [process.execPath, fileURLToPath(new URL(path, import.meta.url))];
const DOCUMENTS = ['receipt', 'transfer', 'investigation', 'items', 'materials', 'slip', 'report', 'approval'];
/** A form of one page, whatever the case. */
const ONE_PAGE = 'approval';
/** Rendered first in the process, so that the rows alone are measured; its peak is what every process needs. */
const WARM_UP_ROWS = 5;
/** Longer lists are rendered once: a minute each says enough. */
const LARGE_ROWS = 10_000;

/** @returns {Promise<import('./table.mjs').Row[]>} */
export async function documentRows({ measure, runs }, { documents, warm }, dossier) {
  const rows = [];
  for (const id of DOCUMENTS.slice(0, documents)) {
    const command = (times) => [...script('jobs/render.mjs'), EXAMPLE, dossier, AT, id, String(times)];
    const cold = await measure({ command: command(0) }, runs);
    const [again] = await measure({ command: command(warm) }, 1);
    const { pages } = reportOf(again);
    const amount = `${id}, ${pages} ${pages === 1 ? 'page' : 'pages'}`;
    const speed = millisecondsEach(pages, 'page');
    rows.push({ what: 'render, new process', amount, seconds: cold.map((run) => run.seconds), speed, peak: cold.map((run) => run.peak) });
    rows.push({
      what: '… again in the same process',
      amount,
      seconds: reportOf(again).warm.map((ms) => ms / 1000),
      speed,
      peak: [again.peak],
    });
  }
  return rows;
}

/** Lists as they grow, and Typst with the same texts, columns, sizes and fonts. Ours reads back what it wrote and compares it; Typst does not. */
const LISTS = [
  { id: 'materials', title: '移送材料清单' },
  { id: 'items', title: '涉案物品清单' },
];

/** @returns {Promise<{ rows: import('./table.mjs').Row[], lines: string[] }>} */
export async function listRows(bench, { lists }, dossier) {
  const rows = [];
  const lines = [];
  for (const { id, title } of LISTS) {
    const { ours, peer } = lists[id];
    const run = async (path, what, sizes) => {
      const { rows: done, points } = await oneList(bench, { script: script(path), id, dossier, what }, sizes);
      rows.push(...done);
      if (points.length < 2) return;
      const of = (value) => points.map((p) => ({ size: p.size, label: p.label, value: p[value] }));
      const [first, last] = [points[0], points.at(-1)];
      const perRow = ((last.peak - first.peak) * 1024) / (last.size - first.size);
      lines.push(growthLine(`${what}, time by rows`, of('seconds'), 's'));
      lines.push(`${growthLine(`${what}, peak memory by rows`, of('peak'), 'MiB')}; ${perRow.toFixed(1)} KiB a row`);
    };
    await run('jobs/list.mjs', `render ${title}`, ours);
    if (bench.tools.get('typst')) await run('peers/typst.mjs', `Typst: ${title}`, peer);
    else rows.push({ what: `Typst: ${title}`, amount: `${peer.join(', ')} rows`, absent: 'typst' });
  }
  return { rows, lines };
}

async function oneList({ measure, runs }, { script: job, id, dossier, what }, sizes) {
  const rows = [];
  const points = [];
  for (const size of sizes) {
    const command = [...job, EXAMPLE, dossier, AT, id, String(WARM_UP_ROWS), String(size)];
    const done = await measure({ command }, size > LARGE_ROWS ? 1 : runs);
    const { pages, refused } = reportOf(done[0]);
    if (refused) {
      rows.push({ what, amount: `${size} rows`, absent: refused });
      continue;
    }
    const seconds = done.map((run) => reportOf(run).ms / 1000);
    const peak = done.map((run) => run.peak);
    rows.push({ what, amount: `${size} rows, ${pages} pages`, seconds, speed: millisecondsEach(size, 'row'), peak });
    points.push({ size, label: `${size} rows`, seconds: median(seconds), peak: median(peak) });
  }
  return { rows, points };
}

/** One page from a cold start: the whole command as people type it, and the library's part of it in a process of its own. */
export async function coldRows({ measure, scratch }, { starts }) {
  const pdf = join(scratch, 'one-page.pdf');
  const before = () => rmSync(pdf, { force: true });
  const command = [...MBPACK, 'build', EXAMPLE, '--only', ONE_PAGE, '-o', pdf, '--at', AT];
  const whole = await measure({ command, before }, starts);
  const library = await measure({ command: [...script('jobs/cold.mjs'), EXAMPLE, AT, ONE_PAGE] }, starts);
  const { pages } = reportOf(library[0]);
  const amount = `${ONE_PAGE}, ${pages} ${pages === 1 ? 'page' : 'pages'}, cold start`;
  const peak = (done) => done.map((run) => run.peak);
  const ms = (key) => library.map((run) => reportOf(run)[key] / 1000);
  return [
    { what: '`mbpack build --only`', amount, seconds: whole.map((run) => run.seconds), peak: peak(whole) },
    { what: '… import of the library and `renderDocument`', amount, seconds: ms('ms'), peak: peak(library) },
    { what: '… import of the library alone', amount, seconds: ms('importMs'), peak: peak(library) },
  ];
}
