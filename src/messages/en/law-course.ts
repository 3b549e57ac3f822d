import type { LawCourseCodes } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';

const STEPS = { 法制审核: 'the legal review', 集体讨论: 'the discussion' } as const;
const list = (evidence: readonly string[]): string => evidence.join(', ');

export const lawCourseSentences: Sentences<LawCourseCodes> = {
  REVIEWER_IS_OFFICER: ({ name }) => ({ text: `the reviewer ${name} is an officer of the case`, hint: 'have somebody else review it' }),
  REVIEW_BEFORE_REPORT: ({ step, at, reportedOn }) => ({
    text: `${STEPS[step]} was on ${at}, before the report of ${reportedOn}`,
    hint: 'check the times; review the report that was written',
  }),
  REVIEW_AFTER_DECISION: ({ step, at, decidedAt }) => ({
    text: `${STEPS[step]} was on ${at}, after the decision of ${decidedAt}`,
    hint: 'check the times; it comes before the decision',
  }),
  SUSPICION_DAY_MISSING: ({ docNo, fine }) => ({
    text: `fined ${fine} yuan before the transfer (${docNo}); when crime was suspected is not told`,
    hint: 'fill suspectedOn',
  }),
  SUSPICION_DAY_ORDER: ({ on, earlier, earlierDate, later, laterDate }) => ({
    text: `suspectedOn ${on} is not between ${earlier} (${earlierDate}) and ${later} (${laterDate})`,
    hint: 'check the day',
  }),
  FINE_AFTER_SUSPICION: ({ docNo, fine, decidedOn, on }) => ({
    text: `crime was suspected on ${on}, and ${fine} yuan fined on ${decidedOn} (${docNo})`,
    hint: 'a fine must not stand in for the transfer: say why; the transfer goes on, and what was paid is set off',
  }),
  FINE_TO_BE_OFFSET: ({ docNo, fine }) => ({
    text: `fined ${fine} yuan before crime was suspected (${docNo}): set off against a criminal fine`,
    hint: 'send the decision and the receipt of payment along',
  }),
  HANDLING_PERIOD_OVER: ({ filedOn, due, done }) => ({
    text: `filed on ${filedOn}, the case was to be decided by ${due}; ${done === '' ? 'it is not' : `decided ${done}`} (period recalled, 待核)`,
    hint: 'fill handling in the internal form; it is no reason not to transfer',
  }),
  HANDLING_EXTENDED_TOO_LONG: ({ days, allowed }) => ({
    text: `extended by ${days} days; ${allowed} are allowed, each by its kind of approval (待核)`,
    hint: 'check the approvals; what is above does not count',
  }),
  REFUSED_FOR_A_FINE: ({ crime, amount }) => ({
    text: `${crime}, ${amount} yuan, reaches the standard; the transfer was refused because of a fine`,
    hint: '国务院令第310号 arts 11, 16: a fine must not stand in for the transfer; ask for approval again',
  }),
  REFUSED_FOR_SMALLNESS: ({ crime, amount, tier }) => ({
    text: `${crime}, ${amount} yuan, reaches ${tier}; the transfer was refused as small`,
    hint: '国务院令第310号 arts 3, 16: what is minor is for the courts to say; ask for approval again',
  }),
  REFUSED_ABOVE_THRESHOLD: ({ crime, amount, tier }) => ({
    text: `${crime}, ${amount} yuan, reaches ${tier}; the transfer was refused`,
    hint: 'the reason goes on record; the procuratorate may ask for it (国务院令第310号 art. 16)',
  }),
  URGENT_FOUND_MISSING: ({ type }) => ({ text: `${type}: not told when it was found`, hint: 'fill foundAt' }),
  URGENT_NOTICE_LATE: ({ type, foundAt, notifiedAt, due }) => ({
    text: `${type} was found on ${foundAt}, the police told on ${notifiedAt}; due ${due}`,
    hint: 'check the times',
  }),
  URGENT_NOTICE_OVERDUE: ({ type, foundAt, due }) => ({
    text: `${type} was found on ${foundAt}; the police were not told by ${due}`,
    hint: 'tell them now and fill notifiedAt',
  }),
  URGENT_NOTICE_BEFORE_FOUND: ({ type, foundAt, notifiedAt }) => ({
    text: `${type}: told on ${notifiedAt}, before it was found on ${foundAt}`,
    hint: 'check both times',
  }),
  POOLED_FUND_NOT_EXEMPT: ({ facts, amount, personal }) => ({
    text: `facts ${facts} are called payment by a personal account: ${amount} yuan, of which personal accounts paid ${personal}`,
    hint: 'what the pooled fund paid is not exempt: familyAccount is 否, or divide the fact',
  }),
  PENALTY_CALLED_AGGRAVATING: ({ text }) => ({
    text: `an administrative penalty is called aggravating: ${text}`,
    hint: 'it is a ground of knowledge; a criminal sentence for such fraud is aggravating (指导意见 art. 10)',
  }),
  AGGRAVATING_WITHOUT_SOURCE: ({ text }) => ({
    text: `医疗款物 as aggravating, without a source: ${text}`,
    hint: 'take it out, or give the article',
  }),
  RECORDING_IS_WORDS: ({ count, evidence }) => ({
    text: `${count} recordings of what people said (${list(evidence)}) count as words`,
    hint: 'they go with the records; the police collect the words anew',
  }),
  RECORDING_CALLED_ELECTRONIC: ({ evidence }) => ({
    text: `${list(evidence)}: recordings of what people said, called electronic data`,
    hint: 'words in digital form are no electronic data (法发〔2016〕22号 art. 1)',
  }),
  FACT_ON_RECORDED_WORDS: ({ fact, count }) => ({
    text: `fact ${fact} rests on ${count} items, all words or recordings of words`,
    hint: 'add documents, things or data',
  }),
  PICTURE_WITHOUT_DIGEST: ({ evidence }) => ({
    text: `pictures taken by officers without a digest, never fixed: ${list(evidence)} (待核)`,
    hint: 'fix the original files with mbpack collect',
  }),
};
