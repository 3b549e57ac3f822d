/** The shape of pack.json. The full description with titles stands in schemas/pack.schema.json. */
import { DOCUMENT_IDS, fault, PERIOD_IDS, type TemplatePack } from '../model/index.ts';
import { calendarProblem, thresholdProblem } from './check-data.ts';

const ID = /^[a-z][a-z0-9-]{0,39}$/;
const VERSION = /^\d+\.\d+\.\d+$/;
const COUNTS: readonly unknown[] = ['calendar', 'rollover', 'workday'];
const TEMPLATE = /^[a-z][a-z0-9-]*\.hbs$/;

export function isPackId(id: string): boolean {
  return ID.test(id);
}

/** Fault PACK_INVALID names the first field that is not as it should be. A pack that extends another may leave parts out. */
export function checkPack(value: unknown, file: string): Partial<TemplatePack> & Pick<TemplatePack, 'id' | 'version' | 'title'> {
  const need = (ok: boolean, field: string, expected: string): void => {
    if (!ok) throw fault('PACK_INVALID', 2, { field, expected }, { at: { file } });
  };
  need(isObject(value), 'pack.json', '{ }');
  const pack = value as Record<string, unknown>;
  const inherits = pack.extends !== undefined;
  need(typeof pack.id === 'string' && ID.test(pack.id), 'id', ID.source);
  need(typeof pack.version === 'string' && VERSION.test(pack.version), 'version', '1.0.0');
  need(typeof pack.title === 'string' && pack.title !== '', 'title', '文字');
  need(!inherits || (typeof pack.extends === 'string' && ID.test(pack.extends)), 'extends', ID.source);
  need(Array.isArray(pack.documents) || (inherits && pack.documents === undefined), 'documents', '[ ]');
  for (const [i, entry] of ((pack.documents ?? []) as unknown[]).entries()) {
    const document = isObject(entry) ? entry : {};
    need((DOCUMENT_IDS as readonly unknown[]).includes(document.id), `documents[${i}].id`, DOCUMENT_IDS.join(' '));
    need(typeof document.title === 'string' && document.title !== '', `documents[${i}].title`, '文字');
    need(typeof document.template === 'string' && TEMPLATE.test(document.template), `documents[${i}].template`, TEMPLATE.source);
    need(document.internal === undefined || typeof document.internal === 'boolean', `documents[${i}].internal`, 'true / false');
  }
  need(isPattern(pack.docNoPattern) || (inherits && pack.docNoPattern === undefined), 'docNoPattern', '正则表达式');
  if (pack.periods !== undefined || !inherits) {
    const periods = isObject(pack.periods) ? pack.periods : {};
    for (const name of [...(inherits ? [] : ['approve', 'transfer']), ...Object.keys(periods)]) {
      need((PERIOD_IDS as readonly string[]).includes(name), `periods.${name}`, PERIOD_IDS.join(' '));
      need(
        isPeriod(periods[name]),
        `periods.${name}`,
        '{ length, unit: hour / day, count: calendar / rollover / workday, basis: { document, article } }',
      );
    }
  }
  const pairs = pack.levelPairs;
  const pairsFit =
    Array.isArray(pairs) && pairs.every((p) => isObject(p) && typeof p.sender === 'string' && typeof p.recipient === 'string');
  need(pairsFit || (inherits && pairs === undefined), 'levelPairs', '[ { sender, recipient } ]');
  const pages = pack.maxPagesPerVolume;
  need(pages === undefined || (Number.isSafeInteger(pages) && Number(pages) > 0), 'maxPagesPerVolume', '200');
  const share = pack.nearShare;
  need(share === undefined || (typeof share === 'string' && /^0\.\d{1,2}$/.test(share)), 'nearShare', '0.80');
  for (const [field, problem] of [
    ['thresholds', thresholdProblem(pack.thresholds)],
    ['calendar', calendarProblem(pack.calendar)],
  ] as const)
    need(problem === undefined, `${field}${problem?.field ?? ''}`, problem?.expected ?? '');
  return value as TemplatePack;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 200) return false;
  try {
    return new RegExp(value, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function isPeriod(value: unknown): boolean {
  if (!isObject(value) || !isObject(value.basis)) return false;
  const { length, unit, basis, count } = value;
  return (
    Number.isSafeInteger(length) &&
    Number(length) > 0 &&
    (unit === 'hour' || unit === 'day') &&
    (count === undefined || (unit === 'day' && COUNTS.includes(count))) &&
    typeof basis.document === 'string' &&
    typeof basis.article === 'string'
  );
}
