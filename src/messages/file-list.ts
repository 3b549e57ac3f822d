/** The list of the files that a person must look at, as a text file that Notepad opens: what the screen tells of some of them, of all. */
import type { Finding } from '../model/index.ts';
import { displayedArguments } from './argument-texts.ts';
import type { Language } from './catalogues.ts';
import { eyesText as enEyesText } from './en/operation.ts';
import { eyesText } from './zh-CN/operation.ts';

type Told = Extract<Finding, { readonly code: 'FILES_NEED_EYES' }>;

export function fileListText(finding: Told, language: Language): string {
  const told = displayedArguments(finding) as Told['args'];
  return `${(language === 'en' ? enEyesText : eyesText)(told, Number.POSITIVE_INFINITY)}\n`;
}
