/**
 * What a verification answers: three answers apart, never one tick that hides two of them; and beside them the four tests
 * that receivers of electronic archives know (四性: DA/T 70-2018).
 */
import type { Code, Finding } from '../model/index.ts';
import type { ReadDossier } from './read-dossier.ts';

export interface Answers {
  /** 完整: nothing changed since it was sealed. */
  readonly intact: 'yes' | 'no';
  /** 签署者身份: who sealed it. */
  readonly authentic: 'unsigned' | 'notChecked' | 'unknown';
  /** 规则检查结果: what schemas, comparison and the law find. */
  readonly inOrder: 'yes' | 'warnings' | 'no' | 'unknown' | 'notChecked';
  /** Why nothing was checked, where that is no lead for another organ: a newer version made it, by its own word or by what is in it. */
  readonly because?: 'newer' | 'unknownMembers';
  /** Were the documents compared with the data, word for word? */
  readonly documents: 'compared' | 'notCompared';
}

export type Quality = 'pass' | 'fail' | 'notChecked';

/** 真实性, 完整性, 可用性, 安全性. */
export interface Qualities {
  readonly authenticity: Quality;
  readonly integrity: Quality;
  readonly usability: Quality;
  readonly safety: Quality;
}

const blocking = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((f) => f.severity === 'stop' || f.severity === 'error');

/** Is the content not what the digests inside say? A fingerprint that differs speaks of another dossier, not of this one's content. */
export function broken(check: ReadDossier): boolean {
  return !check.read || blocking(check.findings).some((f) => f.code !== 'DOSSIER_FINGERPRINT_DIFFERS');
}

export function answersOf(check: ReadDossier, content: readonly Finding[]): Answers {
  // The law of a police dossier does not speak of a lead for the supervisory organ.
  const lead = content.some((f) => f.code === 'SUPERVISION_PACKAGE');
  const warned = content.some((f) => f.severity === 'warning');
  const newer = content.find((f) => f.code === 'DOSSIER_NEWER');
  const unasked = lead || newer !== undefined;
  const inOrder = broken(check) ? 'unknown' : blocking(content).length > 0 ? 'no' : unasked ? 'notChecked' : warned ? 'warnings' : 'yes';
  const compared = !broken(check) && check.index !== undefined && !unasked && !content.some((f) => f.code === 'DOCUMENTS_NOT_COMPARED');
  return {
    intact: !check.read || blocking(check.findings).length > 0 ? 'no' : 'yes',
    authentic: !check.read ? 'unknown' : check.signatures.length > 0 ? 'notChecked' : 'unsigned',
    inOrder,
    ...(newer && inOrder === 'notChecked'
      ? { because: newer.args.format !== undefined || newer.args.later ? 'newer' : 'unknownMembers' }
      : {}),
    documents: compared ? 'compared' : 'notCompared',
  };
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
  /^(?:DOSSIER_NAME|DOSSIER_NOT_REGULAR|DOSSIER_FILE_AND_FOLDER|DOSSIER_TOO_MANY|ZIP_NOT_REGULAR|ZIP_NAME|ZIP_ENCRYPTED|ZIP_BOMB|ZIP_RATIO|ZIP_OVERLAP|INTERNAL_PRESENT|INFORMANT_)/;

export interface Looked {
  readonly answers: Answers;
  /** The list of evidence was held against the files. */
  readonly listed: boolean;
  /** The rules were asked what must not leave the house. */
  readonly ruled: boolean;
}

export function qualitiesOf(check: ReadDossier, content: readonly Finding[], { answers, listed, ruled }: Looked): Qualities {
  const wrong = blocking([...check.findings, ...content]);
  const tell = (failed: boolean, looked: boolean): Quality => (failed ? 'fail' : looked ? 'pass' : 'notChecked');
  return {
    authenticity: 'notChecked',
    integrity: answers.intact === 'yes' ? 'pass' : 'fail',
    usability: tell(check.read && wrong.some((f) => UNUSABLE.includes(f.code)), listed),
    safety: tell(
      wrong.some((f) => UNSAFE.test(f.code)),
      ruled,
    ),
  };
}
