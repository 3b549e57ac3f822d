import type { LawCaseCodes } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';

export const lawCaseSentences: Sentences<LawCaseCodes> = {};
