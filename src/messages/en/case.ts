import type { CaseCodes } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';

export const caseSentences: Sentences<CaseCodes> = {};
