/** Evidence of words by what it is: a cell that calls it 书证 makes no document of a statement (刑事诉讼法 art. 54(2)). */
import { type Case, EVIDENCE_KINDS, type EvidenceItem, type InterviewRecord, nameKey } from '../../model/index.ts';
import { itemsOf, proofsOf } from './links.ts';
import { suspectOf } from './people.ts';

/** Papers that hold what somebody said. */
export const SAID = /(?:询问|讯问|谈话|调查)笔录|证言|证词|供述|陈述|自书材料/u;
/** In a title 陈述 may also be what a document speaks of. */
const SAID_IN_TITLE = /(?:询问|讯问|谈话)笔录|证言|证词|供述|陈述(?:书|材料|笔录|$|\()/u;
/** Papers about statements, not statements. */
const ABOUT = /(?:告知书|通知书|回证|目录|清单|表|登记簿)$/u;
/** A recording of an interview is audiovisual material of its own (解释 art. 108). */
export const RECORDED = /\.(?:mp4|m4v|mov|avi|mkv|wmv|flv|mpe?g|mp3|m4a|wav|wma|amr|aac|ogg|flac)$/iu;

export interface Misnamed {
  readonly item: EvidenceItem;
  readonly at: string;
  /** `false`: it names interviews only, and could be a document that was handed over during one. */
  readonly certain: boolean;
}

export const isWords = (item: EvidenceItem): boolean => EVIDENCE_KINDS[item.kind].admissibility === 'C';

/** Items that hold words and say another kind. */
export function misnamedWords(c: Case): readonly Misnamed[] {
  const papers = new Set(c.records.interviews.flatMap((r) => r.paper ?? []));
  const lists = new Map(proofsOf(c).map((p) => [p.record.recordNo, p.list]));
  return itemsOf(c).flatMap(({ item, at }): readonly Misnamed[] => {
    if (isWords(item) || isRecording(item)) return [];
    if (papers.has(item.evidenceNo) || titled(item)) return [{ item, at, certain: true }];
    const named = (item.records ?? []).map((no) => lists.get(no));
    const asked = named.length > 0 && item.files.length > 0 && named.every((list) => list === 'interviews');
    return asked && !item.docType.includes('照片') ? [{ item, at, certain: false }] : [];
  });
}

function isRecording({ kind, files }: EvidenceItem): boolean {
  return (kind === '视听资料' || kind === '电子数据') && files.length > 0 && files.every((f) => RECORDED.test(f.path));
}

function titled({ docType, title }: EvidenceItem): boolean {
  const [type, name] = [nameKey(docType), nameKey(title)];
  const about = ABOUT.test(name.replace(/\([^()]*\)$/u, ''));
  return (SAID.test(type) && !ABOUT.test(type)) || (SAID_IN_TITLE.test(name) && !about);
}

/** Numbers of all that are words, whatever their kind says. */
export function wordsIn(c: Case): ReadonlySet<string> {
  return new Set([...c.evidence.evidence.filter(isWords), ...misnamedWords(c).map((m) => m.item)].map((e) => e.evidenceNo));
}

/** The suspect whose words an item is; undefined where it holds those of another too, or nobody is known. */
export function suspectSpeaking(c: Case, item: EvidenceItem): string | undefined {
  const interviews = c.records.interviews.filter((r) => ofItem(r, item));
  const said = interviews.map((r) => suspectOf(c, r.interviewee)?.name);
  if (said.length > 0) return said.includes(undefined) ? undefined : said[0];
  const title = nameKey(item.title);
  return c.case.suspects.find(({ name }) => {
    const key = nameKey(name);
    return nameKey(item.author) === key || nameKey(item.source) === key || title.includes(`(${key})`);
  })?.name;
}

const ofItem = (r: InterviewRecord, { evidenceNo, records }: EvidenceItem): boolean =>
  r.paper === evidenceNo || records?.includes(r.recordNo) === true;
