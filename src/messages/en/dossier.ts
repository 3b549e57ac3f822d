import type { DossierCodes } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';

export const dossierSentences: Sentences<DossierCodes> = {};
