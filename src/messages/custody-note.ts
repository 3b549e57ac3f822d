/** Notes that `collect` writes into the custody log. Chinese always: the log is part of the dossier. */
import { AS_FOUND, LATE_ENTRY } from '../model/index.ts';

/** What was wrong with a file that was fixed all the same. */
export interface FoundSo {
  readonly path: string;
  readonly why:
    | { readonly kind: 'empty' }
    | { readonly kind: 'misnamed'; readonly ending: string; readonly format?: string }
    | { readonly kind: 'incomplete'; readonly format: string; readonly lacks: 'end' | 'directory' | 'index' | 'rest' | 'download' };
}

/** The note of an event names so many files; it is printed. */
const MOST_FILES = 30;

const LACKS = {
  end: '没有结束标记',
  directory: '没有压缩包的目录',
  index: '没有录像的索引',
  rest: '比自己写明的长度短',
  download: '名称是没有下载完的文件',
} as const;

export function asFoundNote(files: readonly FoundSo[]): string {
  const named = files.slice(0, MOST_FILES).map(({ path, why }) => `${path}（${reason(why)}）`);
  return `${AS_FOUND}：${named.join('、')}${files.length > MOST_FILES ? `等${files.length}处` : ''}`;
}

function reason(why: FoundSo['why']): string {
  switch (why.kind) {
    case 'empty':
      return '空文件';
    case 'misnamed':
      return `扩展名${why.ending}，内容${why.format === undefined ? '不是这种格式' : `是${why.format}`}`;
    case 'incomplete':
      return `${why.format}，${LACKS[why.lacks]}`;
  }
}

/** `at`: when it happened, in words, where the line itself cannot bear that time. */
export function lateNote(record: string, at: string | undefined): string {
  return `${LATE_ENTRY}：依据${record}${at === undefined ? '' : `，取得时间${at}`}`;
}
