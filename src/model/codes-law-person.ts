/** Codes of the law on who the people of a case are: S-11 on, F-13. */

export interface LawPersonCodes {
  /** S-11: nothing that tells the person from others of the name, and no reason why. */
  IDENTITY_MISSING: { name: string };
  /** One of type and number without the other. */
  OTHER_ID_HALF: { name: string; lacks: '证件种类' | '证件号码' };
  NATIONALITY_MISSING: { name: string; paper: string };
  /** S-12: a mark that stands where a character was lost or hidden. */
  NAME_CHARACTER_LOST: { name: string; char: string };
  /** S-13 */
  OTHER_ID_BAD: { name: string; paper: string; number: string };
  /** What the number holds, and what the form says. */
  OTHER_ID_CONTRADICTS: { name: string; field: '出生日期' | '性别'; written: string; inside: string };
  /** S-14: `facts` numbers joined by 、, or empty where the person is the actor of none. */
  SUSPECT_UNDER_AGE: { name: string; age: number; facts: string };
  SUSPECT_AGED_DURING: { name: string; reached: string; facts: string };
  SUSPECT_MINOR: { name: string; age: number };
  /** F-13 */
  RESULT_PLACE_MISSING: { facts: string };
}
