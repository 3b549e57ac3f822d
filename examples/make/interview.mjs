/** 询问笔录 as an officer writes it: questions and answers, signed on every page. */
export function interviewPaper({ bureau, certs, when, where, person, about, asked, recorded, talk, signed }) {
  return {
    agency: bureau,
    title: '询 问 笔 录',
    blocks: [
      { plain: `询问时间：${when}` },
      { plain: `询问地点：${where}` },
      { plain: `询问人：${asked}（执法证号${certs[asked]}）　记录人：${recorded}（执法证号${certs[recorded]}）` },
      { plain: `被询问人：${person}${about}` },
      {
        plain: `问：我们是${bureau}执法人员，这是我们的执法证件，请你过目。现依法向你了解有关情况，你应当如实回答，作虚假陈述要承担法律责任；认为询问人与本案有利害关系的，可以申请回避。你听清楚了吗？是否申请回避？`,
      },
      { plain: '答：看清楚了，听清楚了，不申请回避。' },
      ...talk.flatMap(([q, a]) => [{ plain: `问：${q}` }, { plain: `答：${a}` }]),
      { plain: '问：以上笔录请你核对，有无补充更正？' },
      { plain: '答：我看过了，和我说的一样，没有补充。' },
      {
        sign: [
          ['被询问人（签名）：', `${person}　${signed}`],
          ['询问人（签名）：', asked],
          ['记录人（签名）：', recorded],
        ],
      },
    ],
    footer: '被询问人逐页签名',
  };
}
