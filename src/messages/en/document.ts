import type { DocumentCodes } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';

export const documentSentences: Sentences<DocumentCodes> = {};
