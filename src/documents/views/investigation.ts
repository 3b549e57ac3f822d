/** 《案件调查报告》: the fourteen sections. Nothing of 内卷 (approval, 法制审核, clue, informant) is read here. */
import {
  behaviour,
  behaviourText,
  type Case,
  CIRCUMSTANCES,
  chineseDay,
  EVIDENCE_KINDS,
  type Fact,
  formatFen,
  parseYuan,
  sumYuan,
  type TemplatePack,
} from '../../model/index.ts';
import {
  actors,
  amount,
  asCase,
  bothKinds,
  citation,
  crimes,
  evidenceNumbers,
  figures,
  officers,
  officerText,
  paragraphs,
  participantText,
  period,
  sentence,
  sentences,
  text,
} from './common.ts';
import { penaltyView } from './penalty.ts';
import { partyView, suspectView } from './people.ts';

type Added = Pick<TemplatePack, 'behaviours'>;

/** The words of the table for a behaviour, as those who made the papers had them, and those of the pack's finer list. */
function conduct({ behaviour: code, localBehaviour }: Fact, { behaviours = [] }: Added, madeBy: string | undefined): string {
  const row = behaviour(code);
  const local = localBehaviour === undefined ? undefined : behaviours.find((b) => b.code === localBehaviour)?.text;
  return `${row ? behaviourText(row, madeBy) : code}${local === undefined ? '' : `（${local}）`}`;
}

/** `madeBy`: the version that made the dossier whose papers this is compared with. */
export function investigationView(forms: Case, added: Added, madeBy?: string): object {
  const { case: main, investigation: report, evidence } = forms;
  return {
    agency: main.sender.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    cause: sentence(main.cause),
    source: { type: main.source.type, receivedOn: chineseDay(main.source.receivedOn), narrative: sentences(main.source.narrative) },
    filing: { docNo: main.filing.docNo, filedOn: chineseDay(main.filing.filedOn) },
    team: main.officers.map((o) => ({ ...{ name: o.name, certNo: o.certNo, role: o.role }, unit: text(o.unit) })),
    teamText: main.officers.map(officerText),
    participants: (main.participants ?? []).map(participantText),
    steps: report.steps.map((s) => ({
      on: chineseDay(s.on),
      action: s.action,
      officers: officers(forms, s.officers).join('、'),
      evidence: evidenceNumbers(s.evidence ?? []),
    })),
    seizure: sentences(report.seizure),
    parties: main.parties.map(partyView),
    suspects: main.suspects.map(suspectView),
    suspectUnknownReason: text(sentence(main.suspectUnknownReason ?? '')),
    facts: main.facts.map((f) => ({
      no: f.factNo,
      title: f.title,
      behaviour: conduct(f, added, madeBy),
      period: period(f.period),
      place: sentence(f.place),
      resultPlace: text(f.resultPlace),
      actors: actors(forms, f.actors).join('、'),
      method: sentences(f.method),
      consequence: f.consequence === undefined ? [] : sentences(f.consequence),
      narrative: sentences(f.narrative),
      amount: amount(f.amount),
      overlap: parseYuan(f.overlap ?? '0') === 0n ? '' : figures(f.overlap),
      evidence: evidenceNumbers(f.evidence),
    })),
    amount: amountView(forms),
    evidence: evidence.evidence.map((e) => ({
      no: e.evidenceNo,
      title: e.title,
      kind: bothKinds(e.kind, EVIDENCE_KINDS[e.kind].criminal),
      proves: e.proves,
      facts: e.facts.join('、'),
    })),
    proof: report.proof.map((p) => ({ fact: p.fact, element: p.element, evidence: evidenceNumbers(p.evidence) })),
    intentEvidence: [...report.intentEvidence.flatMap(paragraphs), ...sentences(report.intentReason ?? '')],
    ...askedBeside(forms),
    noReportReason: text(sentence(main.noReportReason ?? '')),
    nature: sentences(report.nature),
    adminLaw: report.adminLaw.map(citation),
    criminalLaw: report.criminalLaw.map(citation),
    crimes: crimes(forms),
    aggravating: sentence([...(report.circumstances?.aggravating ?? []), ...listed(forms, '从重')].join('；')),
    mitigating: sentence([...(report.circumstances?.mitigating ?? []), ...listed(forms, '从宽')].join('；')),
    property: [...sentences(report.property), ...equivalents(forms)],
    itemCount: forms.items.none ? null : String(forms.items.items.length),
    adminHandling: report.adminHandling.map(sentence),
    penalty: penaltyView(main.penalty),
    recommendation: sentences(report.recommendation),
    openIssues: (report.openIssues ?? []).map(sentence),
    reportedOn: chineseDay(report.reportedOn),
  };
}

