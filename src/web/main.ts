/** The page of verification: choose, wait, read three answers. Nothing leaves the computer. */
import { bytesText, column, quoted, sentenceOf } from '../messages/index.ts';
import type { Verdict } from '../verdict/index.ts';
import { showAnswers, spokenAnswers } from './answers.ts';
import { startChoosing } from './choose.ts';
import { byId, flat } from './dom.ts';
import { showFiles } from './file-list.ts';
import { showFindings } from './finding-list.ts';
import { type Inspector, inspect } from './inspector.ts';
import { outcomeOf, seenOf, showPaper, startPaper, withTyped } from './paper-view.ts';
import type { Chosen, Report } from './protocol.ts';
import { writeRecord } from './record.ts';
import { settleSelf, startSelf } from './self.ts';
import { look, startViewer } from './viewer.ts';
import { inEveryLanguage, spoken, startVoice, ui } from './voice.ts';

type Phase = 'choose' | 'running' | 'result';

interface Work {
  readonly name: string;
  /** Bytes of a zip; absent for a folder. */
  readonly size: number | undefined;
  readonly began: number;
  readonly inspector: Inspector;
}

interface Finished {
  readonly verdict: Verdict;
  readonly seconds: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

let work: Work | undefined;
let finished: Finished | undefined;
let alarm: (() => string) | undefined;

function enter(phase: Phase): void {
  document.body.dataset.phase = phase;
  for (const id of ['choose', 'running', 'result'] as const) byId(id).hidden = id !== phase;
  byId('findings').hidden = phase !== 'result';
  // What is no dossier has neither files to list nor a fingerprint to compare.
  byId('files').hidden = phase !== 'result' || finished?.verdict.verifiable === false;
  byId('paper').hidden = phase === 'choose' || (phase === 'result' && finished?.verdict.fingerprint === undefined);
  byId({ choose: 'pick-zip', running: 'running-heading', result: 'result-heading' }[phase]).focus();
}

function take(chosen: Chosen | undefined): void {
  alarm = chosen ? undefined : () => ui().page.choose.nothing;
  showAlarm();
  if (!chosen) return;
  end();
  const zip = chosen.kind === 'zip' ? chosen.file : undefined;
  const size = zip?.size;
  const name = zip?.name ?? (chosen.kind === 'folder' ? chosen.name : '');
  try {
    work = { name, size, began: performance.now(), inspector: inspect(chosen, heard) };
  } catch {
    alarm = () => ui().page.noWorker;
    showAlarm();
    return;
  }
  showRunning();
  enter('running');
}

function heard(report: Parameters<Parameters<typeof inspect>[1]>[0]): void {
  if (report.kind === 'progress') showProgress(report);
  else if (report.kind === 'verdict') {
    finished = { verdict: report.verdict, seconds: report.seconds, at: Date.now() };
    showRunning();
    showResult();
    enter('result');
    tellResult();
  } else {
    const { finding, reason } = report;
    alarm = () => (finding ? flat(sentenceOf(finding, spoken()).text) : ui().page.progress.failed(column(reason)));
    end();
    enter('choose');
    showAlarm();
  }
}

function end(): void {
  work?.inspector.end();
  work = undefined;
  finished = undefined;
  byId('live').textContent = '';
  // What was typed belongs to the dossier that it was typed for.
  paper.clear();
  showPaper(undefined);
}

function showAlarm(): void {
  byId('alarm').hidden = !alarm;
  byId('alarm').textContent = alarm?.() ?? '';
}

function showRunning(): void {
  // A name that others gave does not stay behind where it is no longer seen.
  byId('running-heading').textContent = work && !finished ? ui().page.progress.heading(quoted(work.name)) : '';
  if (!work || finished) return;
  byId('figures').textContent = ui().page.progress.reading;
  byId('bar-done').removeAttribute('value');
}

function showProgress({ done, total }: Extract<Report, { kind: 'progress' }>): void {
  if (!work) return;
  const { progress } = ui().page;
  const seconds = (performance.now() - work.began) / 1000;
  const rate = done / seconds;
  const left = seconds > 2 && rate > 0 ? (total - done) / rate : undefined;
  byId<HTMLProgressElement>('bar-done').value = total > 0 ? done / total : 1;
  const text = done >= total ? progress.judging : progress.figures(bytesText(done), bytesText(total), bytesText(rate), left);
  byId('figures').textContent = text;
}

/** Once for each answer: the focus is on the heading or in the boxes for paper. */
function tellResult(): void {
  if (!finished) return;
  const verdict = withTyped(finished.verdict);
  const compared = outcomeOf(finished.verdict) === 'same' && verdict.answers.intact === 'yes';
  const told = verdict.verifiable ? spokenAnswers(verdict, compared) : '';
  if (byId('live').textContent !== told) byId('live').textContent = told;
}

/** Everything that depends on the verdict, on what was typed from paper, or on the language. */
function showResult(): void {
  showPaper(finished?.verdict);
  if (!work || !finished) return;
  const { name, inspector } = work;
  const verdict = withTyped(finished.verdict);
  const compared = outcomeOf(finished.verdict) === 'same';
  const { result } = ui().page;
  // Nothing that others wrote stands before the answers, the name of the file included.
  byId('result-heading').textContent = verdict.verifiable ? result.done(finished.seconds) : result.notVerifiable;
  showAnswers(verdict, name, compared);
  showFindings({ ...verdict, findings: seenOf(verdict) }, name);
  showFiles(verdict, paper.open(), (file) => void look(inspector, file));
}

/** What is printed was compared, or could not be: what stands in the boxes is final from then on. */
function record(): void {
  if (!work || !finished) return;
  paper.settle();
  settleSelf();
  showResult();
  const { name, size } = work;
  const verdict = withTyped(finished.verdict);
  writeRecord({ name, size, verdict, seen: seenOf(verdict), paper, outcome: outcomeOf(finished.verdict), at: finished.at });
}

startVoice();
startViewer();
startSelf(() => showResult());
let lastTyped = '';
const paper = startPaper(() => {
  const typed = `${paper.state()} ${paper.typed()} ${paper.open()}`;
  // Most keys complete nothing, and lists of thousands of rows need not be made again for them.
  if (typed === lastTyped) showPaper(finished?.verdict);
  else {
    showResult();
    tellResult();
  }
  lastTyped = typed;
});
startChoosing(take);
inEveryLanguage(() => {
  showAlarm();
  showRunning();
  showResult();
});
byId('stop').addEventListener('click', () => {
  alarm = () => ui().page.progress.stopped;
  end();
  enter('choose');
  showAlarm();
});
byId('again').addEventListener('click', () => {
  end();
  enter('choose');
});
// The browser's own way to print gives the record as well.
window.addEventListener('beforeprint', record);
byId('print').addEventListener('click', () => {
  const undecided = finished?.verdict.fingerprint !== undefined && (paper.state() === 'empty' || paper.state() === 'typing');
  byId('before-print').textContent = undecided ? ui().page.paper.beforePrint : '';
  if (undecided) {
    paper.focus();
    return;
  }
  record();
  window.print();
});
