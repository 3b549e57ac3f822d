/** Persons among those from whom things were taken: who signs as 持有人（提供人）. */
import { allRecords, type Case, type Signer } from '../../model/index.ts';

/** What the name of a place or a house ends in. */
const HOUSE =
  /(?:[局院所部处科室站社店厂厅会库队组楼房]|公司|中心|机构|银行|学校|集团|协会|诊所|药房|政府|机关|单位|网点|企业|法人|平台|系统|[号层]|服务器)$/;
/** `王某某`, `买买提·吐尔逊江`: what may be a person's name where no form knows it. */
const NAME = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}+(?:[·•]\p{Script=Han}+)+)$/u;

/** One blank line at least: whoever is not named here signs by hand. */
export function givers(forms: Case, origins: readonly string[]): readonly string[] {
  const names = origins.flatMap((origin) => personOf(forms, origin) ?? []);
  return names.length > 0 ? [...new Set(names)] : [''];
}

/** `陈某某`, `某某医院/陈某某` → 陈某某; undefined for a house. */
function personOf(forms: Case, origin: string): string | undefined {
  const name = (origin.split(/[/／]/).at(-1) ?? '').trim();
  if (persons(forms).has(name)) return name;
  if (houses(forms).has(name) || HOUSE.test(name) || !NAME.test(name)) return undefined;
  return name;
}

function persons({ case: main, records }: Case): ReadonlySet<string> {
  const signers = allRecords(records).flatMap(({ record }) =>
    (['provider', 'party', 'holder', 'interviewee'] as const).flatMap((role) =>
      role in record ? [(record as never)[role] as Signer] : [],
    ),
  );
  return new Set([
    ...main.suspects.map((s) => s.name),
    ...main.parties.filter((p) => p.type === '个人').map((p) => p.name),
    ...signers.map((s) => s.name).filter((name) => !HOUSE.test(name)),
  ]);
}

function houses({ case: main }: Case): ReadonlySet<string> {
  return new Set([main.sender.name, main.recipient.name, ...main.parties.filter((p) => p.type === '单位').map((p) => p.name)]);
}
