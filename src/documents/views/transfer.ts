/** 《涉嫌犯罪案件移送书》 */
import { type Case, chineseDay, chineseInstant, chineseNumber, copiedTo, documentTitles, type TemplatePack } from '../../model/index.ts';
import { asCase, citation, crimes, moneyOf, officerText, period, recipientWord, sentence, sentences, text } from './common.ts';
import { personNotices } from './notices.ts';
import { penaltyView } from './penalty.ts';
import { partyLine, suspectLine } from './people.ts';
import { periodTexts } from './periods.ts';

/**
 * `usual`: whom the pack writes to, how many copies it makes where the case does not say, what it calls its documents, and the
 * periods of what follows. `madeBy`: the version that made the dossier whose papers this is compared with.
 */
export function transferView(
  forms: Case,
  usual: Pick<TemplatePack, 'recipients' | 'copies' | 'documents' | 'periods'>,
  madeBy?: string,
): object {
  const { case: main, transfer } = forms;
  const money = moneyOf(madeBy);
  const lead = main.officers.find((o) => o.role === '主办') ?? main.officers[0];
  const summary = sentences(transfer.factSummary);
  const titles = documentTitles(usual);
  const copies = transfer.copies ?? usual.copies?.transfer;
  return {
    agency: main.sender.name,
    docNo: transfer.docNo,
    recipient: main.recipient.name,
    you: recipientWord(forms),
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    cause: main.cause,
    source: main.source.type,
    filingNo: main.filing.docNo,
    filedOn: chineseDay(main.filing.filedOn),
    summary,
    period: period(main.period),
    amount: money.amount(main.amount.fundLoss),
    parties: main.parties.map(partyLine),
    suspects: main.suspects.map(suspectLine),
    personNotices: personNotices(forms),
    suspectUnknownReason: text(sentence(main.suspectUnknownReason ?? '')),
    crimes: crimes(forms),
    legalBasis: transfer.legalBasis.map(citation),
    penalty: penaltyView(main.penalty, money),
    measures: main.measures.map(
      (m) =>
        `${m.type}：${m.object}（${m.docNo === undefined ? '' : `${m.docNo}，`}${chineseDay(m.from)}${m.to === undefined ? '起' : `至${chineseDay(m.to)}`}）`,
    ),
    urgentRisks: (main.urgentRisks ?? []).map((r) => sentence(`${r.type}：${r.note}`)),
    /** `urgentRisks`, each with when it was found, and when and whom the police were told. */
    urgent: (main.urgentRisks ?? []).map((r) => ({ text: sentence(`${r.type}：${r.note}`), told: urgentTold(r) })),
    attachments: [
      titles.investigation,
      titles.items,
      `${titles.materials}及所列证据材料`,
      ...(main.penalty.decided ? ['行政处罚决定书'] : []),
    ],
    lead: lead === undefined ? null : officerText(lead),
    phone: text(lead?.phone) ?? text(main.sender.phone),
    leadPhone: text(lead?.phone),
    agencyPhone: text(main.sender.phone),
    agencyAddress: text(main.sender.address),
    team: main.officers.map(officerText),
    issuedOn: chineseDay(transfer.issuedOn),
    cc: copiedTo(main.cc, usual.recipients),
    copies: copies === undefined ? null : chineseNumber(copies),
    periods: periodTexts(usual, ['itemsHandover']),
  };
}

function urgentTold({ foundAt, notifiedAt, notifiedTo }: NonNullable<Case['case']['urgentRisks']>[number]): string {
  const found = foundAt === undefined ? '' : `${chineseInstant(foundAt)}发现`;
  const told = notifiedAt === undefined ? '' : `已于${chineseInstant(notifiedAt)}通报${notifiedTo ?? '公安机关'}`;
  const both = [found, told].filter((part) => part !== '');
  return both.length === 0 ? '' : `${both.join('，')}。`;
}
