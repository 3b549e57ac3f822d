/** The files of 挂床住院: a hospital that bills beds nobody sleeps in. */
import { join } from 'node:path';
import { below, caseFolder } from './case-folder.mjs';
import { writeCustody } from './custody.mjs';
import { fillDigests } from './digests.mjs';
import { doorLogZip } from './door-log.mjs';
import { RECORDS } from './papers-records.mjs';
import { WRITTEN } from './papers-written.mjs';
import { PICTURES } from './pictures.mjs';
import { PRINTS } from './prints.mjs';
import { signedPapers } from './signed.mjs';
import { settlementCsv } from './tables.mjs';
import { WARD_EVENTS } from './ward-custody.mjs';
import { writeWardDb } from './ward-db.mjs';
import { summaryWorkbook } from './workbook.mjs';

const DATA = 'evidence/04-电子数据';

export async function makeWard(folder) {
  const files = caseFolder(folder);
  files.clear();
  files.papers(below({ ...WRITTEN, ...RECORDS }));
  await files.prints(below(PRINTS));
  for (const [path, make] of Object.entries(below(PICTURES))) files.write(path, make());
  for (const [i, numeral] of [...'一二三'].entries()) files.write(`${DATA}/医保结算明细（事实${numeral}）.csv`, settlementCsv(i + 1));
  files.write(`${DATA}/医保基金损失核算汇总表.xlsx`, summaryWorkbook());
  files.write(`${DATA}/门禁主机原始日志.zip`, doorLogZip());
  writeWardDb(join(folder, DATA, '护理与门禁数据库.sqlite'));
  fillDigests(folder);
  writeCustody(folder, WARD_EVENTS);
  // Last, for the documents say how much evidence there is.
  files.scans(await signedPapers(folder));
  files.check();
}
