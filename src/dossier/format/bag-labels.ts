/** Labels of bag-info.txt (RFC 8493 §2.2.2) as the case's data give them; Payload-Oxum and the format's own stand beside. */
import { type Case, type DossierPurpose, dayInChina } from '../../model/index.ts';

export interface Software {
  readonly name: string;
  readonly version: string;
}

export function bagLabels(
  c: Case,
  now: number,
  { name, version }: Software,
  purpose?: DossierPurpose,
): readonly (readonly [string, string])[] {
  return [
    ['Source-Organization', c.case.sender.name],
    ['External-Identifier', c.case.caseNo],
    ['External-Description', c.case.name],
    ['Bagging-Date', dayInChina(now)],
    ['Bag-Group-Identifier', c.case.caseNo],
    ['Bag-Count', '1 of 1'],
    ['Bag-Software-Agent', `${name} ${version}`],
    ...(purpose ? [['Mbpack-Purpose', purpose] as const] : []),
  ];
}
