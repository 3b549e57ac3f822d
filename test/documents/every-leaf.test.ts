// Every fact that is entered is printed where it belongs, or stands below with the reason why no paper has it.
import { expect, test } from 'vitest';
import { formLeaves, MADE, nationalPrints } from './leaves.ts';

/** By the end or the whole of a leaf's place. */
const NOT_PRINTED: readonly (readonly [place: RegExp, why: string])[] = [
  [/^case:\/mbpack$/, 'version of the format: bag-info.txt and index.json have it'],
  [/^case:\/pack$/, 'which templates print the papers: index.json has name, version and digest'],
  [/^case:\/sender\/uscc$/, 'full name and seal say who the organ is'],
  [/^case:\/(?:sender|recipient)\/level$/, 'the full name says it; P-06 compares the two'],
  [/^case:\/(?:officers|participants|parties|suspects)\/\*\/id$/, 'how other forms refer to the person: papers print the name'],
  [/^case:\/facts\/\*\/localBehaviour$/, 'a code of a province’s list: its papers print the words (test/documents/pack.test.ts)'],
  [/^case:\/amount\/outstanding$/, 'printed as computed; F rules compare what was entered'],
  [
    /^internal:\/approval\/approved(?:\/|Digest$)/,
    'what was approved, for comparing with what is handed over; the papers that were approved say it',
  ],
  [/^internal:\/clue\/(?:no|informant\w*)$/, 'who informed is kept secret (条例 art. 35): on no paper at all'],
  [
    /^receipt:\/(?:forwardedAt|correction\/.*|reviewTrack|outcome\w*|refusalReason|itemsHandedOverAt|reconsideration\/.*)$/,
    'written by hand on the receipt or on later papers by others; entered for the periods of `mbpack status`',
  ],
  [/\/signedScan\/(?:path|pages)$|(?<!^items:\/signedScan)\/signedOn$/, 'about the paper that is signed already'],
  [/^evidence:\/evidence\/\*\/files\/\*\/sm3$/, 'second digest, in manifest-sm3.txt: papers have one'],
  [/^records:\/interviews\/\*\/(?:interviewee\/idNo|birthDate|chainHead)$/, 'the signed 询问笔录 itself is in the dossier'],
  [/^records:\/examinations\/\*\/(?:officers\/\*|chainHead)$/, 'the report and the 委托书 themselves are in the dossier'],
  [/^records:\/derivations\/\*\/credentialsShown$/, 'worked in the office: nobody to show them to'],
  [/^records:\/datasets\/\*\/(?:headerRows|footerRows)$/, 'how the program reads the table'],
  [/^records:\/defects\/\*\/rule$/, 'number of this program’s rule; the paper says the defect in words'],
  [/^correspondence:\/urgentNotices\/\*\/sentAt$/, 'known after the letter is printed; P-12 and `mbpack status` read it'],
];

// biome-ignore lint/suspicious/noExplicitAny: whole forms of any shape are laid out by hand
type Any = any;

/** The first entries are known by the numbers that a leaf is tried with. */
function renumbered(entries: readonly Any[], member: string): void {
  for (const [i, made] of MADE.entries()) if (entries[i]) entries[i][member] = made;
}

/** What a case must be for a leaf to count. */
const GIVEN: readonly (readonly [place: RegExp, make: (forms: Any) => void])[] = [
  [
    /^case:\/suspectUnknownReason$/,
    ({ case: main }) => {
      main.suspects = [];
    },
  ],
  [
    /^case:\/penalty\//,
    ({ case: main }) => {
      main.penalty = { decided: true };
    },
  ],
  [
    /^case:\/urgentRisks\/\*\/notifiedTo$/,
    ({ case: main }) => {
      main.urgentRisks = [{ type: '转移资金', note: '甲', notifiedAt: '2026-01-02T10:00+08:00' }];
    },
  ],
  [
    /^case:\/otherOffences\/\*\/type$/,
    ({ case: main }) => {
      main.otherOffences = [{ type: '洗钱', note: '甲' }];
    },
  ],
  [
    /^items:\/statement$/,
    (forms) => {
      forms.items = { none: true, items: [] };
    },
  ],
  [
    /^records:\/extractions\/\*\/technicians\/\*$/,
    ({ case: main }) => {
      main.participants = MADE.map((id) => ({ id, name: `某${id}`, unit: '某单位', kind: '技术人员', task: '甲' }));
    },
  ],
  [
    /^records:\/extractions\/\*\/original(?:MediaNo|SealNo|Photos\/\*)$/,
    ({ records }) => {
      for (const record of records.extractions) record.originalMedium = '已封存';
    },
  ],
  [
    /^records:\/\w+\/\*\/noWitnessReason$/,
    ({ records }) => {
      for (const record of [...records.extractions, ...records.scenes]) delete record.witness;
    },
  ],
  [/^evidence:\/evidence\/\*\/records\/\*$/, ({ records }) => renumbered(records.interviews, 'recordNo')],
  [/^records:\/derivations\/\*\/(?:sources\/\*|result)$/, ({ evidence }) => renumbered(evidence.evidence, 'evidenceNo')],
  [/^supervision:\/facts\/\*$/, ({ case: main }) => renumbered(main.facts, 'factNo')],
  [/^supervision:\/evidence\/\*$/, ({ evidence }) => renumbered(evidence.evidence, 'evidenceNo')],
];

test('every leaf of every form is printed, or says why not', async () => {
  const { documentOf } = await nationalPrints();
  const without = new Set(NOT_PRINTED.map(([place]) => place));
  const wrong: string[] = [];
  for (const [at, field] of formLeaves()) {
    const listed = NOT_PRINTED.find(([place]) => place.test(at))?.[0];
    const paper = documentOf(at, field, GIVEN.find(([place]) => place.test(at))?.[1]);
    if (listed) without.delete(listed);
    if ((paper !== undefined) === (listed !== undefined)) wrong.push(`${at}: ${paper ?? 'nowhere'}`);
  }
  expect([wrong, [...without]]).toEqual([[], []]);
});
