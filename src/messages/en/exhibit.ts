import type { ExhibitCodes } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';

export const exhibitSentences: Sentences<ExhibitCodes> = {};
