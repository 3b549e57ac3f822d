/** F-12: the finer list of situations that a province's pack adds, each of which is conduct of the national table. */
import { nearest } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

function* known({ case: { case: c }, pack }: RuleInput): Iterable<Hit> {
  const rows = pack.behaviours ?? [];
  for (const [i, { factNo: fact, behaviour, localBehaviour: code }] of c.facts.entries()) {
    if (code === undefined) continue;
    const row = rows.find((r) => r.code === code);
    const at = `/facts/${i}/localBehaviour`;
    if (!row) {
      const near =
        nearest(
          code,
          rows.map((r) => r.code),
        ) ?? '';
      yield hit('LOCAL_BEHAVIOUR_UNKNOWN', { behaviour: code, pack: pack.title, near }, 'case', at);
    } else if (!row.of.includes(behaviour)) {
      yield hit('LOCAL_BEHAVIOUR_ELSEWHERE', { fact, behaviour: code, asked: row.of.join('、') }, 'case', at);
    }
  }
}

export const LOCAL_BEHAVIOUR_RULES: readonly Rule[] = [
  {
    id: 'F-12',
    severity: 'warning',
    since: '0.2.0',
    basis: basis('医保发〔2021〕49号', '二'),
    asks: '写了本省情形代码（localBehaviour）的，代码是模板包所列的一种，并且属于这项事实的全国情形（behaviour）。',
    why: '本省的案由和情形比全国的细，统计和对照要用；罪名、条例条文、由谁管辖仍按全国的情形确定。',
    right: 'behaviour: YS-B3；localBehaviour 写模板包 behaviours 里 of 含 YS-B3 的代码。',
    wrong: 'localBehaviour 写了模板包没有的代码。',
    codes: ['LOCAL_BEHAVIOUR_UNKNOWN', 'LOCAL_BEHAVIOUR_ELSEWHERE'],
    check: known,
  },
];
