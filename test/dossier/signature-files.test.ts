/** Nothing may be added beside the seal but what the format names: in the zip as built, packed again, and unpacked. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAX_SIGNATURE_BYTES, MAX_SIGNATURE_FILES } from '../../src/dossier/format/index.ts';
import { readBer } from '../../src/dossier/read/ber.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import { fc, runs } from '../property.ts';
import { BAG, build, check, put, scratch } from './fixture.ts';
import { explorer } from './foreign-zips.ts';
import { indefinite, nested, p7s, seq, token, tsr } from './signature-maker.ts';
import { makeZip, type Part, partsOf } from './zip-maker.ts';

type Beside = Readonly<Record<string, Uint8Array>>;

let sealed: Part[];
let fingerprint: string;
beforeAll(async () => {
  const written = await build();
  fingerprint = written.fingerprint;
  sealed = partsOf(readFileSync(written.path)).map(({ name, content }) => ({ name, content }));
});

const partsWith = (beside: Beside): Part[] => [
  ...sealed,
  ...Object.entries(beside).map(([path, content]) => ({ name: `${BAG}/signatures/${path}`, content: Buffer.from(content) })),
];
function zipped(parts: Part[]): string {
  const path = join(scratch(), 'signed.zip');
  writeFileSync(path, makeZip({ parts }));
  return path;
}
const FORMS: Readonly<Record<string, (beside: Beside) => string>> = {
  asBuilt: (beside) => zipped(partsWith(beside)),
  repacked: (beside) => zipped(explorer(partsWith(beside))),
  folder: (beside) => {
    const root = scratch();
    put(root, Object.fromEntries(partsWith(beside).map(({ name, content }) => [name, content])));
    return join(root, BAG);
  },
};

/** `code problem` of every stop, and how many files are allowed to stand there. */
async function seen(path: string): Promise<[string[], number]> {
  const { findings, signatures } = await check(path, fingerprint);
  for (const finding of findings)
    for (const language of ['zh-CN', 'en'] as const) expect(sentenceOf(finding, language).text).not.toMatch(/undefined|\[object|NaN/);
  const stops = findings.filter(({ severity }) => severity === 'stop');
  return [stops.map(({ code, args }) => ('problem' in args ? `${code} ${args.problem}` : code)), signatures.length];
}

const PEM = Buffer.from(`-----BEGIN PKCS7-----\n${p7s().toString('base64')}\n-----END PKCS7-----\n`);
const JUNK = Buffer.alloc(5000, 'junk ');
const many = (count: number, content: Uint8Array): Beside =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${String(i + 1).padStart(2, '0')}.p7s`, content]));
const invalid = (problem: string): string[] => [`SIGNATURE_FILE_INVALID ${problem}`];

const ALLOWED: readonly (readonly [string, Beside])[] = [
  ['a signature', { '01.p7s': p7s() }],
  ['a signature without certificates', { '01.p7s': p7s({ certificate: false }) }],
  ['a signature and the answer of a time-stamp service', { '01.p7s': p7s(), '01.tsr': tsr() }],
  ['granted with changes', { '01.p7s': p7s(), '01.tsr': tsr(1) }],
  ['a bare token', { '01.p7s': p7s(), '01.tsr': token() }],
  ['two signatures, one with its time-stamp', { '01.p7s': p7s(), '02.p7s': p7s(), '02.tsr': tsr() }],
  [
    'the same by the identifiers of GM/T 0010',
    { '01.p7s': p7s({ type: '1.2.156.10197.6.1.4.2.2', contentType: '1.2.156.10197.6.1.4.2.1' }) },
  ],
  ['in the indefinite form of BER', { '01.p7s': indefinite(p7s()) }],
  ['as many as may be', many(MAX_SIGNATURE_FILES, p7s())],
];

const REFUSED: readonly (readonly [string, Beside, readonly string[]])[] = [
  ['junk', { '01.p7s': JUNK }, invalid('encoding')],
  ['a junk time-stamp', { '01.p7s': p7s(), '01.tsr': JUNK }, invalid('encoding')],
  ['50 MB', { '01.p7s': Buffer.alloc(50_000_000) }, invalid('large')],
  [
    'junk in the frame of a signature, too large',
    { '01.p7s': p7s({ certificate: Buffer.alloc(MAX_SIGNATURE_BYTES, 5) }) },
    invalid('large'),
  ],
  ['39 files of junk', many(39, JUNK), Array.from({ length: 39 }, () => invalid('encoding')).flat()],
  ['one more than may be', many(MAX_SIGNATURE_FILES + 1, p7s()), ['SIGNATURE_FILES_TOO_MANY']],
  ['nothing', { '01.p7s': Buffer.alloc(0) }, invalid('empty')],
  ['PEM', { '01.p7s': PEM }, invalid('pem')],
  ['PEM with a byte order mark', { '01.p7s': Buffer.concat([Buffer.from('\ufeff\r\n'), PEM]) }, invalid('pem')],
  ['data', { '01.p7s': p7s({ type: '1.2.840.113549.1.7.1' }) }, invalid('kind')],
  ['enveloped data', { '01.p7s': p7s({ type: '1.2.840.113549.1.7.3' }) }, invalid('kind')],
  ['a certificate', { '01.p7s': seq(seq(), seq()) }, invalid('kind')],
  ['a signature over something in it', { '01.p7s': p7s({ content: Buffer.from('x') }) }, invalid('attached')],
  ['signed by nobody', { '01.p7s': p7s({ signers: [] }) }, invalid('unsigned')],
  ['signed by what is no signer', { '01.p7s': p7s({ signers: [seq()] }) }, invalid('structure')],
  ['bytes behind', { '01.p7s': Buffer.concat([p7s(), Buffer.from('x')]) }, invalid('trailing')],
  ['two in one', { '01.p7s': Buffer.concat([p7s(), p7s()]) }, invalid('trailing')],
  ['cut off', { '01.p7s': p7s().subarray(0, -1) }, invalid('cut')],
  ['nested deep', { '01.p7s': nested(20_000) }, invalid('deep')],
  ['nested deep in the indefinite form', { '01.p7s': Buffer.alloc(60_000, Buffer.from([0x30, 0x80])) }, invalid('deep')],
  ['nested deep within', { '01.p7s': p7s({ certificate: nested(100) }) }, invalid('deep')],
  ['a token where a signature belongs', { '01.p7s': token() }, invalid('kind')],
  ['a signature where a time-stamp belongs', { '01.p7s': p7s(), '01.tsr': p7s() }, invalid('kind')],
  ['a refusal of the service', { '01.p7s': p7s(), '01.tsr': tsr(2, undefined) }, invalid('refused')],
  ['granted, and no token', { '01.p7s': p7s(), '01.tsr': seq(seq(Buffer.from([2, 1, 0]))) }, invalid('structure')],
  ['a token of other content', { '01.p7s': p7s(), '01.tsr': token({ content: Buffer.from('x') }) }, invalid('structure')],
  ['not from 01', { '02.p7s': p7s() }, ['SIGNATURE_FILE_NUMBER']],
  ['from 00', { '00.p7s': p7s(), '01.p7s': p7s() }, ['SIGNATURE_FILE_NUMBER']],
  ['a number left out', { '01.p7s': p7s(), '03.p7s': p7s(), '04.p7s': p7s() }, ['SIGNATURE_FILE_NUMBER']],
  ['a time-stamp alone', { '01.tsr': tsr() }, ['SIGNATURE_TIMESTAMP_ALONE']],
  ['one digit', { '1.p7s': p7s() }, ['DOSSIER_FILE_UNLISTED']],
  ['in a folder', { 'a/01.p7s': p7s() }, ['DOSSIER_FILE_UNLISTED']],
  ['with another ending behind', { '01.p7s.exe': p7s() }, ['DOSSIER_FILE_UNLISTED']],
  ['in capitals', { '01.P7S': p7s() }, ['DOSSIER_FILE_UNLISTED']],
];

describe.each(Object.keys(FORMS))('%s', (form) => {
  const write = FORMS[form] as (beside: Beside) => string;
  test.each(ALLOWED)('allowed: %s', async (_, beside) => {
    expect(await seen(write(beside))).toEqual([[], Object.keys(beside).length]);
  });
  test.each(REFUSED)('stopped: %s', async (_, beside, codes) => {
    expect((await seen(write(beside)))[0].sort()).toEqual([...codes].sort());
  });
});

test('a name with a line feed behind is no signature', async () => {
  const [stops] = await seen(zipped(partsWith({ '01.p7s\n': p7s() })));
  expect(stops.length).toBeGreaterThan(0);
});

test('what is wrong is not called signed', async () => {
  const { findings, signatures } = await check(zipped(partsWith({ '01.p7s': JUNK })));
  expect([signatures, findings.filter(({ severity }) => severity !== 'stop').map(({ code }) => code)]).toEqual([[], ['UNSIGNED']]);
});

test('bytes of any kind are read to an answer, never to an error', () => {
  const good = p7s();
  const damaged = fc
    .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 })
    .map((edits) => edits.reduce((bytes, [place, byte]) => bytes.fill(byte, place, place + 1), Buffer.from(good)));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged), (bytes) => {
      const read = readBer(bytes);
      expect(['string', 'object']).toContain(typeof read);
    }),
    runs(2000),
  );
});
