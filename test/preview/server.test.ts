/** Who may ask the page for what: the secret, the name, the method, the path, the interface. */
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, codes, copyOf, GOOD, mbpack } from '../cli/run.ts';
import { contentsOf } from '../tree.ts';
import { answerOf, bodyOf, endAll, preview, type Running, settled, shaOf } from './running.ts';

let running: Running;
beforeAll(async () => {
  running = await preview(copyOf());
  await running.until(settled);
});
afterAll(async () => {
  await running?.stop();
  endAll();
  cleanUp();
});

/** A path is sent as it is: clients would tidy up `..`. */
function status(path: string, { method = 'GET', host = `127.0.0.1:${running.port}` } = {}): Promise<number> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: running.port, path, method, headers: { host } }, (answer) => {
      answer.resume();
      answer.destroy();
      done(answer.statusCode ?? 0);
    });
    asked.on('error', fail);
    asked.end();
  });
}

const token = (): string => new URL(running.address).pathname.split('/')[1] ?? '';

test('the address holds at least 128 random bits, new each time', async () => {
  expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22,}\/$/);
  const other = await preview(copyOf());
  expect(await other.stop('SIGTERM')).toBe(0);
  expect(new URL(other.address).pathname).not.toBe(new URL(running.address).pathname);
});

test.each([
  ['the page', () => `/${token()}/`, {}, 200],
  ['by the other name of this machine', () => `/${token()}/`, { local: true }, 200],
  ['pdf.js', () => `/${token()}/pdfjs.js`, {}, 200],
  ['its worker', () => `/${token()}/pdfjs.worker.js`, {}, 200],
  ['events', () => `/${token()}/events`, {}, 200],
  ['a document turned to', () => `/${token()}/show/transfer`, {}, 200],
  ['no token', () => '/', {}, 404],
  ['no slash behind it', () => `/${token()}`, {}, 404],
  ['a wrong token', () => `/${token().replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}/`, {}, 404],
  ['part of the token', () => `/${token().slice(0, -1)}/`, {}, 404],
  ['an icon at the root', () => '/favicon.ico', {}, 404],
  ['a foreign name (rebinding)', () => `/${token()}/`, { host: 'evil.example' }, 404],
  ['a foreign name with the port', () => `/${token()}/`, { host: 'evil.example:PORT' }, 404],
  ['another port', () => `/${token()}/`, { host: '127.0.0.1:1' }, 404],
  ['POST', () => `/${token()}/`, { method: 'POST' }, 404],
  ['HEAD', () => `/${token()}/`, { method: 'HEAD' }, 404],
  ['OPTIONS', () => `/${token()}/`, { method: 'OPTIONS' }, 404],
  ['up', () => `/${token()}/../package.json`, {}, 404],
  ['up, encoded', () => `/${token()}/%2e%2e/package.json`, {}, 404],
  ['up, backslash', () => `/${token()}/..\\package.json`, {}, 404],
  ['a file of the case', () => `/${token()}/case.yaml`, {}, 404],
  ['an absolute form', () => `http://127.0.0.1/${token()}/`, {}, 404],
  ['a query', () => `/${token()}/?a=b`, {}, 404],
  ['a document that is not there', () => `/${token()}/pdf/transfer/${'0'.repeat(64)}`, {}, 404],
  ['a name of every object', () => `/${token()}/show/constructor`, {}, 404],
  ['prototype', () => `/${token()}/__proto__`, {}, 404],
])('%s', async (_, path, how: { host?: string; method?: string; local?: boolean }, expected) => {
  const host = how.local ? `localhost:${running.port}` : how.host?.replace('PORT', String(running.port));
  expect(await status(path(), { ...(host ? { host } : {}), ...(how.method ? { method: how.method } : {}) })).toBe(expected);
});

test('headers: nothing from elsewhere, nothing kept, nothing told; no word of why', async () => {
  for (const url of [running.address, `http://127.0.0.1:${running.port}/`]) {
    const answer = await answerOf(url);
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(Object.keys(answer.headers).filter((h) => h.startsWith('access-control'))).toEqual([]);
    const body = await bodyOf(answer);
    if (answer.statusCode === 404) expect(body.length).toBe(0);
    else expect(body.toString()).not.toMatch(/<script(?![^>]* src=)|<style|style=/);
  }
});

test('no other interface listens', async () => {
  const others = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
  const reached = await Promise.all(
    [...others.filter((a) => a !== '127.0.0.1' && !a.startsWith('fe80')), '127.0.0.2'].map(
      (host) =>
        new Promise<string | undefined>((done) => {
          const socket = connect({ host, port: running.port, timeout: 2_000 });
          const leave = (found: string | undefined) => () => {
            socket.destroy();
            done(found);
          };
          socket.on('connect', leave(host)).on('error', leave(undefined)).on('timeout', leave(undefined));
        }),
    ),
  );
  expect(reached.filter((host) => host !== undefined)).toEqual([]);
});

test('a PDF is byte for byte the draft that build makes of the same data at the same time', async () => {
  const folder = `${copyOf()}.草稿`;
  await mbpack('build', GOOD, '--draft', '--at', '2026-09-15T14:00:00+08:00', '-o', folder);
  const drafts = contentsOf(folder).map((line) => line.slice(0, 64));
  const { documents } = running.told().state;
  expect(drafts.length).toBeGreaterThan(10);
  expect(drafts.filter((sha256) => !documents.some((d) => d.sha256 === sha256))).toEqual([]);
  const sha256 = shaOf(running.told(), 'transfer');
  for (const [verb, disposition] of [
    ['pdf', /^inline; filename\*=UTF-8''%E6/],
    ['save', /^attachment; filename\*=UTF-8''%E6/],
  ] as const) {
    const answer = await answerOf(`${running.address}${verb}/transfer/${sha256}`);
    expect(answer.headers['content-disposition']).toMatch(disposition);
    expect((await bodyOf(answer)).subarray(0, 5).toString()).toBe('%PDF-');
  }
});

test('a port that is taken, and one that is none: exit 2', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => taken.once('listening', done));
  const port = String((taken.address() as AddressInfo).port);
  expect(await codes('preview', GOOD, '--port', port)).toMatchObject({ exit: 2, codes: ['PREVIEW_PORT_BUSY'] });
  taken.close();
  for (const wrong of ['70000', '-1', 'http']) expect((await mbpack('preview', GOOD, '--port', wrong)).exit).toBe(2);
  expect(await codes('preview', '/nowhere')).toMatchObject({ exit: 2, codes: ['NOT_A_CASE_FOLDER'] });
});

test('--json: one object that fits its schema, and the page is at its address', async () => {
  const { out, address, stop } = await preview(copyOf(), { options: ['--json'] });
  const validate = new Ajv2020.default({ allErrors: true }).compile(
    JSON.parse(readFileSync(resolve('schemas/output.schema.json'), 'utf8')),
  );
  const object = JSON.parse(out);
  expect([validate(object), validate.errors]).toEqual([true, null]);
  expect(object).toMatchObject({ command: 'preview', ok: true, address });
  expect((await answerOf(address)).statusCode).toBe(200);
  expect(await stop('SIGINT')).toBe(0);
});
