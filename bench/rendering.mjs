/** Rendering: every document of the example from a cold start and again, and the 移送材料清单 as it grows. */
import { fileURLToPath } from 'node:url';
import { AT, EXAMPLE } from './end-to-end.mjs';
import { growthLine } from './growth.mjs';
import { median, reportOf } from './measure.mjs';
import { millisecondsEach } from './table.mjs';

const script = (path) => [process.execPath, fileURLToPath(new URL(path, import.meta.url))];
const DOCUMENTS = ['receipt', 'transfer', 'investigation', 'items', 'materials', 'slip', 'report', 'approval'];
/** Rendered first in the process, so that the rows alone are measured; its peak is what every process needs. */
const WARM_UP_ROWS = 5;

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

/** @returns {Promise<{ rows: import('./table.mjs').Row[], lines: string[] }>} */
export async function listRows({ measure, runs }, { listRows: sizes }, dossier) {
  const rows = [];
  const points = [];
  const command = (size) => [...script('jobs/list.mjs'), EXAMPLE, dossier, AT, String(WARM_UP_ROWS), String(size)];
  const base = median((await measure({ command: command(WARM_UP_ROWS) }, runs)).map((run) => run.peak));
  for (const size of sizes) {
    const done = await measure({ command: command(size) }, runs);
    const seconds = done.map((run) => reportOf(run).ms / 1000);
    const peak = done.map((run) => run.peak);
    const { pages } = reportOf(done[0]);
    rows.push({ what: 'render 移送材料清单', amount: `${size} rows, ${pages} pages`, seconds, speed: millisecondsEach(size, 'row'), peak });
    points.push({ size, label: `${size} rows`, seconds: median(seconds), peak: median(peak) });
  }
  const of = (value) => points.map((p) => ({ size: p.size, label: p.label, value: p[value] }));
  const [first, last] = [points[0], points.at(-1)];
  const perRow = ((last.peak - first.peak) * 1024) / (last.size - first.size);
  return {
    rows,
    lines: [
      growthLine('移送材料清单, time by rows', of('seconds'), 's'),
      `${growthLine('移送材料清单, peak memory by rows', of('peak'), 'MiB')}; ${WARM_UP_ROWS} rows: ${base.toFixed(0)} MiB; ${perRow.toFixed(0)} KiB a row`,
    ],
  };
}
