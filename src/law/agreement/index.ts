import type { Rule } from '../rule.ts';
import { AGENCY_RULES } from './agencies.ts';
import { PROSE_AMOUNT_RULES } from './amounts.ts';
import { ARTICLE_RULES } from './articles.ts';
import { CITATION_RULES } from './citations.ts';
import { COUNT_RULES } from './counts.ts';
import { DATE_RULES } from './dates.ts';
import { NAME_RULES } from './names.ts';
import { PEOPLE_RULES } from './people.ts';
import { ROW_REFERENCE_RULES } from './row-references.ts';

/** K rows: each fact is written once; where prose repeats it, both must agree. */
export const AGREEMENT_RULES: readonly Rule[] = [
  ...NAME_RULES,
  ...PROSE_AMOUNT_RULES,
  ...COUNT_RULES,
  ...DATE_RULES,
  ...ARTICLE_RULES,
  ...CITATION_RULES,
  ...PEOPLE_RULES,
  ...AGENCY_RULES,
  ...ROW_REFERENCE_RULES,
];
