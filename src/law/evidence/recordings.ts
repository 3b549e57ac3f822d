/** T-05, E-17: recordings of questioning are words; pictures off the bureau's own devices are data (法发〔2016〕22号 art. 1). */
import { type Case, type EvidenceItem, madeBefore, nameKey } from '../../model/index.ts';
import { evidenceOf } from '../fact-rules.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { itemsOf } from './links.ts';
import { isWords, RECORDED, SAID, wordsIn } from './words.ts';

const NOTICE = '法发〔2016〕22号';
/** A recording says so; 现场检查录像 is of a scene, not of words. */
const RECORDING = /录音|录像|视频|音频/u;
const ASKED = /询问|讯问|谈话|陈述|证言/u;
const PICTURE = /\.(?:jpe?g|png|heic|tiff?|bmp|gif|webp|mp4|mov|m4v|avi)$/iu;

/** A recording of what somebody said to the officers: named by the record of an interview, or by its own title. */
function isRecordedWords(item: EvidenceItem, named: ReadonlySet<string>): boolean {
  if (isWords(item) || (item.kind !== '视听资料' && item.kind !== '电子数据')) return false;
  const text = nameKey(`${item.docType} ${item.title}`);
  return (
    named.has(item.evidenceNo) ||
    (ASKED.test(text) && RECORDING.test(text)) ||
    (SAID.test(text) && item.files.some((f) => RECORDED.test(f.path)))
  );
}

function recordedWords(c: Case): readonly { readonly item: EvidenceItem; readonly at: string }[] {
  const named = new Set(c.records.interviews.flatMap((r) => r.recording ?? []));
  return itemsOf(c).filter(({ item }) => isRecordedWords(item, named));
}

/** T-05 runs since, and papers print it. */
const SINCE = '0.2.0';

/** Evidence numbers of recordings that hold words: for them, too, 刑事诉讼法 art. 54(2) does not speak. `madeBy`: an older version told none. */
export function recordedWordsIn(c: Case, madeBy?: string): ReadonlySet<string> {
  const told = !madeBefore(SINCE, madeBy);
  return new Set(told ? recordedWords(c).map(({ item }) => item.evidenceNo) : []);
}

function* heard({ case: c }: RuleInput): Iterable<Hit> {
  const recordings = recordedWords(c);
  if (recordings.length === 0) return;
  const evidence = recordings.map(({ item }) => item.evidenceNo);
  yield hit('RECORDING_IS_WORDS', { count: evidence.length, evidence }, 'evidence', '', 'info');
  for (const { item, at } of recordings)
    if (item.kind === '电子数据') yield hit('RECORDING_CALLED_ELECTRONIC', { evidence: [item.evidenceNo] }, 'evidence', `${at}/kind`);
  const words = new Set([...wordsIn(c), ...evidence]);
  for (const [i, fact] of c.case.facts.entries()) {
    const items = evidenceOf(fact, c);
    // Without a recording among them it is F-01 that tells.
    if (items.every((e) => words.has(e.evidenceNo)) && items.some((e) => evidence.includes(e.evidenceNo)))
      yield hit('FACT_ON_RECORDED_WORDS', { fact: fact.factNo, count: items.length }, 'case', `/facts/${i}/evidence`);
  }
}

function* pictured({ case: c, digests, custody }: RuleInput): Iterable<Hit> {
  const officers = new Set(c.case.officers.map(({ name }) => nameKey(name)));
  const fixed = new Set((custody?.events ?? []).flatMap(({ action, items }) => (action === 'collect' ? items : [])));
  const evidence = c.evidence.evidence
    .filter(({ kind, madeBy = '', files, evidenceNo }) => {
      const own = kind === '视听资料' && officers.has(nameKey(madeBy)) && files.some((f) => PICTURE.test(f.path));
      return own && !fixed.has(evidenceNo) && files.some((f) => !f.sha256 && !f.sm3);
    })
    .map(({ evidenceNo }) => evidenceNo);
  if (digests && evidence.length > 0) yield hit('PICTURE_WITHOUT_DIGEST', { evidence }, 'evidence');
}

export const RECORDING_RULES: readonly Rule[] = [
  {
    id: 'T-05',
    since: SINCE,
    severity: 'warning',
    basis: [...basis(NOTICE, '第一条'), ...basis('刑事诉讼法', '第五十四条'), ...basis('最高法刑诉法解释（2021）', '第七十五条')],
    asks: '询问、陈述的录音录像按言词证据看待（丙类）：它证明询问怎样进行，不因录了下来就成为视听资料、电子数据那样可以直接使用的证据。一项事实不能只靠笔录和它的录像。',
    why: '以数字化形式记载的证人证言、当事人陈述不是电子数据；说的话还要由公安机关依法重新收集。',
    right: '询问录像附在询问笔录后，同一事实另有结算数据和病历。',
    wrong: '把询问录音的证据种类写成电子数据；一项事实只有一份询问笔录和它的录像。',
    codes: ['RECORDING_IS_WORDS', 'RECORDING_CALLED_ELECTRONIC', 'FACT_ON_RECORDED_WORDS'],
    check: heard,
  },
  {
    id: 'E-17',
    since: SINCE,
    severity: 'info',
    unverified: true,
    basis: basis(NOTICE, '第一条、第五条（照片是否一律按电子数据收集，待核）'),
    asks: '办案人员用自己的数码设备拍摄的照片、录像，是以数字化形式形成的图片、音视频：像电子数据一样在取得当时固定，算出校验值，留下原始文件。',
    why: '打印出来的照片看不出改没改过，原始文件和校验值才说得清。',
    right: '照片从相机导出当日用 mbpack collect 固定。',
    wrong: '只交打印的照片；照片文件没有校验值，也没有固定过。',
    codes: ['PICTURE_WITHOUT_DIGEST'],
    check: pictured,
  },
];
