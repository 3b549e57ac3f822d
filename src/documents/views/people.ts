/** Parties and suspects as rows of label and value. */
import { type Case, chineseDay, type Identified, type Party, type Suspect } from '../../model/index.ts';

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

type Row = readonly [label: string, value: string | undefined];

function present(rows: readonly Row[]): readonly LabelledValue[] {
  return rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]));
}

const otherPaper = ({ nationality, otherIdType, otherIdNo, noIdReason }: Identified): readonly Row[] => [
  ['国籍', nationality],
  ['其他证件种类', otherIdType],
  ['其他证件号码', otherIdNo],
  ['没有证件号码的原因', noIdReason],
];

export function partyView(party: Party): { readonly name: string; readonly fields: readonly LabelledValue[] } {
  return {
    name: party.name,
    fields: present([
      [party.type === '单位' ? '单位名称' : '姓名', party.name],
      ['统一社会信用代码', party.uscc],
      ['医保定点机构编码', party.medicalCode],
      ['机构等级', party.grade],
      ['法定代表人', party.legalRepresentative],
      ['公民身份号码', party.idNo],
      ...otherPaper(party),
      ['住所', party.address],
      ['联系电话', party.phone],
    ]),
  };
}

export function suspectView(suspect: Suspect): { readonly name: string; readonly fields: readonly LabelledValue[] } {
  return {
    name: suspect.name,
    fields: present([
      ['姓名', suspect.name],
      ['曾用名', suspect.formerName],
      ['性别', suspect.gender],
      ['出生日期', suspect.birthDate && chineseDay(suspect.birthDate)],
      ['民族', suspect.ethnicity],
      ['公民身份号码', suspect.idNo],
      ...otherPaper(suspect),
      ['户籍所在地', suspect.registeredAddress],
      ['现住址', suspect.address],
      ['工作单位', suspect.employer],
      ['职务', suspect.position],
      ['联系电话', suspect.phone],
      ['身份类别', suspect.role],
      ['在案件中的作用', suspect.participation],
      ['是否国家工作人员', suspect.publicOfficial],
      ['是否利用职务便利', suspect.usedOffice],
      ['人大代表、政协委员情况', suspect.deputy],
      ['既往处罚、刑事记录', suspect.priors?.join('；')],
      ['目前下落', suspect.whereabouts],
    ]),
  };
}

/** Who has no employer or no position writes so in the form; in a line of what a person is, it says nothing. */
const NONE = /^(?:无|没有|—|-|\/)$/u;
const said = (value: string | undefined): string => (value === undefined || NONE.test(value.trim()) ? '' : value);

const CHINESE = /^中(?:国|华)/u;

/** What tells the person from others of the name: the number of one paper. */
function numberOf({ idNo, otherIdType, otherIdNo }: Identified): string {
  if (idNo) return `公民身份号码${idNo}`;
  return otherIdNo ? `${otherIdType ?? '证件'}号码${otherIdNo}` : '';
}

/** One line on each suspect for the 移送书. */
export function suspectLine(suspect: Suspect): string {
  const parts = [
    suspect.gender === '不详' ? '' : suspect.gender,
    suspect.birthDate ? `${chineseDay(suspect.birthDate)}出生` : '',
    suspect.nationality && !CHINESE.test(suspect.nationality) ? `国籍：${suspect.nationality}` : '',
    numberOf(suspect),
    `${said(suspect.employer)}${said(suspect.position)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? suspect.name : `${suspect.name}（${parts.join('，')}）`;
}

/** One line on each party for the 移送书. */
export function partyLine(party: Party): string {
  const number = party.uscc ? `统一社会信用代码${party.uscc}` : numberOf(party);
  const head = party.legalRepresentative ? `法定代表人${party.legalRepresentative}` : '';
  const parts = [number, head].filter((part) => part !== '');
  return parts.length === 0 ? party.name : `${party.name}（${parts.join('，')}）`;
}

/** Names of the suspects, or why they are not known. */
export function suspectNames(forms: Case): string {
  const { suspects, suspectUnknownReason } = forms.case;
  return suspects.length > 0 ? suspects.map((s) => s.name).join('、') : `待查（${suspectUnknownReason ?? '尚未查明'}）`;
}
