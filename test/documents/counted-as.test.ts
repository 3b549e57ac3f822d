/** What the number of records was counted of is printed, also where the list has a name of its own for the format. */
import { expect, test } from 'vitest';
import { fixedItems } from '../../src/documents/views/fixed-files.ts';
import type { CustodyEvent } from '../../src/model/index.ts';
import { goodCase } from '../law/fixture.ts';

const WITH_LOG = 'SQLite（含 -wal 里已提交的内容）';

function noteOf(listed: string | undefined, found: string): string | undefined {
  const case_ = goodCase();
  const [item] = case_.evidence.evidence;
  if (!item) throw new Error('the fixture has evidence');
  const path = 'chat.db';
  const event = {
    action: 'collect',
    digests: [{ path, sha256: 'a'.repeat(64), content: { format: found, tables: [{ name: 'm', rows: 10 }] } }],
  };
  const file = { path, ...(listed === undefined ? {} : { format: listed }) };
  const items = fixedItems([{ ...item, files: [file] }], { case: case_, custody: { events: [event as unknown as CustodyEvent] } });
  return items[0]?.files[0]?.note;
}

test.each([
  ['the list calls it otherwise', '微信数据库', WITH_LOG, `记录数按${WITH_LOG}计`],
  ['the list calls it nothing', undefined, WITH_LOG, ''],
  ['the list says the same', WITH_LOG, WITH_LOG, ''],
  ['nothing is to be said', '数据库', 'SQLite', ''],
  ['an encoding alone', 'CSV', 'CSV（UTF-8）', ''],
])('%s', (_, listed, found, note) => expect(noteOf(listed, found)).toBe(note));
