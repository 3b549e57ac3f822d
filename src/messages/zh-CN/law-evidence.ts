import type { LawEvidenceCodes } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';

export const lawEvidenceSentences: Sentences<LawEvidenceCodes> = {};
