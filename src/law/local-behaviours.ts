/** F-12: the finer lists that a province's pack adds: situations, each of which is conduct of the national table, funds and departments. */
import { nearest, type PackName } from '../model/index.ts';
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

/** A name of the pack's list, and of the kind that is chosen beside it. */
function* listed(rows: readonly PackName[] = [], chosen: string, name: string | undefined, pack: string, at: string): Iterable<Hit> {
  if (name === undefined) return;
  const row = rows.find((r) => r.name === name);
  const near = nearest(
    name,
    rows.map((r) => r.name),
  );
  if (!row) yield hit('LOCAL_NAME_UNKNOWN', { name, pack, near: near ?? '' }, 'case', at);
  else if (row.of !== chosen) yield hit('LOCAL_NAME_ELSEWHERE', { name, asked: row.of }, 'case', at);
}

function* names({ case: { case: c }, pack }: RuleInput): Iterable<Hit> {
  for (const [i, { fund, localFund }] of c.amount.byFund.entries())
    yield* listed(pack.funds, fund, localFund, pack.title, `/amount/byFund/${i}/localFund`);
  for (const [i, { to, localDepartment }] of (c.referrals ?? []).entries())
    yield* listed(pack.departments, to, localDepartment, pack.title, `/referrals/${i}/localDepartment`);
}

export const LOCAL_BEHAVIOUR_RULES: readonly Rule[] = [
  {
    id: 'F-12',
    severity: 'warning',
    since: '0.2.0',
    basis: basis('医保发〔2021〕49号', '二'),
    asks: '写了本省情形代码（localBehaviour）的，代码是模板包所列的一种，并且属于这项事实的全国情形（behaviour）；本省的基金名目（localFund）、部门（localDepartment）也是模板包所列的，属于所选的类别。',
    why: '本省的案由和情形比全国的细，统计和对照要用；罪名、条例条文、由谁管辖仍按全国的情形确定。',
    right: 'behaviour: YS-B3；localBehaviour 写模板包 behaviours 里 of 含 YS-B3 的代码。',
    wrong: 'localBehaviour 写了模板包没有的代码。',
    codes: ['LOCAL_BEHAVIOUR_UNKNOWN', 'LOCAL_BEHAVIOUR_ELSEWHERE', 'LOCAL_NAME_UNKNOWN', 'LOCAL_NAME_ELSEWHERE'],
    check: function* (input) {
      yield* known(input);
      yield* names(input);
    },
  },
];
