/** Rows of the table of checks that no rule here checks, and what holds them instead. Printed in docs/reference/rules.md. */
export const ROWS_ELSEWHERE: readonly { readonly id: string; readonly reason: string }[] = [
  {
    id: 'M-01',
    reason: '读案件文件夹时检查：缺少移送书、调查报告、涉案物品清单的数据文件即报 FORM_MISSING；移送材料清单由 mbpack 生成，不会缺。',
  },
  { id: 'M-02', reason: '由表的格式保证：items 必有，没有物品的 none 为 true 并写明说明（statement），否则格式检查即停止。' },
  { id: 'M-10', reason: '由读取案件文件夹的部分检查：看表旁边还有没有像它的文件。' },
  { id: 'M-08', reason: '由读盘和核验保证：evidence、signed 文件夹多出的文件，清单列而包内没有、包内有而清单没列的文件，都会停止。' },
  {
    id: 'M-09',
    reason:
      '检查和成卷时打开每份签章扫描件：是否完整、能否打开、有几页，每页下方的核对码是不是本次文书的、是第几页；核验时不看，扫描件的内容由接收机关的人看。',
  },
  { id: 'L-02', reason: '由排版程序保证：页码连续、单页居右双页居左，由程序排出并有测试；移送材料清单的页数取自排好的文件，不由人填写。' },
];
