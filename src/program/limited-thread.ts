/** A thread for files that may have been made to do harm: it is ended when it is silent for long, takes long in all, or hungers; the next question begins another. */
import type { TransferListItem, Worker } from 'node:worker_threads';
import { fault } from '../model/index.ts';
import { startThread, type ThreadName } from './thread.ts';

export interface ThreadLimits {
  /** Milliseconds without a message. */
  readonly silent: number;
  /** Milliseconds for one question. */
  readonly most?: number;
  /** Megabytes of objects, beside the at most 2 GiB of a WebAssembly machine. */
  readonly megabytes: number;
}

export interface Asking {
  readonly signal: AbortSignal | undefined;
  /** Buffers that are handed over. */
  readonly transfer?: readonly TransferListItem[];
}

export interface LimitedThread<Question, Report> {
  /**
   * One question after the other. `heard` is given every message of the thread until it returns the answer. Undefined: the thread was ended.
   * @throws Fault ABORTED; what `heard` throws
   */
  ask<Answer>(question: Question, heard: (report: Report) => Answer | undefined, asking: Asking): Promise<Answer | undefined>;
  /** Begins before the first question, which will be asked soon. */
  begin(): void;
  /** It is not needed any more; a process that has nothing else to do ends without this. */
  end(): void;
}

export function limitedThread<Question, Report>(name: ThreadName, limits: ThreadLimits): LimitedThread<Question, Report> {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    void worker?.terminate();
    worker = undefined;
  };
  return {
    ask(question, heard, asking) {
      const answer = last.then(async () => {
        if (asking.signal?.aborted) throw fault('ABORTED', 2, {});
        worker ??= begun(name, limits);
        let answered = false;
        try {
          worker.ref();
          const found = await answerOf(worker, limits, question, heard, asking);
          answered = found !== undefined;
          return found;
        } finally {
          if (answered) worker.unref();
          else end();
        }
      });
      last = answer.catch(() => undefined);
      return answer;
    },
    begin() {
      if (worker) return;
      worker = begun(name, limits);
      worker.unref();
    },
    end,
  };
}

function begun(name: ThreadName, { megabytes }: ThreadLimits): Worker {
  const worker = startThread(name, { resourceLimits: { maxOldGenerationSizeMb: megabytes }, stdout: true, stderr: true });
  // A late error of a thread that is being ended is nobody's.
  return worker.on('error', () => undefined);
}

function answerOf<Question, Report, Answer>(
  worker: Worker,
  { silent, most }: ThreadLimits,
  question: Question,
  heard: (report: Report) => Answer | undefined,
  { signal, transfer = [] }: Asking,
): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      clearTimeout(whole);
      signal?.removeEventListener('abort', abort);
      worker.off('message', hear).off('error', lost).off('exit', lost);
    };
    const lost = (): void => {
      leave();
      resolve(undefined);
    };
    const hear = (report: Report): void => {
      timer.refresh();
      try {
        const answer = heard(report);
        if (answer === undefined) return;
        leave();
        resolve(answer);
      } catch (error) {
        leave();
        reject(error);
      }
    };
    const abort = (): void => {
      leave();
      reject(fault('ABORTED', 2, {}));
    };
    const timer = setTimeout(lost, silent);
    const whole = most === undefined ? undefined : setTimeout(lost, most);
    signal?.addEventListener('abort', abort);
    worker.on('message', hear).on('error', lost).on('exit', lost);
    worker.postMessage(question, transfer);
  });
}
