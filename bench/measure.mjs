/** Runs a command in a fresh process and takes its wall time, its processor time and the peak memory of its largest process. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * GNU time, for everyone alike. A process started by a large one inherits that one's peak until it is replaced: what Node
 * starts, Node included, would never seem smaller than this program. GNU time is small, and stands in between.
 */
export const GNU_TIME = '/usr/bin/time';

/**
 * @typedef {{ seconds: number, cpu: number, peak: number, stdout: string }} Run cpu: seconds of user and system, its children's included; peak in MiB
 * @typedef {{ command: readonly string[], cwd?: string, before?: () => void | Promise<void>, after?: (run: Run) => void }} Job
 */

/**
 * @param {string} scratch a folder for the report of GNU time
 * @param {AbortSignal} signal
 */
export function stopwatch(scratch, signal) {
  const note = join(scratch, 'time.txt');

  /**
   * `runs` times, the disk at rest before each.
   * @param {Job} job
   * @param {number} runs
   * @returns {Promise<Run[]>}
   */
  async function measure({ command, cwd, before, after }, runs) {
    const done = [];
    for (let i = 0; i < runs; i++) {
      await before?.();
      await run(['sync'], { signal });
      const began = performance.now();
      const stdout = await run([GNU_TIME, '-f', '%M %U %S', '-o', note, ...command], { cwd, signal });
      const seconds = (performance.now() - began) / 1000;
      const [kib, user, system] = readFileSync(note, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
      const one = { seconds, cpu: user + system, peak: kib / 1024, stdout };
      after?.(one);
      done.push(one);
    }
    return done;
  }
  return measure;
}

/**
 * Standard output of a command. Rejects when it fails, with its own words.
 * @param {readonly string[]} command
 * @param {{ cwd?: string, signal?: AbortSignal }} [options]
 * @returns {Promise<string>}
 */
export function run([program, ...args], { cwd, signal } = {}) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // A group of its own, so that GNU time and what it started end together.
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const out = [];
    const err = [];
    const stop = () => child.pid && process.kill(-child.pid, 'SIGKILL');
    signal?.addEventListener('abort', stop);
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted) reject(signal.reason);
      else if (code === 0) resolve(String(Buffer.concat(out)));
      else
        reject(
          new Error(`${[program, ...args].slice(0, 12).join(' ')} ended in ${code}\n${Buffer.concat([...err, ...out])}`.slice(0, 2000)),
        );
    });
  });
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The last line of a job's output is what it has to say. @param {Run} run */
export function reportOf({ stdout }) {
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
