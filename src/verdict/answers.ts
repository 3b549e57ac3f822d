/**
 * What a verification answers: answers apart, never one tick that hides two of them; and beside them the four tests of the
 * 电子档案移交与接收登记表 (准确性, 完整性, 可用性, 安全性), each with what was tested.
 */
import type { Code, Finding } from '../model/index.ts';
import type { ReadDossier } from './read-dossier.ts';

export interface Answers {
  /** 完整: nothing changed since it was sealed. Without paper `yes` says no more than that everything inside agrees. */
  readonly intact: 'yes' | 'no';
  /** The content against the lists inside, both ways and by both digests, and these, the index and the log against one another; not the container around it, nor what stands in signatures/. */
  readonly files: 'same' | 'differ' | 'notRead';
  /** 签署者身份: who sealed it. */
  readonly authentic: 'unsigned' | 'notChecked' | 'unknown';
  /** 规则: what schemas, lists and the law find; the documents have an answer of their own. */
  readonly inOrder: 'yes' | 'warnings' | 'no' | 'unknown' | 'notChecked';
  /** Why no rule was run, where that is no lead for another organ: a newer version made it, by its own word or by what is in it. */
  readonly because?: 'newer' | 'unknownMembers';
  /** 文书比对: the documents against the data, word for word. */
  readonly documents: 'same' | 'differ' | 'notCompared';
  /** Why they were not compared; absent where they were. */
  readonly notCompared?: NotCompared;
}

/**
 * `content`: not intact, or no index; `data`: the forms could not be read as a case; `purpose`: no dossier for the police; `newer`: made by a newer version; `pack`, `engine`: not what the index records; `fault`: the
 * comparison did not end; `browser`: a browser sets no pages.
 */
export type NotCompared = 'content' | 'data' | 'purpose' | 'newer' | Extract<Finding, { code: 'DOCUMENTS_NOT_COMPARED' }>['args']['reason'];

/** `pending`: what was tested is as it must be, and something that belongs to it was not. */
export type Quality = 'pass' | 'fail' | 'pending' | 'notChecked';

/** 准确性, 完整性, 可用性, 安全性: the rows of the register. */
export interface Qualities {
  readonly accuracy: Quality;
  readonly integrity: Quality;
  readonly usability: Quality;
  readonly safety: Quality;
}

const isBlocking = ({ severity }: Finding): boolean => severity === 'stop' || severity === 'error';
const blocking = (findings: readonly Finding[]): readonly Finding[] => findings.filter(isBlocking);

/** Paper that differs speaks of another dossier, or of an earlier log, and not of this one's content. */
const OF_PAPER: readonly Code[] = ['DOSSIER_FINGERPRINT_DIFFERS', 'DOSSIER_CUSTODY_HEAD_DIFFERS'];
/** Fields of the container around files that were read: they say nothing of what is in them. One that could not be inflated was not read. */
const OF_CONTAINER = /^ZIP(?:64)?_(?!INFLATE$)|^DOSSIER_BAG_NAME$/;
/** No list covers signatures/: what is wrong there says nothing of what the lists cover. */
const BESIDE_THE_SEAL = /^SIGNATURE_(?:FILE|TIMESTAMP)/;

type Told = Pick<Finding, 'code' | 'args'>;
/** What is only counted is of the kind that it counts. */
const codeOf = ({ code, args }: Told): string => (code === 'DOSSIER_MORE' && 'code' in args ? String(args.code) : code);

/** Does a finding speak of paper alone? */
export const ofPaper = ({ code }: Pick<Finding, 'code'>): boolean => OF_PAPER.includes(code);
/** Of files that were put beside the seal alone? */
export const besideTheSeal = (f: Told): boolean => BESIDE_THE_SEAL.test(codeOf(f));

/** Is the content not what the digests inside say? */
export function broken(check: ReadDossier): boolean {
  return !check.read || blocking(check.findings).some((f) => !ofPaper(f) && !besideTheSeal(f) && !OF_CONTAINER.test(codeOf(f)));
}

/** Findings of the row 文书比对; all others stand behind the row 规则. */
export const ofDocuments = ({ code }: Finding): boolean => /^DOCUMENTS?_/.test(code);

/** Does the dossier say itself that a newer version made it: by its format, or by the program that it names? */
export const byItsWord = ({ args }: Extract<Finding, { code: 'DOSSIER_NEWER' }>): boolean => args.format !== undefined || args.later;

/** Do members of the custody log stand among those that nobody knows? Documents print its digests, which follow from them. */
export const inTheLog = ({ args }: Extract<Finding, { code: 'DOSSIER_NEWER' }>): boolean =>
  args.members.some((member) => member.startsWith('data/custody/'));

