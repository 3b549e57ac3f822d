/** The summary of the amounts as XLSX: four small sheets, written by hand so that the bytes never change. */
import { zipSync } from 'fflate';
import { amountOf, byFund, byYear, countedOf, FACTS, FUNDS, LOSS, sum, yuan } from './amounts.mjs';
import { stays } from './settlements.mjs';

const TITLES = { 1: '事实一　挂床住院', 2: '事实二　虚构康复治疗项目', 3: '事实三　诱导虚假住院' };
const xmlText = (s) => String(s).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const MADE = new Date(2026, 6, 22, 9, 0, 0);

export function summaryWorkbook() {
  const money = (fen) => ({ money: yuan(fen) });
  const months = new Map();
  for (const row of stays(1)) {
    const key = row.out.slice(0, 7);
    const old = months.get(key) ?? { count: 0, fund: 0 };
    months.set(key, { count: old.count + 1, fund: old.fund + row.fund });
  }
  const sheets = {
    汇总: [
      ['事实', '人次', '基金支付（元）', '与其他事实重复（元）', '计入损失（元）'],
      ...[1, 2, 3].map((f) => [TITLES[f], stays(f).length, money(amountOf(f)), money(FACTS[f].overlap), money(countedOf(f))]),
      ['合计', '', money(sum([1, 2, 3].map(amountOf))), money(sum([1, 2, 3].map((f) => FACTS[f].overlap))), money(LOSS)],
    ],
    分基金: [
      ['基金', '事实一', '事实二', '事实三', '合计（元）'],
      ...FUNDS.map((fund, i) => [fund, ...[1, 2, 3].map((f) => money(byFund([f])[i])), money(byFund()[i])]),
      ['合计', ...[1, 2, 3].map((f) => money(countedOf(f))), money(LOSS)],
    ],
    分年度: [
      ['年度（按结算日期）', '事实一', '事实二', '事实三', '合计（元）'],
      ...[2025, 2026].map((y, i) => [String(y), ...[1, 2, 3].map((f) => money(byYear([f])[i])), money(byYear()[i])]),
      ['合计', ...[1, 2, 3].map((f) => money(countedOf(f))), money(LOSS)],
    ],
    事实一按月: [
      ['结算月份', '人次', '基金支付（元）'],
      ...[...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([m, v]) => [m, v.count, money(v.fund)]),
      ['合计', sum([...months.values()].map((v) => v.count)), money(sum([...months.values()].map((v) => v.fund)))],
    ],
  };
  return workbook(sheets, MADE);
}

/** Sheets by name, rows of text, numbers and `{money}`; `made`: the same moment in every entry, the day the summary was made. */
export function workbook(sheets, made) {
  const names = Object.keys(sheets);
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${rel}"><sheets>${names.map((n, i) => `<sheet name="${xmlText(n)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${rels}">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId${names.length + 1}" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf fontId="0"/><xf fontId="0" numFmtId="4" applyNumberFormat="1"/><xf fontId="1"/></cellXfs></styleSheet>`,
  };
  for (const [i, name] of names.entries()) {
    const rows = sheets[name].map(
      (cells, r) => `<row r="${r + 1}">${cells.map((cell, c) => xmlCell(cell, `${'ABCDEFGH'[c]}${r + 1}`, r === 0)).join('')}</row>`,
    );
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `${head}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="6" width="18" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
  }
  const entries = Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, [Buffer.from(xml), { mtime: made, level: 6 }]]));
  return Buffer.from(zipSync(entries));
}

function xmlCell(cell, ref, bold) {
  if (typeof cell === 'object') return `<c r="${ref}" s="1"><v>${cell.money}</v></c>`;
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  return `<c r="${ref}" t="inlineStr"${bold ? ' s="2"' : ''}><is><t>${xmlText(cell)}</t></is></c>`;
}
