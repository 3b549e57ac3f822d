import { digestStart, type Sentences } from '../sentence.ts';
import type { LawCaseCodes } from '../zh-CN/law-case.ts';

/** Words that the law and the packs use for amounts and sources. */
const TERMS: readonly (readonly [chinese: string, english: string])[] = [
  ['数额特别巨大', 'an especially huge amount'],
  ['数额巨大', 'a huge amount'],
  ['数额较大', 'a relatively large amount'],
  ['全国', 'the national standard'],
  ['原文', 'original text'],
  ['转引', 'as quoted elsewhere'],
  ['待核', 'to be checked'],
  [' 元，', ' yuan, '],
  [' 元', ' yuan'],
];
const inEnglish = (text: string): string => TERMS.reduce((said, [chinese, english]) => said.replaceAll(chinese, english), text);

const LEVEL = {
  above: (tier: string) => `reaches ${inEnglish(tier)}`,
  within: (tier: string) => `is within the range in which regions set ${inEnglish(tier)}`,
  near: () => 'is near a relatively large amount',
  below: () => 'is below a relatively large amount',
  noFigure: () => 'has no fixed amount to compare with',
} as const;

export const lawCaseSentences: Sentences<LawCaseCodes> = {
  SUPERVISION_SOLE_BASIS: ({ recipient }) => ({
    text: `by its facts and people the whole case is for 监察机关; it cannot go to ${recipient} alone`,
    hint: 'refer the lead with a 线索移送函; go to the police with other people or facts only, or record a reason in `internal`',
  }),
  SUPERVISION_LEAKED: () => ({ text: 'the number of the 线索移送函 stands in what the police get', hint: 'take it out' }),
  SUPERVISION_TEXT_REPEATED: () => ({
    text: 'a sentence of the 线索移送函 stands in what the police get',
    hint: 'check that no lead on an official leaks; say the facts of the case in other words',
  }),
  SUPERVISION_PERSON_NAMED: () => ({
    text: 'someone who stands only in the 线索移送函 is named in what the police get',
    hint: 'take it out; of evidence, check whether the lead leaks',
  }),
  SUPERVISION_WORDS: ({ word }) => ({ text: `${word} in what the police get tells of the lead`, hint: 'take it out' }),
  INTERNAL_TEXT_PACKED: ({ field }) => ({
    text: `internal ${field} is copied into what is packed`,
    hint: 'take it out; state the facts anew',
  }),
  REPORT_TOLD: ({ word }) => ({
    text: `${word} tells that somebody reported`,
    hint: 'take it out: say that a clue was looked into, not from whom it came',
  }),
  INTERNAL_NUMBER_PACKED: () => ({ text: 'the number of the internal report stands in what is packed', hint: 'take it out' }),
  APPROVED_CHANGED: ({ element, approved, now }) => ({
    text: `${element} changed after the approval: was ${approved}, is ${now}`,
    hint: 'ask for a new approval and update approval.approved',
  }),
  APPROVED_DIGEST_DIFFERS: ({ approved, now }) => ({
    text: `the digest of what was approved differs: ${digestStart(approved)}, now ${digestStart(now)}`,
    hint: 'persons, offences, amount or recipient changed; ask for a new approval',
  }),
  URGENT_NOT_NOTIFIED: ({ type }) => ({
    text: `${type}: the police were not told`,
    hint: 'tell them now and fill notifiedAt and notifiedTo',
  }),
  URGENT_NOTICE_NOT_ENTERED: ({ type, at }) => ({
    text: `${type}: the police were told (${at}), the case does not say so`,
    hint: 'fill notifiedAt and notifiedTo of urgentRisks in the case form',
  }),
  URGENT_NOTICE_WITHOUT_RISK: ({ type }) => ({
    text: `${type}: told in an urgent notice, but no risk of the case`,
    hint: 'add it to urgentRisks of the case form: the transfer letter tells the police of it',
  }),
  OTHER_OFFENCES_NOT_ASKED: () => ({
    text: 'nothing says that other offences (money laundering, personal data, organised crime) were looked for',
    hint: 'fill otherOffences; [] when none were found',
  }),
  OTHER_OFFENCE_FOR_SUPERVISION: () => ({
    text: 'a lead on corruption stands in a form that goes to the police',
    hint: 'move it to the supervision form',
  }),
  LISTING_NUMBER_MISSING: ({ by }) => ({ text: `listed by ${by}, no number`, hint: 'fill listing.docNo' }),
  LISTING_ASKED: ({ amount, crime }) => ({
    text: `${crime}: ${amount} yuan is above an especially huge amount (数额特别巨大); nothing is said of 挂牌督办`,
    hint: 'fill listing if the case is listed',
  }),
  REFERRAL_ASKED: ({ department, facts }) => ({
    text: `fact ${facts} may hold matters for ${department}; no referral is recorded`,
    hint: 'fill referrals where one is needed',
  }),
  FACT_WITHOUT_EVIDENCE: ({ fact }) => ({ text: `fact ${fact} has no evidence`, hint: 'name its evidence' }),
  FACT_ON_WORDS_ALONE: ({ fact, count }) => ({
    text: `fact ${fact} rests on words alone (${count})`,
    hint: 'add data, papers, records; words are collected anew by the police',
  }),
  FACT_ON_ONE_ITEM: ({ fact, evidenceNo }) => ({ text: `fact ${fact} rests on one item (${evidenceNo})`, hint: 'add what bears it out' }),
  FACT_FIELD_MISSING: ({ fact, field }) => ({ text: `fact ${fact} does not say: ${field}`, hint: 'fill it in' }),
  BLANK_LEFT: ({ names, count }) => ({
    text: names.length > 0 ? `${count} blanks are not filled in: ${names.join(', ')}` : `${count} blanks are not filled in`,
    hint: 'put what was found in place of 【待填】, or write the sentence otherwise',
  }),
  ADMIN_LAW_NOT_CITED: ({ document, facts }) => ({
    text: `《${document}》 was in force when fact ${facts} was done; the report does not cite it`,
    hint: 'add it to adminLaw with its article',
  }),
  ADMIN_LAW_OF_ANOTHER_TIME: ({ document, since }) => ({
    text: `the report cites 《${document}》, in force from ${since}; no fact falls under it`,
    hint: 'cite the rules of the time of the act, or say why the newer is milder',
  }),
  LOCAL_BEHAVIOUR_UNKNOWN: ({ behaviour, pack, near }) => ({
    text: `pack ${pack} has no situation ${behaviour}`,
    hint: near === '' ? 'check the code; the national one stands in behaviour' : `did you mean ${near}?`,
  }),
  LOCAL_BEHAVIOUR_ELSEWHERE: ({ fact, behaviour, asked }) => ({
    text: `fact ${fact}: situation ${behaviour} is conduct of ${asked}`,
    hint: 'check behaviour and localBehaviour',
  }),
  INTENT_EVIDENCE_MISSING: ({ facts }) => ({
    text: `fact ${facts} asks for the purpose of unlawful possession; the report names no evidence of it`,
    hint: 'fill intentEvidence',
  }),
  INTENT_EVIDENCE_NOT_OF_FACT: ({ fact }) => ({
    text: `none of the evidence of intent belongs to fact ${fact}`,
    hint: 'add the fact to the item if it proves that, too',
  }),
  PURPOSE_SITUATION_EARLY: ({ fact, from, since }) => ({
    text: `fact ${fact} begins ${from}; situations of purpose apply from ${since} only`,
    hint: 'take them out, or split the fact at that day',
  }),
  KNOWLEDGE_MISSING: ({ fact }) => ({ text: `fact ${fact} is resale of drugs; nothing says that they knew`, hint: 'fill knowledge' }),
  KNOWLEDGE_GROUND_MISSING: ({ fact }) => ({ text: `fact ${fact}: no ground of knowledge`, hint: 'choose from 指导意见 art. 9' }),
  KNOWLEDGE_GROUND_VAGUE: ({ fact }) => ({
    text: `fact ${fact}: knowledge rests on 其他 alone`,
    hint: 'choose a ground of the list, or tell in the report on what knowledge rests',
  }),
  KNOWLEDGE_EVIDENCE_MISSING: ({ fact }) => ({ text: `fact ${fact}: no evidence of knowledge`, hint: 'name it' }),
  KNOWLEDGE_PRIORS_MISSING: ({ fact }) => ({
    text: `fact ${fact} rests knowledge on an earlier punishment; no actor has one recorded`,
    hint: 'fill priors of the suspect',
  }),
  REBUTTAL_NOT_CHECKED: ({ fact, rebuttal }) => ({
    text: `fact ${fact}: ${rebuttal}, and what was checked is not said`,
    hint: 'fill response; if it holds, knowledge cannot be found',
  }),
  DRUG_TRACE_MISSING: ({ itemNo, name }) => ({ text: `item ${itemNo} (${name}) has no batch number or trace code`, hint: 'fill features' }),
  FAMILY_ACCOUNT_LAWFUL: ({ fact }) => ({
    text: `fact ${fact} is payment for others by a personal account, no imposture`,
    hint: 'take the fact out',
  }),
  FAMILY_ACCOUNT_OPEN: ({ fact }) => ({
    text: `fact ${fact}: it is not known whether a personal account paid for others`,
    hint: 'find out and fill familyAccount',
  }),
  CRIME_WITHOUT_FACT: ({ crime }) => ({ text: `${crime} is named, and no fact is conduct of it`, hint: 'check offences and facts' }),
  OFFENCE_NOT_OF_OFFICIAL: ({ name, crime, right }) => ({
    text: `${name} used the office of a public official: not ${crime} but ${right}`,
    hint: 'refer the lead to 监察机关; where others committed it, list only them in `suspects` of the offence',
  }),
  OFFICE_OFFENCE_WITHOUT_OFFICIAL: ({ crime }) => ({
    text: `${crime} is named, and no suspect is a public official`,
    hint: 'check publicOfficial and the offence',
  }),
  HEAVIER_OFFENCE_NOT_WEIGHED: ({ facts }) => ({
    text: `fact ${facts}: a card bought and used may be several offences`,
    hint: 'say in the report which is punished more heavily',
  }),
  FUND_LOSS_IS_GROSS: ({ total }) => ({
    text: `the amount equals the gross fees, ${total} yuan`,
    hint: 'count what the fund paid; if it paid all, write selfPaid: 0',
  }),
  FUND_LOSS_ABOVE_FUND_SHARE: ({ total, gross, self, share }) => ({
    text: `the amount ${total} is above gross ${gross} less self-paid ${self} (${share})`,
    hint: 'check all three',
  }),
  AMOUNT_FOUNDATION_MISSING: ({ field }) => ({ text: `the amount has no ${field}`, hint: 'fill amount.certifiedBy and amount.basis' }),
  AMOUNT_METHOD_UNEXPLAINED: ({ method }) => ({ text: `method ${method} is not explained`, hint: 'fill methodNote' }),
  AMOUNT_REPORT_MISSING: ({ method, report }) => ({ text: `method ${method} without a ${report}`, hint: 'list the report as evidence' }),
  THRESHOLD_COMPARED: ({ crime, amount, level, tier, persons, region, asked, figures, source, certainty, conflict, factors }) => ({
    text: [
      `${crime} ${amount} yuan ${LEVEL[level](tier)} by ${inEnglish(region)}`,
      ...persons.map((p) => `; ${p.name} ${p.amount} yuan ${LEVEL[p.level](p.tier)}`),
      figures === '' ? '' : `; amounts: ${inEnglish(figures)}`,
      `; source: ${source} (${inEnglish(certainty)})`,
      conflict === '' ? '' : `; another account: ${conflict}`,
      factors === '' ? '' : `; counts when near: ${factors}`,
      asked !== '' && asked !== region ? `; no row for ${asked}` : '',
    ].join(''),
    hint: 'for information: neither guilt nor referral depends on an amount alone',
  }),
  THRESHOLD_UNKNOWN: ({ crime, region }) => ({
    text: `the pack has no amounts for ${crime}${region === '' ? '' : ` (${region})`}`,
    hint: 'ask the police or the procuratorate',
  }),
  PERSONAL_ACCOUNT_NOT_SEPARATED: ({ facts, amount, separated }) => ({
    text: `fact ${facts}: ${amount} yuan stolen from personal accounts, ${separated} set apart in byFund`,
    hint: 'set it apart',
  }),
  PERSONAL_ACCOUNT_NOT_EXPLAINED: ({ amount }) => ({
    text: `${amount} yuan of personal accounts are counted and not explained`,
    hint: 'say why in methodNote',
  }),
  WITNESSES_MISCOUNTED: ({ total, heard }) => ({ text: `${heard} heard of ${total} witnesses`, hint: 'check the numbers' }),
  WITNESSES_NONE_HEARD: ({ total }) => ({ text: `none of ${total} witnesses was heard`, hint: 'hear some' }),
  WITNESS_REASON_MISSING: ({ total, heard }) => ({ text: `${heard} of ${total} witnesses heard, no reason`, hint: 'say why' }),
  WITNESS_SUPPORT_MISSING: ({ total, heard, lacking }) => ({
    text: `${heard} of ${total} witnesses heard; ${lacking === 'statements' ? 'no statements are listed' : 'no other kind of evidence is listed'}`,
    hint: 'fill amount.support',
  }),
  SUPPORT_EMPTY: ({ type }) => ({ text: `support ${type} names no evidence`, hint: 'name it' }),
  SUPPORT_KIND_DIFFERS: ({ type, evidenceNo, kind }) => ({
    text: `support ${type} names ${evidenceNo}, which is ${kind}`,
    hint: 'check it',
  }),
  CERTIFIED_OPINION_MISSING: () => ({ text: 'no certified opinion on the loss', hint: 'list one as evidence' }),
  ITEM_ASPECTS_MISSING: ({ itemNo, name, fields }) => ({ text: `item ${itemNo} (${name}) does not say: ${fields}`, hint: 'fill them in' }),
  ITEM_KEPT_INCOMPLETE: ({ itemNo, name, fields }) => ({
    text: `item ${itemNo} (${name}) is not handed over and does not say: ${fields}`,
    hint: 'fill them in',
  }),
  OUTSTANDING_DIFFERS: ({ outstanding, expected, total, recovered }) => ({
    text: `outstanding ${outstanding}, expected ${expected} (${total} less ${recovered})`,
    hint: 'check all three',
  }),
  OUTSTANDING_MISSING: ({ expected }) => ({ text: `outstanding amount not said (${expected})`, hint: 'fill amount.outstanding' }),
  RECEIPT_FIELD_MISSING: ({ field }) => ({ text: `the receipt does not say: ${field}`, hint: 'fill it in from the signed paper' }),
  CORRECTION_ITEM_OPEN: ({ description }) => ({
    text: `${description} was supplied, but it is not said as which evidence, nor why it cannot be`,
    hint: 'fill evidence or unableReason',
  }),
  HANDOVER_ITEM_TWICE: ({ itemNo }) => ({ text: `item ${itemNo} is handed over twice`, hint: 'take one out' }),
  HANDOVER_ITEM_MISSING: ({ items }) => ({
    text: `items ${items}, to be handed over after 立案, are on no handover list`,
    hint: 'add them, or say in the list of items why they are kept',
  }),
  LETTER_RECIPIENT_WRONG: ({ letter, recipient, wanted }) => ({
    text: `${letter} is addressed to ${recipient}, which is not ${wanted}`,
    hint: 'write the full name of the body that the letter goes to',
  }),
  LETTER_DATE_ORDER: ({ earlier, earlierDate, later, laterDate }) => ({
    text: `${later} (${laterDate}) is before ${earlier} (${earlierDate})`,
    hint: 'check both dates',
  }),
  CORRESPONDENCE_TIME_DIFFERS: ({ field, here, receipt }) => ({
    text: `${field} is ${here} in the correspondence and ${receipt} in the receipt`,
    hint: 'compare with the signed paper',
  }),
  RECEIPT_NOT_SIGNED: () => ({ text: 'the receipt is filled and has no signed scan', hint: 'add signedScan' }),
  DEADLINE_MISSED: ({ period, duty, who, due }) => ({
    text: `${period} ${who}: ${duty} was due ${due}; nothing says that it was done`,
    hint: 'do it, or record when it was done',
  }),
  DEADLINE_LATE: ({ period, duty, who, due, done }) => ({ text: `${period} ${who}: ${duty} was due ${due}, done ${done}`, hint: 'check' }),
  DEADLINE_RUNNING: ({ period, duty, who, due, rolled, minutes }) => ({
    text: `${period} ${who}: ${duty} is due ${due}, ${Math.floor(minutes / 60)} h left${rolled === undefined ? '' : `; rolled over days off, if 刑事诉讼法 art. 105 applies, ${rolled}`}`,
    ...(rolled === undefined ? {} : { hint: 'keep to the calendar day: it is the safe one' }),
  }),
  DEADLINE_CLOSED: ({ period, duty, due, rolled }) => ({
    text: `${period} ${duty}: the time ended ${due}${rolled === undefined ? '' : `, and rolled over days off ${rolled}`}`,
  }),
  DEADLINE_NOT_COMPUTED: ({ period, duty, year }) => ({
    text: `${period} ${duty}: the pack has no days off of ${year}`,
    hint: 'update the pack',
  }),
  REASON_NEEDS_STATEMENT: ({ rule }) => ({
    text: `a reason is recorded for ${rule}, and records.defects says nothing of it`,
    hint: 'write the defect and its cure; it becomes a 情况说明',
  }),
};
