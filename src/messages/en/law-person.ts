import type { Sentences } from '../sentence.ts';
import type { LawPersonCodes } from '../zh-CN/law-person.ts';

export const lawPersonSentences: Sentences<LawPersonCodes> = {
  IDENTITY_MISSING: ({ name }) => ({
    text: `${name} has no ID number and no other paper`,
    hint: 'fill idNo, or otherIdType and otherIdNo; where none was found, noIdReason',
  }),
  OTHER_ID_HALF: ({ name, lacks }) => ({
    text: `the other paper of ${name} has no ${lacks === '证件种类' ? 'type' : 'number'}`,
    hint: 'fill otherIdType and otherIdNo',
  }),
  NATIONALITY_MISSING: ({ name, paper }) => ({
    text: `${name} has a ${paper}, and no nationality`,
    hint: 'fill nationality; 待查 where it is not known',
  }),
  NAME_CHARACTER_LOST: ({ name, char }) => ({
    text: `${name} holds ${char}: a character that was not typed, or was hidden`,
    hint: 'write the name as the paper has it',
  }),
  OTHER_ID_BAD: ({ name, paper, number }) => ({
    text: `${number} of ${name} does not look like the number of a ${paper} (form recalled, 待核)`,
    hint: 'compare it with the paper',
  }),
  OTHER_ID_CONTRADICTS: ({ name, field, written, inside }) => ({
    text: `${field} of ${name} is ${written}, the number of the paper says ${inside}`,
    hint: 'correct one of them',
  }),
  SUSPECT_UNDER_AGE: ({ name, age, facts }) => ({
    text: `${name} was ${age} when it was done${facts === '' ? '' : ` (facts ${facts})`}: below 16, not answerable for it`,
    hint: 'check the dates; take the person out of the suspects and tell it in the report, or give a reason for S-14',
  }),
  SUSPECT_AGED_DURING: ({ name, reached, facts }) => ({
    text: `${name} became 16 on ${reached}; facts ${facts} begin before`,
    hint: 'divide the facts at that day: only what came after counts',
  }),
  SUSPECT_MINOR: ({ name, age }) => ({
    text: `${name} was ${age} when it began: below 18`,
    hint: 'the letter prints a notice; a guardian is present when the person is asked',
  }),
  RESULT_PLACE_MISSING: ({ facts }) => ({ text: `facts ${facts}: not told where the fund lost by it`, hint: 'fill resultPlace' }),
};
