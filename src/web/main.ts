/** The page of verification: choose, wait, read three answers. Nothing leaves the computer. */
import { bytesText, harmless, sentenceOf } from '../messages/index.ts';
import { type Verdict, withPaper } from '../verdict/index.ts';
import { showAnswers, spokenAnswers } from './answers.ts';
import { startChoosing } from './choose.ts';
import { byId } from './dom.ts';
import { showFiles } from './file-list.ts';
import { showFindings } from './finding-list.ts';
import { type Inspector, inspect } from './inspector.ts';
import { paperOf, showPaper, typedPaper } from './paper-view.ts';
import type { Chosen, Report } from './protocol.ts';
import { writeRecord } from './record.ts';
import { startSelf } from './self.ts';
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
  const nothing = phase === 'result' && finished?.verdict.verifiable === false;
  byId('files').hidden = phase !== 'result' || nothing;
  byId('paper').hidden = nothing;
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
    showResult();
    enter('result');
    tellResult();
  } else {
    const { finding, reason } = report;
    alarm = () => (finding ? harmless(sentenceOf(finding, spoken()).text) : ui().page.progress.failed(reason));
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
  showPaper(undefined);
}

function showAlarm(): void {
  byId('alarm').hidden = !alarm;
  byId('alarm').textContent = alarm?.() ?? '';
}

function showRunning(): void {
  if (!work) return;
  byId('running-heading').textContent = ui().page.progress.heading(harmless(work.name));
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

/** Once for each answer: the focus is on the heading, which names the file, or in the field of paper. */
function tellResult(): void {
  if (!finished) return;
  const verdict = withPaper(finished.verdict, typedPaper());
  const compared = paperOf(finished.verdict)?.kind === 'same' && verdict.answers.intact === 'yes';
  const told = verdict.verifiable ? spokenAnswers(verdict, compared) : '';
  if (byId('live').textContent !== told) byId('live').textContent = told;
}

/** Everything that depends on the verdict, on what was typed from paper, or on the language. */
function showResult(): void {
  showPaper(finished?.verdict);
  if (!work || !finished) return;
  const { name, inspector } = work;
  const verdict = withPaper(finished.verdict, typedPaper());
  const compared = paperOf(finished.verdict)?.kind === 'same';
  const { result } = ui().page;
  const done = verdict.verifiable ? result.done(harmless(name), finished.seconds) : result.notVerifiable(harmless(name));
  byId('result-heading').textContent = done;
  showAnswers(verdict, compared);
  showFindings(verdict, name);
  showFiles(verdict, (file) => void look(inspector, file));
}

startVoice();
startViewer();
startSelf();
startChoosing(take);
inEveryLanguage(() => {
  showAlarm();
  showRunning();
  showResult();
});
byId('typed').addEventListener('input', () => {
  showResult();
  tellResult();
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
function record(): void {
  if (!work || !finished) return;
  const { name, size } = work;
  writeRecord({ name, size, typed: typedPaper(), at: finished.at, verdict: withPaper(finished.verdict, typedPaper()) });
}
// The browser's own way to print gives the record as well.
window.addEventListener('beforeprint', record);
byId('print').addEventListener('click', () => {
  record();
  window.print();
});
