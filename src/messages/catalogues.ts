/** code + args → sentence. Chinese is the default whatever the locale says. */
import type { Code, Codes, Finding } from '../model/index.ts';
import { displayedArguments } from './argument-texts.ts';
import { approvalSentences as enApproval } from './en/approval.ts';
import { bagSentences as enBag } from './en/bag.ts';
import { caseSentences as enCase } from './en/case.ts';
import { collectSentences as enCollect } from './en/collect.ts';
import { custodySentences as enCustody } from './en/custody.ts';
import { documentSentences as enDocument } from './en/document.ts';
import { dossierSentences as enDossier } from './en/dossier.ts';
import { editSentences as enEdit } from './en/edit.ts';
import { exhibitSentences as enExhibit } from './en/exhibit.ts';
import { lawSentences as enLaw } from './en/law.ts';
import { lawCaseSentences as enLawCase } from './en/law-case.ts';
import { lawCourseSentences as enLawCourse } from './en/law-course.ts';
import { lawEvidenceSentences as enLawEvidence } from './en/law-evidence.ts';
import { lawPersonSentences as enLawPerson } from './en/law-person.ts';
import { operationSentences as enOperation } from './en/operation.ts';
import { scanSentences as enScan } from './en/scan.ts';
import { ui as enUi } from './en/ui.ts';
import type { Sentence, Sentences } from './sentence.ts';
import type { Ui } from './ui.ts';
import { type ApprovalCodes, approvalSentences } from './zh-CN/approval.ts';
import { type BagCodes, bagSentences } from './zh-CN/bag.ts';
import { type CaseCodes, caseSentences } from './zh-CN/case.ts';
import { type CollectCodes, collectSentences } from './zh-CN/collect.ts';
import { type CustodyCodes, custodySentences } from './zh-CN/custody.ts';
import { type DocumentCodes, documentSentences } from './zh-CN/document.ts';
import { type DossierCodes, dossierSentences } from './zh-CN/dossier.ts';
import { type EditCodes, editSentences } from './zh-CN/edit.ts';
import { type ExhibitCodes, exhibitSentences } from './zh-CN/exhibit.ts';
import { type LawCodes, lawSentences } from './zh-CN/law.ts';
import { type LawCaseCodes, lawCaseSentences } from './zh-CN/law-case.ts';
import { type LawCourseCodes, lawCourseSentences } from './zh-CN/law-course.ts';
import { type LawEvidenceCodes, lawEvidenceSentences } from './zh-CN/law-evidence.ts';
import { type LawPersonCodes, lawPersonSentences } from './zh-CN/law-person.ts';
import { type OperationCodes, operationSentences } from './zh-CN/operation.ts';
import { type ScanCodes, scanSentences } from './zh-CN/scan.ts';
import { ui as zhUi } from './zh-CN/ui.ts';

/** Gives the model, by type alone, the codes of findings and their arguments as the Chinese catalogue declares them. */
declare module '../model/finding.ts' {
  interface Codes
    extends ApprovalCodes,
      BagCodes,
      CaseCodes,
      CollectCodes,
      CustodyCodes,
      DocumentCodes,
      DossierCodes,
      EditCodes,
      ExhibitCodes,
      LawCodes,
      LawCaseCodes,
      LawCourseCodes,
      LawEvidenceCodes,
      LawPersonCodes,
      OperationCodes,
      ScanCodes {}
}

export type Language = 'zh-CN' | 'en';

const CATALOGUES: Readonly<Record<Language, Sentences<Codes>>> = {
  'zh-CN': {
    ...approvalSentences,
    ...bagSentences,
    ...caseSentences,
    ...documentSentences,
    ...dossierSentences,
    ...lawSentences,
    ...operationSentences,
    ...lawEvidenceSentences,
    ...lawCaseSentences,
    ...lawCourseSentences,
    ...lawPersonSentences,
    ...custodySentences,
    ...exhibitSentences,
    ...collectSentences,
    ...editSentences,
    ...scanSentences,
  },
  en: {
    ...enApproval,
    ...enBag,
    ...enCase,
    ...enDocument,
    ...enDossier,
    ...enLaw,
    ...enOperation,
    ...enLawEvidence,
    ...enLawCase,
    ...enLawCourse,
    ...enLawPerson,
    ...enCustody,
    ...enExhibit,
    ...enCollect,
    ...enEdit,
    ...enScan,
  },
};

/** The sentence of a finding; its arguments come through the door of displayed text, so that only our templates break lines. */
export function sentenceOf(finding: Finding, language: Language): Sentence {
  const make = CATALOGUES[language][finding.code] as (args: Codes[Code]) => Sentence;
  return make(displayedArguments(finding));
}

/** What the command line says besides findings. */
export function uiOf(language: Language): Ui {
  return language === 'en' ? enUi : zhUi;
}