/** `readable`: the forms of the case could be read as one. */
export function answersOf(check: ReadDossier, content: readonly Finding[], readable: boolean): Answers {
  // The law of a police dossier does not speak of a lead for the supervisory organ.
  const lead = content.some((f) => f.code === 'SUPERVISION_PACKAGE');
  const ruled = content.filter((f) => !ofDocuments(f));
  const warned = ruled.some((f) => f.severity === 'warning');
  const newer = content.find((f) => f.code === 'DOSSIER_NEWER');
  const unasked = lead || newer !== undefined;
  const inOrder = broken(check) ? 'unknown' : blocking(ruled).length > 0 ? 'no' : unasked ? 'notChecked' : warned ? 'warnings' : 'yes';
  const notCompared = whyNotCompared(check, content, lead, readable);
  return {
    intact: !check.read || blocking(check.findings).length > 0 ? 'no' : 'yes',
    files: !check.read ? 'notRead' : broken(check) ? 'differ' : 'same',
    authentic: !check.read ? 'unknown' : check.signatures.length > 0 ? 'notChecked' : 'unsigned',
    inOrder,
    ...(newer && inOrder === 'notChecked' ? { because: byItsWord(newer) ? 'newer' : 'unknownMembers' } : {}),
    documents: notCompared ? 'notCompared' : blocking(content.filter(ofDocuments)).length > 0 ? 'differ' : 'same',
    ...(notCompared ? { notCompared } : {}),
  };
}

function whyNotCompared(check: ReadDossier, content: readonly Finding[], lead: boolean, readable: boolean): NotCompared | undefined {
  if (broken(check) || !check.index) return 'content';
  if (lead) return 'purpose';
  // With members that nobody knows in the known format, the known part is compared all the same.
  const newer = content.find((f) => f.code === 'DOSSIER_NEWER');
  if (newer && (byItsWord(newer) || inTheLog(newer))) return 'newer';
  if (!readable) return 'data';
  for (const f of content) if (f.code === 'DOCUMENTS_NOT_COMPARED') return f.args.reason;
  return undefined;
}

/** Files that cannot be read or are not there: nobody can use the dossier, whole as it may be. */
const UNUSABLE: readonly Code[] = [
  'DOCUMENT_UNREADABLE',
  'DOCUMENT_ABSENT',
  'LISTED_EVIDENCE_ABSENT',
  'FORM_MISSING',
  'DOSSIER_FILE_MISSING',
  'DOSSIER_READ_FAILED',
];
/** Names and kinds of entries that may harm whoever unpacks them, and what must not leave the house. */
const UNSAFE =
  /^(?:DOSSIER_NAME|DOSSIER_NOT_REGULAR|DOSSIER_TOO_DEEP|DOSSIER_FILE_AND_FOLDER|DOSSIER_TOO_MANY|ZIP_NOT_REGULAR|ZIP_NAME|ZIP_BOMB|ZIP_RATIO|ZIP_OVERLAP|INTERNAL_PRESENT)/;

export interface Looked {
  readonly answers: Answers;
  /** The list of evidence was held against the files. */
  readonly listed: boolean;
  /** The fingerprint given from paper is the one found. */
  readonly onPaper: boolean;
}

export function qualitiesOf(check: ReadDossier, content: readonly Finding[], { answers, listed, onPaper }: Looked): Qualities {
  const wrong = blocking([...check.findings, ...content]);
  const tell = (failed: boolean, looked: boolean): Quality => (failed ? 'fail' : looked ? 'pass' : 'notChecked');
  const unusable = wrong.some((f) => UNUSABLE.includes(f.code));
  const unsafe = wrong.some((f) => UNSAFE.test(f.code));
  const inaccurate = blocking(content).some((f) => !UNUSABLE.includes(f.code) && !UNSAFE.test(f.code));
  const accuracy = tell(inaccurate, listed);
  return {
    accuracy: accuracy === 'pass' && answers.documents === 'notCompared' ? 'pending' : accuracy,
    integrity: answers.files === 'notRead' ? 'notChecked' : integrityOf(answers.intact, onPaper),
    usability: tell(check.read && unusable, listed),
    safety: tell(unsafe, listed),
  };
}

/** Whoever has everything can seal everything again: only paper says that this is what was sealed. */
export const integrityOf = (intact: Answers['intact'], onPaper: boolean): Quality =>
  intact === 'no' ? 'fail' : onPaper ? 'pass' : 'pending';
