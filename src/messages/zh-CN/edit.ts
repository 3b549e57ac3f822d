/**
 * Why an edit of a form is not made. `unread`: the form does not read as it is. `absent`: nothing stands at the pointer, or the way there ends
 * in a text. `index`: no such number in the list. `list`: what should be an item of a list is none. `style`: written in a way of which it is not
 * certain that every other byte would stay. `comments`: there are some inside what would be replaced. `proof`: what was made did not read back as
 * it was meant. Of a sheet: no such column; a computed or merged cell; a value that follows from others; rows that would have to change places;
 * more than a cell holds.
 */
import type { EditReason, NotWrittenReason } from '../../model/index.ts';
import type { CodesOf } from '../sentence.ts';
import { reasonWord } from './words.ts';

const NOT_MADE: Readonly<Record<EditReason, readonly [string, string?]>> = {
  unread: ['这个文件现在读不出来', '先按上面列出的问题改好文件，再运行一次。'],
  absent: ['没有这个位置，或者那里没有值', '检查路径：从表的最外层写起，各级之间用 / 分隔，列表里的第几项从 0 数起。'],
  index: ['列表里没有这个序号', '序号从 0 数起；加在末尾的写 -。'],
  list: ['这个位置不是列表里的一项', '--insert、--move 只用于列表里的项；字段用 mbpack set 案卷 表:/路径 值。'],
  style: ['这一处的写法特别，改了不能保证其余一字不动', '用文本编辑器打开，自行修改。'],
  comments: ['要换掉的内容里有注释，换掉就丢了', '逐个字段修改，或者用文本编辑器打开，自行修改。'],
  proof: ['改好以后读回来与要写的不一致', '用原来的软件打开，自行修改；并把文件交给维护人员看看。'],
  column: ['工作表里没有放这个值的列', '在表头行加上这一列的标题，再运行一次。'],
  formula: ['这一格是公式', '在表格软件里改。'],
  merged: ['这一格在合并的单元格里', '在表格软件里取消合并，再运行一次。'],
  derived: ['这个值由表里别的内容决定，不能单独写', '没有涉案物品的，填写无涉案物品声明（items:/statement）。'],
  long: ['文字太长，Excel 的一格放不下（最多 32767 个字符）', '分成几行写：同一证据的其余文件，写在下一行的文件一列。'],
  order: ['Excel 清单里只能改格、在末尾加行、清空一行，不能插在中间或者调换次序', '在表格软件里调整行的次序。'],
};

export const editSentences = {
  /** `pointer`: as it was asked for. `field`: Chinese titles from the form down; empty for the form itself. */
  EDIT_NOT_MADE: ({ pointer, field, reason }: { readonly pointer: string; readonly field: string; readonly reason: EditReason }) => {
    const [why, hint] = NOT_MADE[reason];
    return {
      text: `没有修改${field === '' ? '' : ` ${field}`}（${pointer}）：${why}；文件没有改动`,
      ...(hint === undefined ? {} : { hint }),
    };
  },
  /** `lock`: the file that an open program leaves beside it; empty for other reasons. */
  EDIT_NOT_WRITTEN: ({ file, reason, lock }: { readonly file: string; readonly reason: NotWrittenReason; readonly lock: string }) =>
    ({
      open: {
        text: `没有修改 ${file}：它正在别的程序里打开着（旁边有 ${lock}）`,
        hint: '在那个程序里保存并关闭，再运行一次。确实没有打开的（上次没有正常退出），删去那个文件。',
      },
      changed: { text: `没有修改 ${file}：文件刚被别的程序改动或者换掉，没有覆盖它`, hint: '看看是谁改的，再运行一次。' },
      linked: { text: `没有修改 ${file}：它还有别的名称（硬链接），改了它，别的名称下仍是旧内容`, hint: '复制一份代替它，再运行一次。' },
      readonly: { text: `没有修改 ${file}：文件是只读的`, hint: '确认可以修改，取消文件的只读属性，再运行一次。' },
    })[reason],
  /** The custody log: its lines stand as they are. */
  EDIT_NOT_A_FORM: ({ name }: { readonly name: string }) => ({
    text: `${name} 不能修改：保管记录只能追加，写入的行不能改、不能删`,
    hint: '用 mbpack custody 案卷 证据编号 --add 动作 追加一条。',
  }),
  /** The edit was made; the approval that is entered is of what the case said before. */
  EDIT_APPROVAL_FALLS: () => ({
    text: '这一改动动了负责人批准过的内容（涉嫌人员、罪名、金额、受移送机关或者事实）：已登记的批准不再算数，成卷会被拦住',
    hint: '改错的，改回来；确实要改的，用 mbpack build 案卷 --draft 重新打印书面报告、审批表报批，批准后用 mbpack approve 加 --again 登记，已签章的文书重新打印、签章、扫描。',
  }),
  EDIT_FAILED: ({ file, reason }: { readonly file: string; readonly reason: string }) => ({
    text: `不能写入 ${file}（${reasonWord(reason)}）；原文件没有改动`,
    hint: '检查磁盘空间和文件夹权限。',
  }),
};

export type EditCodes = CodesOf<typeof editSentences>;
