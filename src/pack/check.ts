/** What the schema of pack.json cannot say: names that must exist, patterns that must end, tables that must rise. Every fault at its place. */
import type { Positions } from '../case/index.ts';
import {
  DEPARTMENTS,
  DOCUMENT_IDS,
  DOCUMENTS_OPTIONAL,
  type Finding,
  FUND_TYPES,
  finding,
  INTERNAL_VIEWS,
  isKnownDocument,
  isSafePattern,
  nearest,
  type PackDocument,
  type TemplatePack,
} from '../model/index.ts';
import {
  behaviourProblem,
  calendarProblem,
  nameProblem,
  narrativeProblem,
  offenceProblem,
  type Problem,
  severityProblem,
  thresholdProblem,
} from './check-data.ts';
import { localFieldFaults } from './check-fields.ts';

/** A pack as its own file has it: with a parent, parts may be left out, of a document too. */
export type OwnPack = Partial<Omit<TemplatePack, 'documents' | 'periods'>> &
  Pick<TemplatePack, 'id' | 'version' | 'title'> & {
    readonly documents?: readonly (Partial<PackDocument> & Pick<PackDocument, 'id'>)[];
    readonly periods?: Partial<TemplatePack['periods']>;
  };

export function packFaults(pack: OwnPack, positions: Positions): readonly Finding[] {
  const found: Finding[] = [];
  const invalid = (pointer: string, expected: string): void => {
    const field = pointer.slice(1).replaceAll('/', '.');
    found.push(finding('PACK_INVALID', 'stop', { field, expected }, { at: positions.valueAt(pointer) }));
  };
  for (const [i, document] of (pack.documents ?? []).entries()) found.push(...documentFaults(pack, document, `/documents/${i}`, positions));
  if (pack.docNoPattern !== undefined && !isSafePattern(pack.docNoPattern))
    found.push(finding('PACK_PATTERN_UNSAFE', 'stop', { field: 'docNoPattern' }, { at: positions.valueAt('/docNoPattern') }));
  for (const [i, id] of (pack.omit ?? []).entries()) {
    const at = positions.valueAt(`/omit/${i}`);
    if (isKnownDocument(id) && !DOCUMENTS_OPTIONAL.includes(id))
      found.push(finding('PACK_DOCUMENT_REQUIRED', 'stop', { document: id }, { at }));
  }
  for (const [name, period] of Object.entries(pack.periods ?? {}))
    if (period?.unit === 'hour' && period.count !== undefined) invalid(`/periods/${name}/count`, '按小时的期限不写 count');
  if (pack.extends === undefined)
    for (const name of ['approve', 'transfer'] as const)
      if (pack.periods && !pack.periods[name]) invalid(`/periods/${name}`, '{ length, unit, basis }');
  const tables: readonly (readonly [string, Problem | undefined])[] = [
    ['/thresholds', thresholdProblem(pack.thresholds)],
    ['/calendar', calendarProblem(pack.calendar)],
    ['/behaviours', behaviourProblem(pack.behaviours)],
    ['/narratives', narrativeProblem(pack.narratives, pack.behaviours)],
    ['/offences', offenceProblem(pack.offences)],
    ['/funds', nameProblem(pack.funds, FUND_TYPES)],
    ['/departments', nameProblem(pack.departments, DEPARTMENTS)],
    ['/severities', severityProblem(pack.severities)],
  ];
  for (const [table, problem] of tables) if (problem) invalid(`${table}${problem.pointer}`, problem.expected);
  return [...found, ...localFieldFaults(pack.fields ?? {}, positions)];
}

function* documentFaults(pack: OwnPack, document: NonNullable<OwnPack['documents']>[number], pointer: string, positions: Positions) {
  const at = (member: string) => ({ at: positions.valueAt(`${pointer}/${member}`) });
  const invalid = (member: string, expected: string): Finding =>
    finding('PACK_INVALID', 'stop', { field: `${pointer.slice(1).replaceAll('/', '.')}.${member}`, expected }, at(member));
  const { id, view, place, internal } = document;
  const twice = pack.documents?.find((d) => d.id === id);
  if (twice !== document) yield invalid('id', '每种文书只列一次');
  if (!isKnownDocument(id) && !id.startsWith('x-')) {
    yield finding('PACK_NAME_UNKNOWN', 'stop', { field: 'documents', name: id, nearest: nearest(id, DOCUMENT_IDS) ?? '' }, at('id'));
    return;
  }
  if (isKnownDocument(id)) {
    if (view !== undefined) yield invalid('view', '只有新增的文书（x-）写 view');
    if (place !== undefined) yield invalid('place', '只有新增的文书（x-）写 place');
    if (internal !== undefined && internal !== INTERNAL_VIEWS.includes(id)) yield invalid('internal', '不能改变已有文书是否内卷');
    if (pack.extends === undefined && INTERNAL_VIEWS.includes(id) && internal !== true) yield invalid('internal', 'true');
  } else {
    if (internal !== undefined) yield invalid('internal', '新增的文书写 place: internal');
    // 内卷 (approval, reasons, 法制审核) never goes out, whatever a pack says.
    if (view !== undefined && INTERNAL_VIEWS.includes(view) && place !== 'internal') yield invalid('place', 'internal');
  }
}
