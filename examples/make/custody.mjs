/** custody.jsonl of the 挂床住院 case: who held what, when, with the digests taken then, each line chained to the one before. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { digestsOf } from './digests.mjs';

const HOSPITAL = '示例市某某康复医院有限公司';
const CENTRE = '示例市示例区医疗保障服务中心';
const STORE = '示例市示例区医疗保障局证据保管室';
const LAB = '示例市示例区医疗保障局电子数据室';
const ROOM = '示例市示例区医疗保障局询问室';

/** In order of time. `taken`: digests of all files of the items are written. */
const EVENTS = [
  {
    at: '2026-03-24T23:40+08:00',
    action: 'collect',
    items: ['Z-07', 'Z-11', 'Z-12', 'Z-13', 'Z-14', 'Z-38'],
    by: '甲乙',
    from: HOSPITAL,
    to: '周执中',
    place: HOSPITAL,
    taken: true,
    note: '现场检查取得；登记簿、门禁控制主机先行登记保存（示区医保登保〔2026〕2号）',
  },
  {
    at: '2026-03-25T00:35+08:00',
    action: 'move',
    items: ['Z-07', 'Z-11', 'Z-12', 'Z-13', 'Z-14', 'Z-38'],
    by: '甲丙',
    from: '周执中',
    to: '柳知微',
    place: STORE,
    note: '入库，2号柜',
  },
  { at: '2026-03-25T11:05+08:00', action: 'collect', items: ['Z-27', 'Z-28'], by: '甲乙', to: '柳知微', place: ROOM, taken: true },
  { at: '2026-03-25T16:00+08:00', action: 'collect', items: ['Z-31'], by: '乙丙', to: '柳知微', place: ROOM, taken: true },
  {
    at: '2026-03-25T16:40+08:00',
    action: 'collect',
    items: ['Z-01', 'Z-02', 'Z-03', 'Z-06'],
    by: '甲乙',
    from: HOSPITAL,
    to: '柳知微',
    place: HOSPITAL,
    taken: true,
    note: '提供人罗㛃核对签名',
  },
  {
    at: '2026-03-26T15:50+08:00',
    action: 'extract',
    items: ['Z-15', 'Z-21', 'Z-23'],
    by: '甲乙',
    from: HOSPITAL,
    to: '柳知微',
    place: `${HOSPITAL}信息机房`,
    taken: true,
    note: '持有人代表罗㛃、见证人唐守信在场，全程录像',
  },
  {
    at: '2026-04-01T10:30+08:00',
    action: 'seal',
    items: ['Z-38'],
    by: '甲乙',
    place: STORE,
    sealAfter: '0000231至0000233',
    note: '先行登记保存转封存（示区医保封〔2026〕2号）',
  },
  { at: '2026-04-01T10:30+08:00', action: 'collect', items: ['Z-16', 'Z-26'], by: '甲乙', to: '柳知微', place: STORE, taken: true },
  {
    at: '2026-04-08T09:40+08:00',
    action: 'unseal',
    items: ['Z-38'],
    by: '甲丙',
    place: LAB,
    sealBefore: '0000231至0000233',
    note: '封条完好；持有人代表罗㛃、见证人唐守信在场',
  },
  {
    at: '2026-04-08T11:20+08:00',
    action: 'extract',
    items: ['Z-17', 'Z-22', 'Z-25'],
    by: '甲丙',
    from: HOSPITAL,
    to: '柳知微',
    place: LAB,
    taken: true,
    note: '经写保护设备从存储卡复制，压缩方法ZIP（Deflate）',
  },
  {
    at: '2026-04-08T11:20+08:00',
    action: 'seal',
    items: ['Z-38'],
    by: '甲丙',
    place: LAB,
    sealAfter: '0000241至0000243',
    note: '重新封存，存回2号柜',
  },
  {
    at: '2026-04-14T14:30+08:00',
    action: 'collect',
    items: ['Z-05', 'Z-18', 'Z-19', 'Z-20'],
    by: '甲乙',
    from: CENTRE,
    to: '柳知微',
    place: CENTRE,
    taken: true,
  },
  {
    at: '2026-04-14T16:10+08:00',
    action: 'copy',
    items: ['Z-18', 'Z-19', 'Z-20', 'Z-21', 'Z-22'],
    by: '甲丙',
    place: LAB,
    sealAfter: '0000244',
    note: '刻录光盘示医光2026-05-A（封存）、示医光2026-05-B（工作），刻录后校验值一致',
  },
  { at: '2026-04-16T10:10+08:00', action: 'collect', items: ['Z-32'], by: '甲丙', to: '柳知微', place: ROOM, taken: true },
  {
    at: '2026-04-16T11:30+08:00',
    action: 'collect',
    items: ['Z-33'],
    by: '甲乙',
    to: '柳知微',
    place: '示例市示例区某某镇卫生院',
    taken: true,
  },
  {
    at: '2026-04-16T15:20+08:00',
    action: 'collect',
    items: ['Z-08', 'Z-10'],
    by: '甲乙',
    from: HOSPITAL,
    to: '柳知微',
    place: HOSPITAL,
    taken: true,
  },
  {
    at: '2026-04-20T09:30+08:00',
    action: 'copy',
    items: ['Z-08', 'Z-10', 'Z-13'],
    by: '甲丙',
    to: '示例市医疗保障专家库评审组',
    place: STORE,
    note: '送评审的是复制件，原件未出库',
  },
  { at: '2026-05-12T11:20+08:00', action: 'collect', items: ['Z-29'], by: '甲丙', to: '柳知微', place: ROOM, taken: true },
  { at: '2026-05-13T11:40+08:00', action: 'collect', items: ['Z-30'], by: '甲乙', to: '柳知微', place: ROOM, taken: true },
  {
    at: '2026-05-29T15:00+08:00',
    action: 'examine',
    items: ['Z-38'],
    by: '甲丙',
    place: STORE,
    sealBefore: '0000241至0000243',
    sealAfter: '0000241至0000243',
    note: '封存期满解除封存措施；经持有人书面同意作为证据原物提取，封条完好，未拆',
  },
  {
    at: '2026-06-10T10:20+08:00',
    action: 'collect',
    items: ['Z-09'],
    by: '甲丙',
    from: HOSPITAL,
    to: '柳知微',
    place: HOSPITAL,
    taken: true,
  },
  { at: '2026-07-07T09:30+08:00', action: 'collect', items: ['Z-39'], by: '甲丙', from: HOSPITAL, to: '柳知微', place: STORE, taken: true },
  {
    at: '2026-07-10T15:30+08:00',
    action: 'collect',
    items: ['Z-34', 'Z-35'],
    by: '甲丙',
    from: '示例市医疗保障专家库评审组',
    to: '柳知微',
    place: STORE,
    taken: true,
  },
  {
    at: '2026-07-22T16:00+08:00',
    action: 'collect',
    items: ['Z-24', 'Z-36', 'Z-37'],
    by: '甲丙',
    from: CENTRE,
    to: '柳知微',
    place: CENTRE,
    taken: true,
  },
  { at: '2026-09-10T10:00+08:00', action: 'collect', items: ['Z-04'], by: '甲乙', to: '柳知微', place: STORE, taken: true },
  {
    at: '2026-09-14T08:50+08:00',
    action: 'examine',
    items: 'all',
    by: '甲乙丙',
    place: STORE,
    taken: true,
    note: '报请审批前逐件清点，重新计算校验值，与取得时一致；Z-38封条0000241至0000243完好',
  },
];

