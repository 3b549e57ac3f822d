import type { CollectCodes } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';

export const collectSentences: Sentences<CollectCodes> = {};