function amountView({ case: main }: Case): object {
  const a = main.amount;
  const recovered = a.recovered ?? [];
  return {
    ...amount(a.fundLoss),
    method: a.method,
    methodNote: sentences(a.methodNote),
    certifiedBy: a.certifiedBy,
    basis: a.basis,
    byFund: a.byFund.map((f) => ({ name: f.localFund ?? f.fund, figures: amount(f.amount).figures })),
    byYear: (a.byYear ?? []).map((y) => ({ name: `${y.year}年`, figures: amount(y.amount).figures })),
    bySuspect: (a.bySuspect ?? []).map((s) => ({
      name: main.suspects.find((p) => p.id === s.suspect)?.name ?? s.suspect,
      figures: amount(s.amount).figures,
      note: s.note ?? '',
    })),
    grossFee: figures(a.grossFee),
    selfPaid: figures(a.selfPaid),
    completed: figures(a.completed),
    attempted: figures(a.attempted),
    recovered: recovered.map((r) => ({
      on: chineseDay(r.on),
      figures: amount(r.amount).figures,
      voucherNo: r.kind === undefined ? r.voucherNo : `${r.voucherNo}（${r.kind}）`,
    })),
    recoveredTotal: formatFen(sumYuan(recovered.map((r) => r.amount))),
    outstanding: formatFen((parseYuan(a.fundLoss) ?? 0n) - sumYuan(recovered.map((r) => r.amount))),
  };
}

/** Circumstances that articles name, as clauses: who, which, with what evidence, by which article. */
function listed({ case: { suspects }, investigation }: Case, weighs: (typeof CIRCUMSTANCES)[number]['weighs']): readonly string[] {
  return (investigation.circumstances?.listed ?? []).flatMap(({ ground, suspects: ids, evidence = [], note }) => {
    const row = CIRCUMSTANCES.find((c) => c.ground === ground);
    if (row?.weighs !== weighs) return [];
    const who = ids.map((id) => suspects.find((s) => s.id === id)?.name ?? id).join('、');
    const told = note === undefined ? '' : `，${sentence(note).replace(/。$/u, '')}`;
    return [`${who}：${ground}${told}（${row.article}${evidence.length > 0 ? `；证据：${evidenceNumbers(evidence)}` : ''}）`];
  });
}

/** What cannot be recovered as it was, and property of the same worth (指导意见 art. 21). */
function equivalents({ case: { amount: a } }: Case): readonly string[] {
  const named = (evidence: readonly string[] = []): string => (evidence.length > 0 ? `（证据：${evidenceNumbers(evidence)}）` : '');
  const lost = (a.untraced ?? []).map(
    (u) => `违法所得${figures(u.amount)}元${u.cause}：${sentence(u.situation).replace(/。$/u, '')}${named(u.evidence)}。`,
  );
  const instead = (a.equivalents ?? []).map(
    (e) =>
      `可供追缴等值部分的财产：${e.property}，名义人${e.holder}${e.value ? `，估计价值${figures(e.value)}元` : ''}${named(e.evidence)}。`,
  );
  return [...lost, ...instead];
}

/** What the police have to look at besides: who knew (指导意见 art. 9), other offences (art. 11), witnesses not heard (art. 19), 挂牌督办. */
function askedBeside({
  case: {
    facts,
    otherOffences,
    amount: { witnesses },
    listing,
  },
}: Case): object {
  return {
    knowledge: facts.flatMap(({ factNo, knowledge }) =>
      knowledge === undefined
        ? []
        : [
            {
              fact: factNo,
              grounds: knowledge.grounds.join('、'),
              evidence: evidenceNumbers(knowledge.evidence),
              rebuttal: knowledge.rebuttal,
              response: text(sentence(knowledge.response ?? '')),
            },
          ],
    ),
    // What concerns the supervisory organ goes there, in a package of its own.
    otherOffences: (otherOffences ?? [])
      .filter(({ type }) => type !== '腐败和保护伞')
      .map(({ type, note, evidence = [] }) => ({ type, note: sentence(note), evidence: evidenceNumbers(evidence) })),
    offencesLookedFor: otherOffences !== undefined && otherOffences.length === 0,
    witnesses:
      witnesses === undefined
        ? null
        : { total: String(witnesses.total), heard: String(witnesses.heard), reason: text(sentence(witnesses.reason)) },
    listing: listing === undefined ? null : { by: listing.by, docNo: text(listing.docNo), on: chineseDay(listing.on) },
  };
}
