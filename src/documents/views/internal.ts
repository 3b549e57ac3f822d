/** 内卷: 《移送涉嫌犯罪案件书面报告》 and 《移送涉嫌犯罪案件审批表》. Never part of a dossier. */
import {
  type Case,
  type Consultation,
  chineseDay,
  chineseInstant,
  type EvidenceKind,
  type InternalForm,
  type PeriodId,
  readApprovalCode,
  substanceCode,
  type TemplatePack,
} from '../../model/index.ts';
import { actors, asCase, clauses, crimes, minute, moneyOf, officerText, paragraphs, period, sentence, text } from './common.ts';
import { partyLine, suspectLine, suspectNames } from './people.ts';
import { periodTexts } from './periods.ts';

/** Never sealed: no older papers are compared with these. */
const money = moneyOf(undefined);

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
    facts: main.facts.map((f) => ({ title: f.title, narrative: paragraphs(f.narrative), figures: money.figures(f.amount) })),
    shares: (main.amount.bySuspect ?? []).map((s) => ({ name: actors(forms, [s.suspect])[0] ?? '', figures: money.figures(s.amount) })),
    completed: money.figures(main.amount.completed),
    attempted: money.figures(main.amount.attempted),
    evidenceKinds: kinds(forms),
    measures: main.measures.map((m) => `${m.type}（${m.object}）`),
    urgentRisks: text(clauses((main.urgentRisks ?? []).map((r) => `${r.type}：${r.note}`))),
    handling: text(handlingLine(internal)),
    nature: paragraphs(investigation.nature),
    consultations: (forms.correspondence?.consultations ?? []).flatMap(consultationLine),
    recommendation: paragraphs(investigation.recommendation),
    openIssues: investigation.openIssues ?? [],
    team: main.officers.map(officerText),
  };
}

/** What was asked of police or 检察院 before (法发〔2024〕6号 art. 23), and their answer; nothing where there is none yet. */
function consultationLine({ recipient, matters, reply }: Consultation): readonly string[] {
  if (reply === undefined) return [];
  const topics = [...new Set(matters.map(({ topic }) => topic))].join('、');
  const paper = reply.docNo === undefined ? '' : `（${reply.docNo}）`;
  return [`就${topics}问题商请${recipient}提出意见，${chineseInstant(reply.receivedAt)}收到答复${paper}：${sentence(reply.content)}`];
}

/** Extensions and days left out of the period for handling (国家医疗保障局令第4号 art. 45, 待核), as clauses. */
function handlingLine(internal: InternalForm | undefined): string {
  const { extensions = [], excluded = [] } = internal?.handling ?? {};
  return clauses([
    ...extensions.map(({ days, approvedOn, by }) => `${chineseDay(approvedOn)}经${by}，延长${days}日`),
    ...excluded.map(({ from, to, reason }) => `${chineseDay(from)}至${to === undefined ? '' : chineseDay(to)}的${reason}时间不计入`),
  ]);
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
    amount: money.amount(main.amount.fundLoss),
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
