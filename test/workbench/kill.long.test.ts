/** 办案台 killed at any moment of a copy: the file is there whole or not at all, what was there before is as it was, and the next copy clears away what was left. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cleanUp, mbpack, scratch } from '../cli/run.ts';

const KILLS = Number(process.env.MBPACK_KILLS ?? 12);
const BYTES = 24 << 20;

afterAll(cleanUp);

interface Running {
  readonly address: string;
  kill(): Promise<void>;
}

function open(dir: string): Promise<Running> {
  const child = spawn(process.execPath, [resolve('bin/mbpack.js'), 'open', dir, '--no-browser'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return new Promise((done, fail) => {
    let out = '';
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString('utf8');
      const address = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+\//.exec(out)?.[0];
      if (address !== undefined)
        done({
          address,
          kill: () => {
            child.kill('SIGKILL');
            return ended;
          },
        });
    });
    child.once('error', fail);
  });
}

/** Resolves when it was answered or cut off. */
function drop(address: string, path: string, bytes: Uint8Array): Promise<number> {
  return new Promise((done) => {
    const headers = {
      'X-Mbpack': '1',
      'Content-Type': 'application/octet-stream',
      'X-Mbpack-Path': encodeURIComponent(path),
      'Content-Length': String(bytes.length),
    };
    const sending = request(`${address}drop`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('close', () => done(answer.statusCode ?? 0));
    });
    sending.on('error', () => done(0));
    sending.end(bytes);
  });
}

test(`killed ${KILLS} times amid a copy`, { timeout: KILLS * 30_000 }, async () => {
  const dir = join(scratch(), '案件');
  await mbpack('init', dir);
  writeFileSync(join(dir, 'evidence', '原有.bin'), Buffer.alloc(1 << 20, 7));
  let [whole, absent] = [0, 0];
  for (let i = 0; i < KILLS; i++) {
    const running = await open(dir);
    const bytes = Buffer.alloc(BYTES, i + 1);
    const sent = drop(running.address, `件-${i}.bin`, bytes);
    await new Promise((done) => setTimeout(done, (i / KILLS) * 1200));
    await running.kill();
    await sent;
    const there = readdirSync(join(dir, 'evidence')).includes(`件-${i}.bin`);
    if (there) expect(readFileSync(join(dir, 'evidence', `件-${i}.bin`)).equals(bytes)).toBe(true);
    if (there) whole++;
    else absent++;
    expect(readFileSync(join(dir, 'evidence', '原有.bin')).equals(Buffer.alloc(1 << 20, 7))).toBe(true);
  }
  const last = await open(dir);
  expect(await drop(last.address, '末.txt', Buffer.from('末'))).toBe(200);
  await last.kill();
  expect(readdirSync(dir, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([]);
  console.info(`copies killed: ${KILLS}; whole: ${whole}, absent: ${absent}, torn: 0`);
});
