/**
 * What OpenSSL writes is allowed beside the seal: signatures over the very tag manifest, and time-stamps of a service of its own.
 * @module-tag openssl
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { judge } from '../judges/start.ts';
import { BAG, build, check, put, scratch } from './fixture.ts';
import { partsOf } from './zip-maker.ts';

let dir: string;
let bag: string;
const openssl = (...args: string[]): void => void judge('openssl', args, { cwd: dir });

const CONFIG = `
[ tsa ]
default_tsa = own
[ own ]
serial = ./serial
signer_cert = ./tsa.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
[ stamps ]
extendedKeyUsage = critical, timeStamping
keyUsage = critical, digitalSignature
`;

beforeAll(async () => {
  const { path } = await build();
  const root = scratch();
  put(root, Object.fromEntries(partsOf(readFileSync(path)).map(({ name, content }) => [name, content])));
  bag = join(root, BAG);
  mkdirSync(join(bag, 'signatures'));
  dir = scratch();
  writeFileSync(join(dir, 'tsa.cnf'), CONFIG);
  const made = ['req', '-x509', '-nodes', '-days', '30'];
  openssl(...made, '-newkey', 'rsa:2048', '-subj', '/CN=rsa', '-keyout', 'rsa.key', '-out', 'rsa.pem');
  openssl(...made, '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-subj', '/CN=ec', '-keyout', 'ec.key', '-out', 'ec.pem');
  const tsa = ['-subj', '/CN=tsa', '-config', 'tsa.cnf', '-extensions', 'stamps'];
  writeFileSync(join(dir, 'tsa.cnf'), `${CONFIG}[ req ]\ndistinguished_name = dn\n[ dn ]\n`);
  openssl(...made, '-newkey', 'rsa:2048', ...tsa, '-keyout', 'tsa.key', '-out', 'tsa.pem');
}, 120_000);

const sign = (out: string, key: string, ...more: string[]): void =>
  openssl(
    ...['cms', '-sign', '-binary', '-outform', 'DER', '-signer', `${key}.pem`, '-inkey', `${key}.key`, ...more],
    ...['-in', join(bag, 'tagmanifest-sha256.txt'), '-out', join(bag, 'signatures', out)],
  );
const stamp = (no: string, ...more: string[]): void => {
  openssl('ts', '-query', '-data', join(bag, 'signatures', `${no}.p7s`), '-sha256', '-cert', '-out', 'query.tsq');
  openssl(
    'ts',
    '-reply',
    '-config',
    'tsa.cnf',
    '-section',
    'own',
    '-queryfile',
    'query.tsq',
    '-out',
    join(bag, 'signatures', `${no}.tsr`),
    ...more,
  );
};

test('signatures in several forms, with time-stamps as answers and as tokens', async () => {
  sign('01.p7s', 'rsa');
  stamp('01');
  sign('02.p7s', 'ec', '-keyid', '-nocerts');
  stamp('02', '-token_out');
  sign('03.p7s', 'rsa', '-noattr');
  sign('04.p7s', 'rsa', '-md', 'sha512', '-cades');
  const { findings, signatures } = await check(bag);
  expect(findings.filter(({ severity }) => severity === 'stop')).toEqual([]);
  expect(signatures).toEqual(
    readdirSync(join(bag, 'signatures'))
      .sort()
      .map((name) => `signatures/${name}`),
  );
  expect(signatures).toHaveLength(6);
}, 120_000);

test('what the same tools write otherwise is not', async () => {
  const problemOf = async (): Promise<string[]> =>
    (await check(bag)).findings.flatMap((f) => (f.code === 'SIGNATURE_FILE_INVALID' ? [`${f.args.path.slice(-6)} ${f.args.problem}`] : []));
  sign('05.p7s', 'rsa', '-nodetach');
  // OpenSSL puts the content in, whatever else it was told.
  sign('09.p7s', 'rsa', '-stream');
  openssl(
    ...['cms', '-sign', '-binary', '-outform', 'PEM', '-signer', 'rsa.pem', '-inkey', 'rsa.key'],
    ...['-in', join(bag, 'tagmanifest-sha256.txt'), '-out', join(bag, 'signatures/06.p7s')],
  );
  openssl(
    ...['cms', '-encrypt', '-binary', '-outform', 'DER', '-aes256', '-in', join(bag, 'tagmanifest-sha256.txt')],
    ...['-out', join(bag, 'signatures/07.p7s'), 'rsa.pem'],
  );
  openssl('crl2pkcs7', '-nocrl', '-certfile', 'rsa.pem', '-outform', 'DER', '-out', join(bag, 'signatures/08.p7s'));
  expect(await problemOf()).toEqual(['05.p7s attached', '06.p7s pem', '07.p7s kind', '08.p7s unsigned', '09.p7s attached']);
}, 120_000);
