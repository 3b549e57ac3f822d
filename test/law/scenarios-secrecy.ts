/** S-04: what tells of a report, and what only looks so. */
import { type C, FIRST, type Scenario, type World } from './world.ts';

const source = (narrative: string) => (c: C) => Object.assign(c.case.source, { narrative });
const title = (text: string) => (c: C) => Object.assign(c.evidence.evidence[0] ?? {}, { title: text });
const TOLD = 'warning REPORT_TOLD case/source/narrative';

export const SECRECY_SCENARIOS: readonly Scenario[] = [
  ['S-04', 'the reporter, no clue registered', source('经联系举报人核实。'), TOLD],
  ['S-04', 'as a nurse told', source('据该院护士反映，存在挂床住院。'), TOLD],
  ['S-04', 'as somebody reported by telephone', source('据王某电话举报发现。'), TOLD],
  ['S-04', 'a complaint received', source('接到职工家属投诉后检查。'), TOLD],
  ['S-04', 'with spaces between', source('据 群众 反 映 发现。'), TOLD],
  ['S-04', 'a letter among the evidence', title('举报信'), 'warning REPORT_TOLD evidence/evidence/0/title'],
  [
    'S-04',
    'in the custody log',
    () => undefined,
    'warning REPORT_TOLD custody/1',
    { custody: [FIRST.replace('"items"', '"from":"举报人","items"')] },
  ],
  [
    'S-04',
    'a clue registered, its person not named there',
    (c) => Object.assign(c.internal, { clue: { informant: '孙某丙' } }) && source('据该院护士反映。')(c),
    TOLD,
  ],
];

export const SECRECY_QUIET: readonly (readonly [name: string, change: (c: C) => unknown, code: string, world?: World])[] = [
  ['the kind of source is one of a list', (c) => Object.assign(c.case.source, { type: '举报投诉' }), 'REPORT_TOLD'],
  ['a clue was looked into', source('根据线索核查发现。'), 'REPORT_TOLD'],
  ['accounts show', source('据财务账册反映，住院收入异常。'), 'REPORT_TOLD'],
  ['what data show', source('数据反映人数异常，根据结算数据反映的情况检查。'), 'REPORT_TOLD'],
  [
    'who reported is named: told once, as that',
    (c) => Object.assign(c.internal, { clue: { informant: '孙某丙' } }) && source('据孙某丙举报。')(c),
    'REPORT_TOLD',
  ],
];
