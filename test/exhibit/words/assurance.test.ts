/** docs/reference/assurance.md tells of each format what is read and what goes to human eyes: every row of text formats is tried here. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { searched, TELLING } from './searched.ts';

const base64 = Buffer.from(TELLING).toString('base64');
const escaped = [...TELLING].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const points = [...TELLING].map((char) => `&#${char.charCodeAt(0)};`).join('');
const picture = `iVBORw0KGgo${'Ab3'.repeat(1200)}`;
const head = 'From: a@example.invalid\nMIME-Version: 1.0\n';

/** For each row that is proved here: a file of which all is read, and one that is named, with the reason. */
const ROWS: Readonly<Record<string, readonly [read: string | Uint8Array, named: string | Uint8Array, why: string]>> = {
  '文本、CSV': [TELLING, Buffer.from(`${'a'.repeat(70_000)}\xff\xff\xff`, 'latin1'), 'encoding'],
  '电子邮件、邮箱文件、单个文件的网页': [
    `${head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64}`,
    `${head}Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\nUEsDBP8A/wA=`,
    'embedded',
  ],
  'HTML、XML': [`<p>${points}</p>`, `<img src="data:image/png;base64,${picture}">`, 'picture'],
  'JSON、NDJSON、程序': [`{"a":"${escaped}"}`, `{"a":"${Buffer.from(picture).toString('base64').slice(0, 8)}${picture}"}`, 'embedded'],
  RTF: [
    `{\\rtf1 ${escaped.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => `\\u${Number.parseInt(hex, 16)}?`)}}`,
    '{\\rtf1 {\\pict 00}}',
    'picture',
  ],
  '通讯录、日历（vCard、iCalendar）': [
    `BEGIN:VCARD\nNOTE:${TELLING.slice(0, 8)}\n ${TELLING.slice(8)}\nEND:VCARD`,
    `BEGIN:VCARD\nPHOTO:${picture}\nEND:VCARD`,
    'picture',
  ],
};
/** Proved where their readers are. */
const ELSEWHERE = ['PDF', '工作簿、Word、演示文稿、zip', 'SQLite', '图片', '录音、录像、程序和其他格式'];

test.each(Object.entries(ROWS))('%s', async (_, [read, named, why]) => {
  expect(await searched(read)).toMatchObject({ found: expect.arrayContaining(['reporting', '举报人电话']), unread: [] });
  expect((await searched(named)).unread.map((unread) => unread.why)).toContain(why);
});

test('the table has these rows and no others', () => {
  const [, section = ''] = readFileSync('docs/reference/assurance.md', 'utf8').split(/^## 查找举报人.*$/m);
  const rows =
    section
      .split(/^## /m)[0]
      ?.match(/^\| (?!格式|---)([^|]+?) \|/gm)
      ?.map((row) => row.slice(2, -2)) ?? [];
  expect(rows.sort()).toEqual([...Object.keys(ROWS), ...ELSEWHERE].sort());
});
