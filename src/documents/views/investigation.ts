/** 《案件调查报告》: the fourteen sections. Nothing of 内卷 (approval, 法制审核, clue, informant) is read here. */
import {
  behaviour,
  behaviourText,
  type Case,
  CIRCUMSTANCES,
  chineseDay,
  chineseInstant,
  EVIDENCE_KINDS,
  type Fact,
  madeBefore,
  type Participant,
  parseYuan,
  type TemplatePack,
} from '../../model/index.ts';
import {
  actors,
  asCase,
  bothKinds,
  citation,
  clauses,
  crimes,
  day,
  evidenceNumbers,
  moneyOf,
  officers,
  officerText,
  paragraphs,
  participantText,
  period,
  sentence,
  sentences,
  text,
} from './common.ts';
import { amountView, datasetView, equivalents } from './investigation-amounts.ts';
import { penaltyView } from './penalty.ts';
import { partyView, suspectView } from './people.ts';

type Referral = NonNullable<Case['case']['referrals']>[number];
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
  const money = moneyOf(madeBy);
  // Papers of 0.1.0 joined whole sentences.
  const joined = madeBefore('0.2.0', madeBy) ? (parts: readonly string[]) => parts.join('；') : clauses;
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
    members: main.officers.map(memberText),
    assistants: text(clauses((main.participants ?? []).map(assistantText))),
    suspectedOn: day(main.suspectedOn),
    region: text(main.region),
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
      familyAccount: text(f.familyAccount),
      amount: money.amount(f.amount),
      overlap: parseYuan(f.overlap ?? '0') === 0n ? '' : money.figures(f.overlap),
      evidence: evidenceNumbers(f.evidence),
    })),
    amount: amountView(forms, money),
    evidence: evidence.evidence.map((e) => ({
      no: e.evidenceNo,
      title: e.title,
      kind: bothKinds(e.kind, EVIDENCE_KINDS[e.kind].criminal),
      proves: e.proves,
      facts: e.facts.join('、'),
    })),
    proof: report.proof.map((p) => ({ fact: p.fact, element: p.element, evidence: evidenceNumbers(p.evidence) })),
    intentEvidence: [...report.intentEvidence.flatMap(paragraphs), ...sentences(report.intentReason ?? '')],
    intentItems: report.intentEvidence.flatMap((no) => {
      const item = evidence.evidence.find((e) => e.evidenceNo === no);
      return item ? [{ no, title: item.title, proves: item.proves }] : [];
    }),
    // What is none of the numbers is printed as it stands.
    intentReason: [
      ...report.intentEvidence.filter((no) => !evidence.evidence.some((e) => e.evidenceNo === no)).map(sentence),
      ...sentences(report.intentReason ?? ''),
    ],
    purposes: main.facts
      .filter((f) => (f.purposeSituations ?? []).length > 0)
      .map((f) => ({ fact: f.factNo, situations: (f.purposeSituations ?? []).join('、') })),
    referrals: (main.referrals ?? []).map(referralText),
    ...askedBeside(forms),
    qualifications: text(
      clauses(
        evidence.evidence
          .filter((e) => (e.qualifies ?? []).length > 0)
          .map((e) => `证据${e.evidenceNo}（${e.title}）证明${evidenceNumbers(e.qualifies ?? [])}的机构和人员资质`),
      ),
    ),
    noReportReason: text(sentence(main.noReportReason ?? '')),
    datasets: (forms.records.datasets ?? []).map((d) => datasetView(d, money)),
    nature: sentences(report.nature),
    adminLaw: report.adminLaw.map(citation),
    criminalLaw: report.criminalLaw.map(citation),
    crimes: crimes(forms),
    aggravating: sentence(joined([...(report.circumstances?.aggravating ?? []), ...listed(forms, '从重')])),
    mitigating: sentence(joined([...(report.circumstances?.mitigating ?? []), ...listed(forms, '从宽')])),
    property: [...sentences(report.property), ...equivalents(forms, money)],
    itemCount: forms.items.none ? null : String(forms.items.items.length),
    adminHandling: report.adminHandling.map(sentence),
    penalty: penaltyView(main.penalty, money),
    recommendation: sentences(report.recommendation),
    openIssues: (report.openIssues ?? []).map(sentence),
    reportedOn: chineseDay(report.reportedOn),
  };
}

/** `王某某（某某科，执法证号00-0000000）` */
function memberText({ name, unit, certNo }: Case['case']['officers'][number]): string {
  const parts = [unit ?? '', certNo === undefined ? '' : `执法证号${certNo}`].filter((part) => part !== '');
  return parts.length === 0 ? name : `${name}（${parts.join('，')}）`;
}

/** Who helps from another house, by what paper he was asked, whether he had to withdraw (行政处罚法 art. 43), and his pledge (条例 art. 32). */
function assistantText(person: Participant): string {
  const { commission, recusal, secrecyPledged } = person;
  const parts = [
    commission === undefined ? '' : `委托文书${commission}`,
    recusal === undefined ? '' : `回避情况：${recusal}`,
    secrecyPledged === undefined ? '' : secrecyPledged === '是' ? '已签保密承诺' : '未签保密承诺',
  ].filter((part) => part !== '');
  return [participantText(person), ...parts].join('，');
}

/** A matter of another department's: to whom it went, and what came back (法发〔2024〕6号 art. 25). */
function referralText(letter: Referral): { readonly line: string; readonly reply: string | null } {
  const { to, localDepartment, recipient, matter, requests = [], evidence = [], on, docNo, reply } = letter;
  const paper = docNo === undefined ? '' : `（${docNo}）`;
  const asked = requests.length === 0 ? '' : `请求：${clauses(requests)}。`;
  const named = evidence.length === 0 ? '' : `证据：${evidenceNumbers(evidence)}。`;
  const whom = recipient ?? `${localDepartment ?? to}部门`;
  const answer =
    reply && `${chineseInstant(reply.receivedAt)}答复${reply.docNo === undefined ? '' : `（${reply.docNo}）`}：${sentence(reply.content)}`;
  return {
    line: `${on === undefined ? '将' : `${chineseDay(on)}将`}下列事项移交${whom}${paper}：${sentence(matter)}${asked}${named}`,
    reply: text(answer),
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
