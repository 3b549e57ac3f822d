/** A finding for whoever was handed the dossier: what its maker should do is asked of the maker, never of the reader. */
import type { Finding } from '../model/index.ts';
import { type Language, sentenceOf, uiOf } from './catalogues.ts';
import type { Sentence } from './sentence.ts';
import { caseSentences } from './zh-CN/case.ts';
import { collectSentences } from './zh-CN/collect.ts';
import { custodySentences } from './zh-CN/custody.ts';
import { documentSentences } from './zh-CN/document.ts';
import { exhibitSentences } from './zh-CN/exhibit.ts';
import { lawSentences } from './zh-CN/law.ts';
import { lawCaseSentences } from './zh-CN/law-case.ts';
import { lawEvidenceSentences } from './zh-CN/law-evidence.ts';
import { scanSentences } from './zh-CN/scan.ts';

/** Rooms that speak to whoever fills in a case folder. */
const TO_THE_MAKER: ReadonlySet<string> = new Set([
  ...[caseSentences, collectSentences, custodySentences, documentSentences, exhibitSentences].flatMap((room) => Object.keys(room)),
  ...[lawSentences, lawCaseSentences, lawEvidenceSentences].flatMap((room) => Object.keys(room)),
  ...Object.keys(scanSentences),
]);

/** What the receiver must do, whoever made it so: stop, before somebody is named who must not be. */
const TO_BOTH: ReadonlySet<string> = new Set(['INTERNAL_PRESENT']);

/** Is it the sending bureau's to mend? */
export function isMakersToMend({ code, rule }: Pick<Finding, 'code' | 'rule'>): boolean {
  return !TO_BOTH.has(code) && (rule !== undefined || TO_THE_MAKER.has(code));
}

/** A remark asks nothing of anybody. */
export function receivedSentence(finding: Finding, language: Language): Sentence {
  const sentence = sentenceOf(finding, language);
  if (!isMakersToMend(finding)) return sentence;
  const { hint: _, ...rest } = sentence;
  return finding.severity === 'info' ? rest : { ...rest, hint: uiOf(language).askMaker };
}
