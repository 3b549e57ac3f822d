/** What the forms cite: which document, by whatever name, and which of its articles. */
import { articlesIn, type Citation } from '../model/index.ts';

/** Name and 文号: a pattern finds a document by either. */
export const citedAs = ({ document, docNo = '' }: Citation): string => `${document}${docNo}`;

/** A 文号 in brackets behind or within a name: `…的通知（医保发〔2021〕49号）`. */
export const DOC_NO_IN_NAME = /[（(][^（）()]*[〔[［【]\d{4}[〕\]］】]第?\d+号[）)]/u;

export const isCriminalLaw = ({ document }: Pick<Citation, 'document'>): boolean => /刑法$/u.test(document.replace(/[《》]/gu, '').trim());

/** 《医疗保障基金使用监督管理条例》 itself, not its 实施细则. */
export const isRegulation = (citation: Citation): boolean => /基金使用监督管理条例(?!.*实施细则)|735号/u.test(citedAs(citation));

/** 2024 指导意见 */
export const isGuidance = (citation: Citation): boolean => /医保骗保刑事案件若干问题的指导意见|法发〔2024〕6号/u.test(citedAs(citation));

/** All articles that rows of a form cite. */
export const articlesOf = (rows: readonly Citation[]): readonly string[] => [...new Set(rows.flatMap((row) => articlesIn(row.article)))];
