/** Are two names of places one place? An administrative prefix says little, a room nothing: the body in whose house it is counts. */

/** Deepest first last: 省, 地级市, 县区, 乡镇街道. A second 市 is a county-level one. */
const LEVELS: readonly RegExp[] = [/(?:省|自治区|特别行政区)$/u, /(?:市|州|盟|地区)$/u, /(?:县|区|旗|市)$/u, /(?:镇|乡|街道)$/u];
/** One unit at the head of a name. What is a body or a room is no unit: 医院三病区, 社区, 院区. */
const UNIT =
  /^[^院店局所厅队厂司馆站房号楼室部科处路]{1,12}?(?:特别行政区|自治[区州县旗]|地区|街道|省|(?<!^城|超|门)市(?!场|民|政)|州(?!市)|盟|县|(?<![社小病院厂校园景库辖])区(?!域)|旗|镇|乡)/u;
/** What makes the name of a body; the first in a name ends it, what follows is a room. */
const BODY =
  /^.*?(?:卫生院|卫生室|医院|诊所|门诊部|大?药房|药店|公司|中心|网点|派出所|研究所|事务所|检察院|法院|学院|学校|小学|中学|大学|银行|信用社|委员会|政府|办事处|管委会|工厂|超市|酒店|宾馆|局)/u;
const ADDRESS = /^.*?(?:路|街|大道|巷|弄|胡同|村).*?[0-9一二三四五六七八九十百]+(?:号|弄|组)/u;
/** A room, wherever it is. */
const ROOM = /(?:室|柜|科|部|处|房|站|病区|院区|仓库|库|楼|层|大厅|现场)$/u;
const SAME_WORD: readonly (readonly [RegExp, string])[] = [
  [/医保/gu, '医疗保障'],
  [/服务中心/gu, '中心'],
  [/^[本我]/u, ''],
];

/** No name of a place is longer; a hostile one is not searched to its end. */
const LONGEST = 200;

interface Parsed {
  /** By level; what is not said is empty. */
  readonly units: readonly string[];
  readonly bodies: readonly string[];
  readonly addresses: readonly string[];
  /** What is left of parts that are neither: rooms, names of villages, corners. */
  readonly others: readonly string[];
}

function parse(place: string): Parsed {
  const units = LEVELS.map(() => '');
  const [bodies, addresses, others]: [string[], string[], string[]] = [[], [], []];
  const plain = place.slice(0, LONGEST).normalize('NFKC').replace(/\s/gu, '');
  // What stands in brackets explains the name.
  for (const part of plain.replace(/\([^()]*\)/gu, '').split(/[,、;。]/u)) {
    let rest = takeUnits(part, units);
    for (const [pattern, word] of SAME_WORD) rest = rest.replace(pattern, word);
    if (rest === '') continue;
    const address = ADDRESS.exec(rest)?.[0];
    const afterAddress = address === undefined ? rest : rest.slice(address.length);
    const body = BODY.exec(afterAddress)?.[0];
    if (address !== undefined) addresses.push(address);
    if (body !== undefined) bodies.push(body);
    if (address === undefined && body === undefined) others.push(rest);
  }
  return { units, bodies, addresses, others };
}

/** Fills in the units at the head of a part and gives what follows them. */
function takeUnits(part: string, units: string[]): string {
  let rest = part;
  let from = 0;
  for (;;) {
    const unit = UNIT.exec(rest)?.[0];
    const level = unit === undefined ? -1 : LEVELS.findIndex((pattern, i) => i >= from && pattern.test(unit));
    if (unit === undefined || level < 0) return rest;
    units[level] ||= unit;
    from = level + 1;
    rest = rest.slice(unit.length);
  }
}

/** 人民医院 is in 第二人民医院, and another one. */
const NUMBERED = /[0-9一二三四五六七八九十第]/u;

function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.includes(short) && !NUMBERED.test(long.replace(short, ''));
}

const anyOf = (a: readonly string[], b: readonly string[], same: (x: string, y: string) => boolean): boolean =>
  a.some((x) => b.some((y) => same(x, y)));

/** Rooms of one house, or names too short to tell, are one place; another county, another body or another number in a street is another. */
export function samePlace(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [parse(one), parse(other)];
  if (a.units.some((unit, i) => unit !== '' && b.units[i] !== '' && unit !== b.units[i])) return false;
  if (anyOf(a.bodies, b.bodies, sameName) || anyOf(a.addresses, b.addresses, (x, y) => x === y)) return true;
  // Two bodies in one house have the address in common, which is found above.
  if (a.bodies.length > 0 && b.bodies.length > 0) return false;
  return tells(a) && tells(b) ? anyOf(wordsOf(a), wordsOf(b), (x, y) => x.includes(y) || y.includes(x)) : true;
}

const wordsOf = ({ bodies, addresses, others }: Parsed): readonly string[] => [...bodies, ...addresses, ...others];

/** A room alone, or a county alone, is compatible with every house. */
const tells = (p: Parsed): boolean => wordsOf(p).some((word) => !ROOM.test(word) || p.bodies.includes(word));