export function writeCustody(folder) {
  const read = (name) => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
  const officers = new Map(read('case').officers.map((o) => [o.id, { name: o.name, certNo: o.certNo }]));
  const evidence = new Map(read('evidence').evidence.map((e) => [e.evidenceNo, e]));
  const lines = chain(
    EVENTS.map(({ taken, items, by, ...event }) => {
      const numbers = items === 'all' ? [...evidence.keys()] : items;
      const files = taken ? numbers.flatMap((n) => evidence.get(n).files.map((f) => f.path)) : [];
      return {
        ...event,
        items: numbers,
        by: [...by].map((id) => officers.get(id)),
        ...(files.length ? { digests: files.map((path) => digestsOf(folder, path)) } : {}),
      };
    }),
  );
  const collected = new Set(EVENTS.filter((e) => e.taken && e.items !== 'all').flatMap((e) => e.items));
  for (const number of evidence.keys()) if (!collected.has(number)) throw new Error(`custody: ${number} was never collected`);
  writeFileSync(join(folder, 'custody.jsonl'), `${lines.join('\n')}\n`);
}

/** Lines in canonical form, each with the SHA-256 of the line before. */
export function chain(events) {
  let prev = null;
  return events.map((event, i) => {
    const line = canonical({ ...event, seq: i + 1, prev });
    prev = createHash('sha256').update(line).digest('hex');
    return line;
  });
}

/** RFC 8785 for what stands here: objects, lists, strings, whole numbers and null. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
