/** The verdict on a dossier: what is in it against its lists, its data and the law, and the answers. Runs in Node and in a browser. */
export type { Answers, NotCompared, Qualities, Quality } from './answers.ts';
export { notCompared, renderings } from './comparable.ts';
export { conclusionOf } from './conclusion.ts';
export { type Digested, digestsByPath, type FileFacts, readFacts } from './facts.ts';
export { indexRows } from './index-rows.ts';
export { type JudgeOptions, judge, type RulesRun, type Verdict } from './judge.ts';
export type { DocumentWork, EvidenceReader, KnownPack, Machine, WeakDigests } from './machine.ts';
export { comparePaper, type PaperComparison, paperDigits, withPaper } from './paper.ts';
export { type AnswerRow, answerRows, custodyHeadRow, limitsOf, QUALITIES, qualityRows, threeAnswers } from './rows.ts';
export { forReceiver, tellingFirst } from './telling.ts';
