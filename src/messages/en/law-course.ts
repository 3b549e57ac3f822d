import type { Sentences } from '../sentence.ts';
import type { LawCourseCodes } from '../zh-CN/law-course.ts';

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
  CIRCUMSTANCE_WITHOUT_EVIDENCE: ({ circumstance }) => ({
    text: `the circumstance “${circumstance}” names no evidence`,
    hint: 'name it, or take the circumstance out',
  }),
  CIRCUMSTANCE_CONTRADICTED: ({ circumstance, name, says }) => ({
    text: `${name}: “${circumstance}” does not agree with the case (${says})`,
    hint: 'correct the one that is wrong',
  }),
  INTENT_NOT_ARGUED: ({ facts }) => ({
    text: `facts ${facts} need the purpose of unlawful possession, and the report does not say how it is found`,
    hint: 'write intentReason, or say it in nature',
  }),
  OFFENCES_NOT_WEIGHED: ({ crime }) => ({
    text: `${crime} is named besides: of several offences by one act the heavier counts, and the report does not weigh them`,
    hint: 'say so in nature, or say that it is another act or other persons',
  }),
  UNTRACED_WITHOUT_EVIDENCE: ({ cause }) => ({ text: `proceeds (${cause}) without evidence`, hint: 'obtain it now and name it' }),
  UNTRACED_ABOVE_OUTSTANDING: ({ amount, outstanding }) => ({
    text: `proceeds that cannot be recovered as they were: ${amount} yuan, more than the ${outstanding} still outstanding`,
    hint: 'subtract what was recovered',
  }),
  EQUIVALENT_WITHOUT_CAUSE: () => ({
    text: 'property of the same worth is listed, but not what cannot be recovered as it was',
    hint: 'fill untraced, or take equivalents out',
  }),
  PENALTY_TOLD_OTHERWISE: ({ text, decided }) => ({
    text: `adminHandling says ${text}, penalty.decided says ${decided ? 'a penalty was decided' : 'none was'}`,
    hint: 'correct the one that is wrong',
  }),
  AGREEMENT_NOT_TOLD: ({ name }) => ({
    text: `${name} has an agreement with the fund, and the report does not tell what was done under it`,
    hint: 'say it in adminHandling or measures, also where nothing was done',
  }),
  ITEM_UNRELATED_KEPT: ({ itemNo, name }) => ({
    text: `item ${itemNo} (${name}) has nothing to do with the case and is not to be returned`,
    hint: 'advise its return in disposalAdvice',
  }),
  CONSULTATION_UNANSWERED: ({ recipient, on }) => ({
    text: `${recipient} was asked to answer by ${on}; no answer is entered`,
    hint: 'ask again; fill reply when it comes',
  }),
  LOCAL_NAME_UNKNOWN: ({ name, pack, near }) => ({
    text: `pack ${pack} does not list ${name}`,
    hint: near ? `perhaps ${near}` : 'use a name of the pack, or leave the field out',
  }),
  LOCAL_NAME_ELSEWHERE: ({ name, asked }) => ({ text: `${name} is of the kind ${asked}`, hint: 'correct the kind or the name' }),
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
