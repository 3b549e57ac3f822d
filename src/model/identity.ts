/** How names and numbers are compared, and the check characters of the two national numbers: only the arithmetic is tested, never whether one was issued. */
import type { Identified } from './case-facts.ts';
import { isDay } from './time.ts';

/** A name as it is compared: 陶 书衡 and 陶书衡 are one. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '');

/** A number of a person or an organisation as it is compared: x and X, full-width and half-width digits are one. */
export const numberKey = (number: string): string => nameKey(number).toUpperCase();

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** 公民身份号码: GB 11643-1999, 17 digits and a check character by ISO 7064 MOD 11-2; the date inside must exist. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  if (!isDay(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return ID_CHECKS[sum % 11] === text[17];
}

/** Birth date inside a 公民身份号码, `YYYY-MM-DD`. */
export function birthDateOf(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

/** Sex inside a 公民身份号码: the 17th digit is odd for men. */
export function genderOf(idNumber: string): '男' | '女' {
  return Number(idNumber[16]) % 2 === 1 ? '男' : '女';
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码: GB 32100-2015, 18 characters of a 31-letter alphabet, check character MOD 31. */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false;
  const values = [...text].map((c) => CREDIT_ALPHABET.indexOf(c));
  if (values.includes(-1)) return false;
  const sum = CREDIT_WEIGHTS.reduce((total, weight, i) => total + weight * (values[i] as number), 0);
  return (31 - (sum % 31)) % 31 === values[17];
}

/** 15 digits, as issued until 1999: the date without its century, no check character. */
export function isOldIdNumber(text: string): boolean {
  return /^\d{15}$/.test(text) && isDay(oldBirthDate(text));
}

const oldBirthDate = (number: string): string => `19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`;

/** 外国人永久居留身份证 since 2023: 18 digits that begin with 9, with the check of GB 11643; before, three letters and twelve digits. */
const isResidenceNumber = (text: string): boolean => /^[A-Z]{3}\d{12}$/.test(text) || (text.startsWith('9') && isIdNumber(text));

/** How numbers of other papers look, by what is generally known of them; a paper of another kind may have any. */
const OTHER_NUMBERS: Readonly<Record<NonNullable<Identified['otherIdType']>, (number: string) => boolean>> = {
  护照: (n) => /^[A-Z0-9]{5,17}$/.test(n),
  港澳居民来往内地通行证: (n) => /^[HM]\d{8}(?:\d{2})?$/.test(n),
  台湾居民来往大陆通行证: (n) => /^\d{8}(?:\d{2})?$/.test(n),
  港澳台居民居住证: (n) => /^8[123]0000/.test(n) && isIdNumber(n),
  外国人永久居留身份证: isResidenceNumber,
  十五位居民身份证: isOldIdNumber,
  其他: () => true,
};

export const looksLike = (type: keyof typeof OTHER_NUMBERS, number: string): boolean => OTHER_NUMBERS[type](numberKey(number));

/** Sex inside the number of a paper that tells it: odd for men. Undefined where it does not. */
export function genderInside(number: string): '男' | '女' | undefined {
  const key = numberKey(number);
  if (isIdNumber(key)) return genderOf(key);
  return isOldIdNumber(key) ? (Number(key.at(-1)) % 2 === 1 ? '男' : '女') : undefined;
}

/** Birth date by the form, or inside the number that the person has; undefined where neither tells it. */
export function birthOf({ idNo = '', otherIdNo = '', birthDate }: Identified & { readonly birthDate?: string }): string | undefined {
  if (birthDate !== undefined && isDay(birthDate)) return birthDate;
  const number = isIdNumber(idNo) ? idNo : numberKey(otherIdNo);
  if (isIdNumber(number)) return birthDateOf(number);
  return isOldIdNumber(number) ? oldBirthDate(number) : undefined;
}

/** Full years on a day; both `YYYY-MM-DD`. */
export function ageOn(born: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);
}
