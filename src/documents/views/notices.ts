/** What the police are asked to mind about a person: delegates, minors, foreigners have protections of their own. */
import { ageOn, birthOf, type Case, chineseDay, type Suspect } from '../../model/index.ts';

const OF_AGE = 18;
const CHINESE = /^中(?:国|华)|^待查$/u;
/** `不是人大代表、政协委员` names both and is neither. */
const NEITHER = /^(?:不|非|无|没有|否|未)/u;

/** A sentence for each person and protection, in the order of the form. */
export function personNotices({ case: { suspects, facts, period }, transfer }: Case): readonly string[] {
  return suspects.flatMap((suspect) => {
    const acts = facts.filter(({ actors }) => actors.includes(suspect.id)).map((fact) => fact.period.from);
    return [...delegate(suspect), ...minor(suspect, acts.sort()[0] ?? period.from, transfer.issuedOn), ...foreigner(suspect)];
  });
}

function* delegate({ name, deputy = '' }: Suspect): Iterable<string> {
  const said = deputy.trim();
  if (NEITHER.test(said)) return;
  if (said.includes('代表'))
    yield `${name}系${said}，拟采取限制人身自由的措施的，请依照《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》办理许可或者报告手续。`;
  else if (said.includes('委员')) yield `${name}系${said}，拟采取强制措施的，请按规定向其所在的政协组织通报情况。`;
}

/** 刑法 art. 17, 刑事诉讼法 art. 281: mitigated where under 18 at the act; a guardian present where still under 18. */
function* minor(suspect: Suspect, firstAct: string, issuedOn: string): Iterable<string> {
  const born = birthOf(suspect);
  if (born === undefined) return;
  const { name } = suspect;
  if (ageOn(born, issuedOn) < OF_AGE)
    yield `${name}（${chineseDay(born)}出生）移送时未满十八周岁，请依照《中华人民共和国刑事诉讼法》第二百八十一条通知其法定代理人或者其他合适成年人到场。`;
  if (ageOn(born, firstAct) < OF_AGE)
    yield `${name}（${chineseDay(born)}出生）行为开始时未满十八周岁，请注意适用《中华人民共和国刑法》第十七条。`;
}

function* foreigner({ name, nationality = '' }: Suspect): Iterable<string> {
  if (nationality === '' || CHINESE.test(nationality)) return;
  yield `${name}系外国人（国籍：${nationality}），请核实国籍，依照外国人犯罪案件的程序办理并通报有关机关。`;
}
