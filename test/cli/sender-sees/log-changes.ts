/** Changes of the custody log: of its lines by hand, and events added as the program adds them. */
import { CUSTODY_ACTION_NAMES, CUSTODY_ACTIONS, type CustodyEvent } from '../../../src/model/index.ts';
import type { Random } from '../../fuzz/random.ts';
import type { CaseFolder } from './folder.ts';

/** Runs a command as of a time. */
export type Run = (...argv: string[]) => Promise<unknown>;

const PEOPLE = ['陶书衡', '祝云舟', '简一宁', '季怀远', '示例市示范县公安局', '示例市示范县某某医院', '示例市示范县医疗保障局'] as const;
const PLACES = ['示例市示范县医疗保障局证据柜', '示例市示范县公安局', '某某医院病案室'] as const;
const TIMES = [
  '2026-04-20T10:40+08:00',
  '2026-04-22T12:00+08:00',
  '2026-05-06T09:00+08:00',
  '2026-06-08T08:40+08:00',
  '2026-06-10T09:00+08:00',
];

/** One member of an event otherwise. */
function otherwise(rng: Random, e: CustodyEvent, all: readonly CustodyEvent[]): CustodyEvent {
  const other = rng.pick(all);
  switch (rng.below(12)) {
    case 0:
      return { ...e, at: rng.pick(TIMES) };
    case 1:
      return { ...e, items: other.items };
    case 2:
      return { ...e, by: e.by.slice(0, 1) };
    case 3:
      return { ...e, from: rng.pick(PEOPLE) };
    case 4:
      return { ...e, to: rng.pick(PEOPLE) };
    case 5:
      return { ...e, place: rng.pick(PLACES) };
    case 6:
      return { ...e, sealBefore: `FX-00${rng.below(40)}` };
    case 7:
      return { ...e, sealAfter: `FX-00${rng.below(40)}` };
    case 8:
      return { ...e, action: rng.pick(CUSTODY_ACTIONS) };
    case 9:
      return { ...e, recordedAt: rng.pick(TIMES), record: rng.pick(['T-1', 'J-1', 'K-1', 'Q-9']) };
    case 10: {
      const [first, ...rest] = e.digests ?? [];
      return first ? { ...e, digests: rng.chance(2) ? rest : [...rest, { ...first, sha256: '0'.repeat(64) }] } : { ...e, note: '补记' };
    }
    default:
      return { ...e, by: other.by, note: '代记' };
  }
}

/** Lines of the log by hand: most of those who do that link the log anew. */
export function changeLog(folder: CaseFolder, rng: Random): string {
  const lines = folder.log();
  const events = folder.events();
  if (lines.length === 0 || events.length === 0) return 'no log';
  const at = rng.below(events.length);
  const linked = !rng.chance(4);
  const write = (list: readonly CustodyEvent[]): void => {
    if (linked) folder.writeEvents(list);
    else folder.writeLog(list.map((e) => JSON.stringify(e)));
  };
  const how = linked ? ', linked anew' : '';
  switch (rng.below(7)) {
    case 0:
      write(events.filter((_, i) => i !== at));
      return `line ${at + 1} of the log removed${how}`;
    case 1: {
      const moved = [...events];
      const [one] = moved.splice(at, 1);
      if (one) moved.splice(rng.below(events.length), 0, one);
      write(moved);
      return `line ${at + 1} of the log elsewhere${how}`;
    }
    case 2:
      if (rng.chance(4)) folder.remove('custody.jsonl');
      else folder.writeLog(lines.slice(0, at));
      return `the log cut off before line ${at + 1}`;
    default: {
      const event = events[at] as CustodyEvent;
      const changed = otherwise(rng, event, events);
      write(events.map((e, i) => (i === at ? changed : e)));
      return `line ${at + 1} of the log changed${how}: ${JSON.stringify(changed).slice(0, 300)}`;
    }
  }
}

/** `mbpack custody --add`, whatever it answers. */
export async function addEvent(folder: CaseFolder, rng: Random, run: Run): Promise<string> {
  const item = rng.pick(['Z-01', 'Z-02', 'Z-03', 'Z-07']);
  const action = rng.pick(Object.values(CUSTODY_ACTION_NAMES));
  const some = (name: string, values: readonly string[]): string[] => (rng.chance(2) ? [name, rng.pick(values)] : []);
  const argv = [
    'custody',
    folder.dir,
    item,
    ...['--add', action, '--by', '甲', '--by', '丙', '--at', '2026-06-08T16:00+08:00'],
    ...some('--to', PEOPLE),
    ...some('--place', PLACES),
    ...some('--seal-before', ['FX-0031', 'FX-0032']),
    ...some('--seal-after', ['FX-0031', 'FX-0040']),
    ...some('--note', ['经核对']),
    ...some('--media-no', ['范医光2026-03-C']),
  ];
  await run(...argv);
  return argv.slice(2).join(' ');
}

/** `mbpack collect`, whatever it answers. */
export async function collectAgain(folder: CaseFolder, rng: Random, run: Run): Promise<string> {
  const argv = [
    'collect',
    folder.dir,
    '--by',
    '甲',
    '--by',
    '乙',
    '--at',
    '2026-06-08T17:00+08:00',
    ...(rng.chance(2) ? ['--write-list'] : []),
  ];
  await run(...argv);
  return `collect ${argv.slice(2).join(' ')}`;
}
