import type { CustodyCodes } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';

export const custodySentences: Sentences<CustodyCodes> = {};
