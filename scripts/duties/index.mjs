/**
 * The duties of the five source documents, clause by clause, and how far this program meets each: the table of docs/reference/duties.md.
 * `met` names, separated by spaces: a rule (`P-01`), a behaviour (`YS-B1`), a field (`case:officers.phone`), a document (`doc:report`), a command
 * (`mbpack:build_--draft`), or a member of a province's pack (`pack:jiangsu/recipients.joint`). `state`: `whole`, `part`, `none` (not yet), or
 * `outside`: not of one case's referral, or an appeal that no program can meet. test/law/duties.test.ts holds every name against what there is.
 */
import { GUIDANCE_2024 } from './guidance-2024.mjs';
import { GUANGDONG_2020, JIANGBEI_2021, JIANGSU_2024 } from './local.mjs';
import { NOTICE_49 } from './notice-49.mjs';

const SOURCES = [
  ['医保发〔2021〕49号', NOTICE_49],
  ['法发〔2024〕6号（指导意见）', GUIDANCE_2024],
  ['重庆市江北区2021年的文件', JIANGBEI_2021],
  ['苏医保发〔2024〕32号（江苏）', JIANGSU_2024],
  ['粤医保发〔2020〕26号（广东）', GUANGDONG_2020],
];

/** In the order of the documents, numbered from 1. */
export const DUTIES = SOURCES.flatMap(([source, rows]) =>
  rows.map(([article, who, duty, state, met, missing = '']) => ({
    source,
    article,
    who,
    duty,
    state,
    met: met.split(' ').filter(Boolean),
    missing,
  })),
).map((row, i) => ({ no: i + 1, ...row }));
