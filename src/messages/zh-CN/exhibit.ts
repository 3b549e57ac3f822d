/** Codes of what evidence files tell of themselves. `path`: below `evidence/`. */
import type { CodesOf } from '../sentence.ts';

const AGAIN = '从来源处重新拷贝或者导出，与来源处的文件比大小；来源处就是这样的，保留原样，不改名、不转换';
const noticed = (noted: boolean): string => (noted ? '（固定时已经注明）' : '');

const LACKS = {
  end: (format: string) => `末尾没有 ${format} 的结束标记，可能没有拷贝完`,
  directory: () => '末尾没有压缩包的目录（Excel、Word 文档也是压缩包），可能没有拷贝完',
  index: () => '里没有录像的索引，多数播放器放不出来，可能录到一半断电，或者没有拷贝完',
  rest: () => '比它自己写明的长度短，可能没有拷贝完',
  download: () => '的名称是下载软件给没有下载完的文件起的，内容可能不全',
} as const;

export const exhibitSentences = {
  /** `format`: what it holds; absent where the program does not know it. `noted`: the custody log says that it was fixed so. */
  EXHIBIT_MISNAMED: ({
    path,
    ending,
    format,
    noted,
  }: {
    readonly path: string;
    readonly ending: string;
    readonly format?: string;
    readonly noted: boolean;
  }) => ({
    text: `${path} 的扩展名是 .${ending}，${format === undefined ? '内容不是这种格式，程序认不出是什么' : `内容却是 ${format}`}${noticed(noted)}`,
    ...(noted ? {} : { hint: AGAIN }),
  }),
  /** `end`: the mark at its end; `directory`: of an archive; `index`: of a film; `rest`: it is shorter than it says itself; `download`: its name is that of an unfinished download. */
  EXHIBIT_INCOMPLETE: ({
    path,
    format,
    lacks,
    noted,
  }: {
    readonly path: string;
    readonly format: string;
    readonly lacks: 'end' | 'directory' | 'index' | 'rest' | 'download';
    readonly noted: boolean;
  }) => ({
    text: `${path} ${LACKS[lacks](format)}${noticed(noted)}`,
    ...(noted ? {} : { hint: AGAIN }),
  }),
  /** Our reader cannot read on in it: that is no fault of the file. */
  EXHIBIT_UNREAD: ({ path, format }: { readonly path: string; readonly format: string }) => ({
    text: `程序读不出 ${path} 里面的内容（${format}），不等于文件坏了：可能有密码，或者写法特别`,
    hint: '用平常的软件打开看一遍；打不开的，从来源处重新拷贝一份核对；有密码的，把密码一并取得',
  }),
};

export type ExhibitCodes = CodesOf<typeof exhibitSentences>;
