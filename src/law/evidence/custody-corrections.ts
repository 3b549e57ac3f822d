/** C-09: what the log takes back of itself is told with what it had said; and a correction that no log may hold counts for nothing. */
import { type CorrectedLine, type CustodyEvent, correctedLog, correctionChanges, NEEDS_TWO } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';

/** What happened, as the corrected log of a case has it. */
export function historyOf({ custody }: Pick<RuleInput, 'custody'>): readonly CustodyEvent[] {
  return correctedLog(custody?.events ?? []).events;
}

function* corrections({ case: c, custody }: RuleInput): Iterable<Hit> {
  const { corrected, faults } = correctedLog(custody?.events ?? []);
  for (const [, line] of [...corrected].sort(([a], [b]) => a - b)) yield told(line);
  yield* correctors(c.case.officers, custody?.events ?? []);
  for (const { line, corrects, problem } of faults)
    yield hit('CUSTODY_CORRECTION_BAD', { line, corrects, problem }, 'custody', `/${line}`, 'error');
}

/** Asked as the other lines are: two of what two do, and people of the case or of the log. The correction that counts is asked. */
function* correctors(officers: RuleInput['case']['case']['officers'], events: readonly CustodyEvent[]): Iterable<Hit> {
  const acting = events.filter(({ action }) => action !== 'correct').flatMap(({ by }) => by);
  const known = new Set([...officers, ...acting].map(({ name }) => name));
  for (const { written, corrections: all } of correctedLog(events).corrected.values()) {
    const { seq: line, by: people, items: evidence } = all.at(-1) as CustodyEvent;
    const by = [...new Set(people.map(({ name }) => name))];
    const because = by.some((name) => !known.has(name)) ? 'stranger' : NEEDS_TWO.has(written.action) && by.length < 2 ? 'alone' : undefined;
    if (because !== undefined)
      yield hit('CUSTODY_CORRECTOR', { line, corrects: written.seq, by, because, evidence }, 'custody', `/${line}`, 'error');
  }
}

/** Both: what the line says, and what the correction that counts says, by whom, when and why. */
function told({ written, corrections: all }: CorrectedLine): Hit {
  const { seq: line, at, by, items, reason: grounds = '', replace, voidFiles: files = [], ...last } = all.at(-1) as CustodyEvent;
  const changes = correctionChanges(written, replace);
  const args = {
    corrects: written.seq,
    action: written.action,
    line,
    times: all.length,
    isVoid: last.void === true,
    changes,
    files,
    grounds,
    by: by.map(({ name }) => name),
    at,
    evidence: items,
  };
  return hit('CUSTODY_CORRECTED', args, 'custody', `/${line}`, 'info');
}

export const CORRECTION_RULES: readonly Rule[] = [
  {
    id: 'C-09',
    severity: 'error',
    since: '0.2.0',
    basis: [...basis('最高法刑诉法解释（2021）', '第一百一十一条', '第一百一十三条'), ...basis('法发〔2016〕22号', '第五条')],
    asks: '保管记录写错的，原来那一条一个字不动，用“更正”另记一条，写明更正第几条、应当是什么、理由和更正人；同一条再更正的，以最后一次为准。更正的是更早的一条，不能更正成卷，不能更正一条更正；校验值只能作废，不能改写。更正人是办案人员或者经手过证据的人；固定、提取、封存、启封由两人进行，更正也要两人。原来怎样写、更正为什么，都列出来；不合规定的更正不算数。',
    why: '记录要能改正，又不能让人看不出改过：两样都在，才说得清当时发生了什么、后来为什么改。',
    right:
      '第 3 条地点写错：mbpack custody 案件 --add 更正 --line 3 --place 某某医院病案室 --by 甲 --by 乙 --reason 误写为信息科，以现场笔录为准。',
    wrong: '用记事本把第 3 条的地点改过来；或者更正第 9 条，而第 9 条本身是一条更正。',
    codes: ['CUSTODY_CORRECTED', 'CUSTODY_CORRECTION_BAD', 'CUSTODY_CORRECTOR'],
    check: corrections,
  },
];
