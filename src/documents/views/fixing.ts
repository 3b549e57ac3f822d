/** 《固定清单》: what one run of `mbpack collect` took, and the head of the chain that it made. */
import { type Case, type CustodyEvent, chineseInstant, fault } from '../../model/index.ts';
import type { FixingData } from '../input.ts';
import { asCase } from './common.ts';
import { type FixedItem, fixedView } from './fixed-files.ts';
import { givers } from './givers.ts';
import { padded, span } from './record-parts.ts';

export function fixingView(forms: Case, fixing: FixingData | undefined, title: string): object {
  if (!fixing) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'fixing' });
  const { case: main } = forms;
  const { events } = fixing;
  const numbers = events.map((e) => e.seq);
  return {
    agency: main.sender.name,
    caseName: main.name === '' ? null : asCase(main.name),
    caseNo: main.caseNo,
    cause: main.cause,
    at: span(events.map((e) => e.at)),
    places: distinct(events.map((e) => e.place)),
    people: padded(people(events)),
    origins: distinct(events.map((e) => e.from)),
    givers: givers(forms, distinct(events.map((e) => e.from))),
    methods: distinct(events.map((e) => e.method)),
    tools: distinct(events.map((e) => e.tool)),
    systems: distinct(events.map((e) => e.system)),
    records: distinct(events.map((e) => e.record)),
    events: events.map(eventView),
    lines: numbers.length > 1 ? `第${numbers[0]}条至第${numbers.at(-1)}条` : `第${numbers[0] ?? '—'}条`,
    chainHead: fixing.chainHead,
    chainLine: fixing.chainLine === undefined ? '　　' : String(fixing.chainLine),
    list: fixedView(filesByItem(forms, fixing)),
  };
}

function eventView(event: CustodyEvent): object {
  return {
    seq: String(event.seq),
    at: chineseInstant(event.at),
    late:
      event.recordedAt === undefined || chineseInstant(event.recordedAt) === chineseInstant(event.at)
        ? null
        : chineseInstant(event.recordedAt),
    items: event.items.join('、'),
    people: event.by.map((p) => p.name).join('、'),
    place: event.place ?? '',
    seal: event.sealAfter ?? '',
    note: event.note ?? '',
  };
}

function filesByItem(forms: Case, { events, files }: FixingData): readonly FixedItem[] {
  const numbers = distinct([...events.flatMap((e) => e.items), ...files.map((f) => f.evidenceNo)]);
  const items = new Map(forms.evidence.evidence.map((e) => [e.evidenceNo, e]));
  const byItem = new Map<string, FixingData['files'][number][]>();
  for (const file of files) {
    const own = byItem.get(file.evidenceNo);
    if (own) own.push(file);
    else byItem.set(file.evidenceNo, [file]);
  }
  return numbers.map((evidenceNo) => {
    const own = byItem.get(evidenceNo) ?? [];
    const item = items.get(evidenceNo);
    return {
      evidenceNo,
      title: own[0]?.title ?? item?.title ?? '',
      category: item?.dataCategory ?? item?.docType ?? '',
      source: item?.source ?? '',
      note: own.length === 0 ? '实物，无电子文件' : '',
      files: own.map(({ path, size, sha256, sm3, content }) => ({ path, size, sha256, sm3, content, format: content?.format })),
    };
  });
}

function people(events: readonly CustodyEvent[]): { readonly name: string; readonly certNo: string }[] {
  const found = new Map(events.flatMap((e) => e.by).map(({ name, certNo }) => [`${name} ${certNo ?? ''}`, { name, certNo: certNo ?? '' }]));
  return [...found.values()];
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((v) => v !== undefined && v !== ''))] as string[];
}
