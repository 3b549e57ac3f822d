/** 内卷: 《移送涉嫌犯罪案件书面报告》 and 《移送涉嫌犯罪案件审批表》. Never part of a dossier. */
import {
  type Case,
  chineseDay,
  chineseInstant,
  type EvidenceKind,
  type InternalForm,
  type PeriodId,
  readApprovalCode,
  substanceCode,
  type TemplatePack,
} from '../../model/index.ts';
import { actors, amount, asCase, crimes, figures, minute, officerText, paragraphs, period, text } from './common.ts';
import { partyLine, suspectLine, suspectNames } from './people.ts';
import { periodTexts } from './periods.ts';

/** What the head of office decides within, and what follows the approval (医保发〔2021〕49号 三（一）). */
const TOLD = ['approve', 'transfer'] as const satisfies readonly PeriodId[];

export function reportView(forms: Case, internal: InternalForm | undefined, usual: Pick<TemplatePack, 'periods'>): object {
  const { case: main, investigation } = forms;
  const approval = internal?.approval;
  return {
    ...shared(forms, internal, usual),
    reportNo: text(approval?.reportNo),
    reportedAt: minute(approval?.reportedAt, chineseInstant),
    reportedOn: approval?.reportedAt === undefined ? '' : chineseDay(approval.reportedAt.slice(0, 10)),
    sourceType: main.source.type,
    receivedOn: chineseDay(main.source.receivedOn),
    filingNo: main.filing.docNo,
    filedOn: chineseDay(main.filing.filedOn),
    parties: main.parties.map(partyLine),
    suspects: main.suspects.map((s) => `${suspectLine(s)}，身份类别：${s.role}，在案件中的作用：${s.participation}`),
    suspectUnknownReason: text(main.suspectUnknownReason),
    period: period(main.period),
    facts: main.facts.map((f) => ({ title: f.title, narrative: paragraphs(f.narrative), figures: amount(f.amount).figures })),
    shares: (main.amount.bySuspect ?? []).map((s) => ({ name: actors(forms, [s.suspect])[0] ?? '', figures: amount(s.amount).figures })),
    completed: figures(main.amount.completed),
    attempted: figures(main.amount.attempted),
    evidenceKinds: kinds(forms),
    measures: main.measures.map((m) => `${m.type}（${m.object}）`),
    urgentRisks: (main.urgentRisks ?? []).map((r) => `${r.type}：${r.note}`),
    nature: paragraphs(investigation.nature),
    recommendation: paragraphs(investigation.recommendation),
    openIssues: investigation.openIssues ?? [],
    team: main.officers.map(officerText),
  };
}

/** A decision that bears the code of another content is none on what is printed: the form is for a new one. */
function decisionOn(main: Case['case'], internal: InternalForm | undefined): InternalForm['approval'] {
  const approval = internal?.approval;
  const read = readApprovalCode(approval?.approvedDigest ?? '');
  if (read.kind !== 'code' || read.code === substanceCode(main)) return approval;
  return approval?.reportNo === undefined ? {} : { reportNo: approval.reportNo };
}

export function approvalView(forms: Case, internal: InternalForm | undefined, usual: Pick<TemplatePack, 'periods'>): object {
  const { case: main } = forms;
  const approval = decisionOn(main, internal);
  return {
    ...shared(forms, internal, usual),
    reportNo: text(approval?.reportNo),
    filingNo: main.filing.docNo,
    suspectNames: suspectNames(forms),
    partyNames: main.parties.map((p) => p.name).join('、'),
    evidenceCount: String(forms.evidence.evidence.length),
    team: main.officers.map(officerText),
    reportedAt: minute(approval?.reportedAt, chineseInstant),
    receivedAt: minute(approval?.receivedAt, chineseInstant),
    approver: text(approval?.approver?.name),
    approverTitle: text(approval?.approver?.title),
    capacity: approval?.approver?.capacity ?? '',
    decision: approval?.decision ?? '',
    decidedAt: minute(approval?.decidedAt, chineseInstant),
    refusalReason: approval?.refusalReason === undefined ? [] : paragraphs(approval.refusalReason),
    review: internal?.legalReview
      ? {
          reviewer: internal.legalReview.reviewer,
          opinion: paragraphs(internal.legalReview.opinion),
          at: chineseInstant(internal.legalReview.at),
        }
      : null,
    discussion: internal?.discussion
      ? { at: chineseInstant(internal.discussion.at), record: paragraphs(internal.discussion.record) }
      : null,
  };
}

/** What both papers say. The reasons for going on are for the head of office alone. */
function shared(forms: Case, internal: InternalForm | undefined, usual: Pick<TemplatePack, 'periods'>): object {
  const { case: main } = forms;
  return {
    agency: main.sender.name,
    recipient: main.recipient.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    cause: main.cause,
    crimes: crimes(forms),
    amount: amount(main.amount.fundLoss),
    substance: substanceCode(main),
    periods: periodTexts(usual, TOLD),
    reasons: (internal?.reasons ?? []).map((r) => ({
      rule: r.rule,
      reason: paragraphs(r.reason),
      by: r.by,
      at: chineseInstant(r.at),
    })),
  };
}

/** `书证3项、电子数据2项`, in the order of first appearance. */
function kinds(forms: Case): string {
  const counts = new Map<EvidenceKind, number>();
  for (const { kind } of forms.evidence.evidence) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind}${count}项`).join('、') || '无';
}
