import type { Sentences } from '../sentence.ts';
import type { LawCodes } from '../zh-CN/law.ts';

const DOC_NO_FAULT = {
  brackets: 'the year stands in 〔〕',
  ordinal: 'no 第 before the number',
  padding: 'no leading zero',
  other: 'expected AGENCY〔YEAR〕NUMBER号',
} as const;

export const lawSentences: Sentences<LawCodes> = {
  TASK_FORCE_TOO_SMALL: ({ count, asked }) => ({
    text: `the task force has ${count} distinct certificate numbers, ${asked} are needed`,
    hint: 'list every member in officers',
  }),
  OFFICER_CERT_REPEATED: ({ certNo, names }) => ({
    text: `certificate number ${certNo} is used twice: ${names}`,
    hint: 'correct one of them',
  }),
  APPROVER_MISSING: () => ({ text: 'a decision without its approver', hint: 'fill approval.approver in internal' }),
  APPROVAL_LATE: ({ receivedAt, decidedAt, due }) => ({
    text: `approval late: received ${receivedAt}, decided ${decidedAt}, due ${due}`,
    hint: 'the transfer is still a duty; keep the reason in internal',
  }),
  TRANSFER_LATE: ({ decidedAt, transferredAt, due }) => ({
    text: `transfer late: approved ${decidedAt}, transferred ${transferredAt}, due ${due}`,
    hint: 'keep the reason in internal',
  }),
  TRANSFER_OVERDUE: ({ decidedAt, due }) => ({
    text: `the time for the transfer is over: approved ${decidedAt}, due ${due}, no transfer recorded`,
    hint: 'transfer at once; if done, fill transferredAt in receipt',
  }),
  TRANSFER_DUE: ({ due, hours }) => ({ text: `to be transferred by ${due}, about ${hours} h left` }),
  APPROVAL_MISSING: () => ({
    text: 'not approved yet: no final dossier',
    hint: 'build with --draft; after approval enter it with mbpack approve',
  }),
  APPROVAL_TIME_MISSING: ({ field }) => ({ text: `the approval lacks ${field}`, hint: 'to the minute, e.g. 2026-11-20T15:30+08:00' }),
  APPROVAL_STILL_TO_COME: ({ decidedAt }) => ({
    text: `approved at ${decidedAt}, which is still to come`,
    hint: 'check the time; until then use --draft',
  }),
  APPROVAL_REFUSED: () => ({ text: 'the transfer was refused: no dossier', hint: 'record the reason in approval.refusalReason' }),
  REFUSAL_REASON_MISSING: () => ({ text: 'refused without a recorded reason', hint: 'fill approval.refusalReason in internal' }),
  RECIPIENT_NOT_POLICE: ({ name, type }) => ({
    text: `recipient ${name} is ${type}, not 公安机关`,
    hint: 'name the police of the same level; the procuratorate stands in cc; record a reason in `internal` where it must go there',
  }),
  RECIPIENT_LEVEL_DIFFERS: ({ sender, senderLevel, recipient, recipientLevel }) => ({
    text: `levels differ: ${sender} (${senderLevel}) to ${recipient} (${recipientLevel})`,
    hint: 'check the recipient, or add the pair to the template pack',
  }),
  PROCURATORATE_NOT_COPIED: () => ({ text: 'no copy to the procuratorate', hint: 'add it to cc' }),
  PROCURATORATE_LETTER_ELSEWHERE: ({ recipient }) => ({
    text: `the covering letter goes to ${recipient}, which is not in cc of the case`,
    hint: 'compare the names, or add it to cc',
  }),
  SUPERVISORY_REFERRAL_NEEDED: ({ name }) => ({
    text: `${name} is a public official who used the office: the clue goes to 监察机关`,
    hint: 'in a package of its own',
  }),
  SUPERVISORY_BEHAVIOUR: ({ fact, behaviour }) => ({
    text: `fact ${fact} belongs to 监察机关: ${behaviour}`,
    hint: 'refer that part apart',
  }),
  OFFICE_FACTS_OPEN: ({ name }) => ({
    text: `open whether ${name} is a public official and used the office`,
    hint: 'update publicOfficial and usedOffice',
  }),
  PENALTY_DECISION_NOT_ATTACHED: ({ docNo }) => ({
    text: `penalty ${docNo} decided, its decision is not in the evidence list`,
    hint: 'add it and set penalty.evidence',
  }),
  PENALTY_EVIDENCE_NOT_A_DECISION: ({ evidenceNo, docType }) => ({
    text: `evidence ${evidenceNo} is ${docType}, not a penalty decision`,
    hint: 'correct penalty.evidence or docType',
  }),
  PENALTY_EXECUTION_MISSING: ({ docNo }) => ({ text: `how penalty ${docNo} was carried out is missing`, hint: 'fill penalty.execution' }),
  FINE_BEFORE_TRANSFER: ({ docNo, fine }) => ({
    text: `fined ${fine} yuan before the transfer (${docNo})`,
    hint: 'a fine must not stand in for the transfer',
  }),
  QUALIFICATION_MISSING: ({ evidenceNo, title }) => ({
    text: `report ${evidenceNo} (${title}) lacks proof of qualification`,
    hint: `add it with docType 资质证明, qualifies: [${evidenceNo}]`,
  }),
  REPORT_NOT_EXPLAINED: () => ({ text: "no specialist's report and no reason", hint: 'attach one or fill noReportReason' }),
  LEAD_OFFICER_MISSING: () => ({ text: 'no lead officer', hint: 'set role: 主办 on one officer' }),
  LEAD_OFFICER_PHONE_MISSING: ({ name }) => ({ text: `lead officer ${name} has no telephone`, hint: 'fill phone' }),
  SIGNED_SCAN_MISSING: ({ document }) => ({
    text: `no signed scan of ${document}`,
    hint: 'print, sign, stamp, scan into signed/, set signedScan',
  }),
  SUSPECT_MISSING: () => ({ text: 'no suspect and no reason', hint: 'fill suspects or suspectUnknownReason' }),
  EVIDENCE_PAGES_DIFFER: ({ evidenceNo, pages, sum }) => ({
    text: `evidence ${evidenceNo} says ${pages} pages, its files sum to ${sum}`,
    hint: 'correct the count',
  }),
  BEHAVIOUR_UNKNOWN: ({ behaviour, near }) => ({
    text: `no behaviour code ${behaviour}`,
    hint: near ? `did you mean ${near}?` : 'see docs/reference/rules.md',
  }),
  BEHAVIOUR_NOT_IN_FORCE: ({ fact, from, since, document }) => ({
    text: `fact ${fact} (from ${from}) was over before ${document} applied (${since})`,
    hint: 'use the law of the time of the act',
  }),
  BEHAVIOUR_SPANS_RULES: ({ fact, from, to, since, document }) => ({
    text: `fact ${fact} (${from} to ${to}) spans ${since}, when ${document} came into force`,
    hint: 'segment it by that day',
  }),
  BEHAVIOUR_UNVERIFIED: ({ behaviour }) => ({
    text: `the wording of ${behaviour} was not seen in an official text`,
    hint: 'check it against attachment 1 of 医保发〔2021〕49号',
  }),
  AMOUNT_BY_FUND_DIFFERS: ({ total, sum, difference }) => ({
    text: `funds sum to ${sum}, the total is ${total}, difference ${difference}`,
    hint: 'check amount.byFund and amount.fundLoss',
  }),
  AMOUNT_BY_FACT_DIFFERS: ({ total, sum, difference }) => ({
    text: `facts less overlap sum to ${sum}, the total is ${total}, difference ${difference}`,
    hint: 'check the amounts of the facts',
  }),
  AMOUNT_BY_YEAR_DIFFERS: ({ total, sum, difference }) => ({
    text: `years sum to ${sum}, the total is ${total}, difference ${difference}`,
    hint: 'check amount.byYear',
  }),
  AMOUNT_OVERLAP_TOO_LARGE: ({ fact, amount, overlap }) => ({
    text: `overlap ${overlap} of fact ${fact} exceeds its amount ${amount}`,
    hint: 'correct overlap',
  }),
  AMOUNT_PART_TOO_LARGE: ({ part, amount, total }) => ({
    text: `${part} ${amount} exceeds ${total}`,
    hint: 'do not mix fund payments and gross fees',
  }),
  ITEM_FIELD_MISSING: ({ itemNo, name, field }) => ({ text: `item ${itemNo} (${name}) lacks ${field}`, hint: 'fill it in' }),
  ITEM_QUANTITY_ZERO: ({ itemNo, name }) => ({ text: `item ${itemNo} (${name}) has quantity zero`, hint: 'count again' }),
  DOC_NO_PATTERN: ({ docNo, fault }) => ({ text: `document number ${docNo}: ${DOC_NO_FAULT[fault]}`, hint: 'e.g. 示医保移〔2026〕3号' }),
  INFORMANT_NUMBER_LEAKED: ({ field, rounded }) => ({
    text: rounded ? `a number written like 1.39E+10 in what is handed over may be ${field}` : `${field} occurs in what is handed over`,
    hint: 'remove it; it stays in internal only',
  }),
  INFORMANT_NAMED: () => ({ text: "the informant's name occurs beside the report", hint: 'remove the name' }),
  INFORMANT_NAME_OCCURS: () => ({ text: "a name equal to the informant's occurs", hint: 'make sure it stands there as a witness only' }),
  ID_NUMBER_BAD: ({ name, idNo }) => ({ text: `ID number ${idNo} of ${name} fails its checksum`, hint: 'compare with the identity card' }),
  ID_NUMBER_CONTRADICTS: ({ name, field, written, inside }) => ({
    text: `${field} of ${name} is ${written}, the ID number says ${inside}`,
    hint: 'correct one of them',
  }),
  CREDIT_CODE_BAD: ({ name, uscc }) => ({ text: `credit code ${uscc} of ${name} fails its checksum`, hint: 'compare with the licence' }),
  COLLECT_DIGEST_MISSING: ({ evidenceNo, path, count }) => ({
    text: `${count} files lack a collection digest, e.g. ${path} (${evidenceNo})`,
    hint: 'copy the SHA-256 taken at collection; do not make one up afterwards',
  }),
  COLLECT_DIGEST_DIFFERS: ({ evidenceNo, path, algorithm, recorded, found, record, contentOf }) => ({
    text: `${path} (${evidenceNo}) changed since collection (${algorithm})\n     ${record}: ${recorded}\n     now: ${found}${contentOf === undefined ? '' : `\n     That is what is recorded for ${contentOf}: the two may have been swapped`}`,
    hint: 'do not edit the record: find the original file',
  }),
  NAME_NEARLY_THE_SAME: ({ found, known, difference }) => ({
    text: `${found} is one character from ${known}: ${difference}`,
    hint: 'use one spelling',
  }),
  PERSON_CONTRADICTS: ({ idNo, names }) => ({
    text: `ID number ${idNo} belongs to different names: ${names}`,
    hint: 'compare with the identity card',
  }),
  CERT_NO_TWO_NAMES: ({ certNo, names }) => ({
    text: `certificate ${certNo} bears two names: ${names}`,
    hint: 'compare with the certificate; what the custody log has wrong is explained by a further line',
  }),
  PERSON_TWO_NUMBERS: ({ name, numbers }) => ({
    text: `${name} has two ID numbers: ${numbers}`,
    hint: 'compare with the identity card; of two persons of one name, say so',
  }),
  LEGAL_REPRESENTATIVE_DIFFERS: ({ party, representative, names }) => ({
    text: `${party} is represented by ${representative}, of the suspects ${names} is said to be its representative`,
    hint: 'compare with the business licence',
  }),
  INTERVIEWEE_DIFFERS: ({ recordNo, name, evidenceNo, title }) => ({
    text: `record ${recordNo} heard ${name}, its paper ${evidenceNo} is called ${title}`,
    hint: 'compare with the signed paper',
  }),
  NAME_SPACED: ({ name, plain }) => ({ text: `there are spaces in the name ${name}`, hint: `write ${plain}` }),
  AGENCY_NOT_IN_CASE: ({ found, known }) => ({
    text: `${found} in the text is no agency of the case; those are ${known}`,
    hint: 'write its present name, or say that it was renamed',
  }),
  ROW_REFERENCE: ({ text }) => ({
    text: `${text} stands for what was written elsewhere`,
    hint: 'write the thing itself: each row is read alone',
  }),
  NAME_NOT_MENTIONED: ({ name, document }) => ({
    text: `${document} does not mention ${name}`,
    hint: 'check for an omission or another spelling',
  }),
  AMOUNT_NOT_IN_CASE: ({ found, total }) => ({
    text: `amount ${found} in prose is nowhere in the data (total ${total})`,
    hint: 'correct the prose or the data',
  }),
  AMOUNT_CAPITALS_DIFFER: ({ figures, capitals, expected }) => ({
    text: `the capitals ${capitals} after ${figures} should be ${expected}`,
    hint: 'correct one of them',
  }),
  AMOUNT_NOT_MENTIONED: ({ total, document }) => ({ text: `${document} does not state the amount ${total}`, hint: 'state it to the fen' }),
  COUNT_DIFFERS: ({ what, found, counted }) => ({
    text: `prose says ${found} of ${what}, the list has ${counted}`,
    hint: 'correct one of them',
  }),
  PERIOD_REVERSED: ({ what, from, to }) => ({ text: `${what} reversed: ${from} to ${to}`, hint: 'correct the days' }),
  PERIOD_OUTSIDE: ({ what, from, to, caseFrom, caseTo }) => ({
    text: `${what} (${from} to ${to}) lies outside the case (${caseFrom} to ${caseTo})`,
    hint: 'correct one of them',
  }),
  DATE_ORDER: ({ earlier, earlierDate, later, laterDate }) => ({
    text: `out of order: ${earlier} (${earlierDate}) after ${later} (${laterDate})`,
    hint: 'check both',
  }),
  DATE_IN_FUTURE: ({ what, date }) => ({ text: `${what}: ${date} is still to come`, hint: 'check the day' }),
  ARTICLE_NOT_OF_CRIME: ({ crime, article, asked }) => ({
    text: `${crime} is cited with ${article}, it is ${asked}`,
    hint: 'correct one of them',
  }),
  ARTICLE_NOT_CITED: ({ crime, article }) => ({ text: `the report does not cite ${article} for ${crime}`, hint: 'add it to criminalLaw' }),
  CRIME_NOT_OF_BEHAVIOUR: ({ fact, behaviour, crime }) => ({
    text: `fact ${fact} (${behaviour}) usually is ${crime}, which is not among the offences`,
    hint: 'check both',
  }),
  LEGAL_BASIS_MISSING: ({ document, article }) => ({
    text: `the letter does not rest on ${document} ${article}`,
    hint: 'add it to legalBasis',
  }),
  ADMIN_ARTICLE_WRONG: ({ facts, article, asked }) => ({
    text: `facts ${facts} fall under ${asked} of 条例; the report cites ${article}`,
    hint: 'correct adminLaw, or the behaviour of the fact',
  }),
  ADMIN_ARTICLE_MISSING: ({ facts, asked }) => ({
    text: `facts ${facts} fall under ${asked} of 条例, which the report does not cite`,
    hint: 'add it to adminLaw',
  }),
  LETTER_ARTICLE_DIFFERS: ({ document, article, asked }) => ({
    text: `the letter cites 《${document}》 ${article}, the report ${asked}`,
    hint: 'make the two agree',
  }),
  LETTER_ARTICLE_MISSING: ({ document, article }) => ({
    text: `the letter does not cite 《${document}》 ${article}, as report and offences do`,
    hint: 'add it to legalBasis',
  }),
  DOC_NO_IN_TITLE: ({ docNo }) => ({ text: `${docNo} stands in a title and would be printed within 《》`, hint: 'write it in docNo' }),
  REASON_FOR_UNKNOWN_RULE: ({ rule }) => ({ text: `no rule ${rule}: this reason has no effect`, hint: 'see mbpack rules' }),
  REASON_NOT_LIFTABLE: ({ rule }) => ({
    text: `a reason cannot lift ${rule}`,
    hint: 'integrity, schema, approval and leaks must be mended',
  }),
};
