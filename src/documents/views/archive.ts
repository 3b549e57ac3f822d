/** What the paper file is bound with: 案卷封面, 卷内文件目录, 卷内备考表 (GB/T 9705-2008); one page or more a volume. */
import { type Archive, chineseDay, chineseNumber, type Day, fault } from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { type Volume, type VolumeRow, volumesOf } from '../volumes.ts';
import { asCase, day, sentences, text } from './common.ts';
import { suspectNames } from './people.ts';

function bound({ case: forms, paper, pack }: RenderInput, title: string): { volumes: readonly Volume[]; archive: Archive } {
  if (!paper) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'paper' });
  return { volumes: volumesOf(forms, paper, pack.pack), archive: forms.correspondence?.archive ?? {} };
}

/** `卷二　书证卷（第1册）` */
function nameOf({ index, name, part }: Volume): string {
  return `卷${chineseNumber(index + 1)}　${name}${part === undefined ? '' : `（第${part}册）`}`;
}

const known = (count: number | undefined): string | null => (count === undefined ? null : String(count));

export function coverView(input: RenderInput, title: string): object {
  const { case: main } = input.case;
  const { volumes, archive } = bound(input, title);
  return {
    volumes: volumes.map((volume, i) => ({
      fonds: text(archive.fonds),
      category: text(archive.category),
      caseName: asCase(main.name),
      caseNo: main.caseNo,
      name: nameOf(volume),
      agency: main.sender.name,
      parties: main.parties.map((p) => p.name).join('、'),
      suspects: suspectNames(input.case),
      period: daysOf(volume.rows),
      retention: text(archive.retention),
      secrecy: text(archive.secrecy),
      items: String(volume.rows.length),
      pages: known(volume.pages),
      total: String(volumes.length),
      seq: String(i + 1),
      archiveNo: text(archive.archiveNo),
      fileNo: text(archive.fileNo),
      compiler: text(archive.compiler),
      inspector: text(archive.inspector),
    })),
  };
}

/** From the earliest to the latest day of what is bound. */
function daysOf(rows: readonly VolumeRow[]): string | null {
  const days = rows.flatMap(({ date }) => date ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? chineseDay(first) : `${chineseDay(first)}至${chineseDay(last)}`;
}

export function contentsView(input: RenderInput, title: string): object {
  const { case: main } = input.case;
  const { volumes, archive } = bound(input, title);
  return {
    volumes: volumes.map((volume) => ({
      name: nameOf(volume),
      caseName: asCase(main.name),
      caseNo: main.caseNo,
      archiveNo: text(archive.archiveNo),
      rows: volume.rows.map(({ docNo, author, title: name, date, from, to, remark }, i) => ({
        seq: String(i + 1),
        docNo,
        author,
        title: name,
        date: date === undefined ? '' : eightDigits(date),
        page: from === undefined ? '' : to === undefined || to === from ? String(from) : `${from}—${to}`,
        remark,
      })),
    })),
  };
}

/** `20260812` (DA/T 22). */
const eightDigits = (date: Day): string => date.replaceAll('-', '');

export function notesView(input: RenderInput, title: string): object {
  const { case: main } = input.case;
  const { volumes, archive } = bound(input, title);
  return {
    volumes: volumes.map((volume) => ({
      name: nameOf(volume),
      caseName: asCase(main.name),
      caseNo: main.caseNo,
      archiveNo: text(archive.archiveNo),
      items: String(volume.rows.length),
      pages: known(volume.pages),
      remarks: volume.rows.filter(({ remark }) => remark !== '').map(({ title: name, remark }) => `${name}：${remark}`),
      note: archive.note === undefined ? [] : sentences(archive.note),
      compiler: text(archive.compiler),
      inspector: text(archive.inspector),
      compiledOn: day(archive.compiledOn),
    })),
  };
}
