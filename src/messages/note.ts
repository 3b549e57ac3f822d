/** 校验说明.txt: how to check a dossier without mbpack, for the reader who has nothing but Windows. Chinese always: it is part of the dossier. */
export function checkingNote(f: NoteFacts): string {
  return note(f, WITH_PROGRAM);
}

/** Of dossiers that were sealed when the note did not name the page yet. */
export function earlierNote(f: NoteFacts): string {
  return note(f, '');
}

interface NoteFacts {
  readonly caseNo: string;
  readonly caseName: string;
  readonly sender: string;
}

const WITH_PROGRAM =
  '收到方核验：用移送机关另行提供的核验页 verify.html（双击打开），或者 mbpack verify；没有的，按下面的步骤用系统自带的 certutil。\n\n';

function note(f: NoteFacts, program: string): string {
  const text = `校验说明
案件：${f.caseName}（${f.caseNo}）
移送机关：${f.sender}

${program}不用 mbpack，也可以核对本案卷包：
1. 把案卷包完整解压到一个文件夹。
2. 打开本文件所在的文件夹，在地址栏键入 cmd 并按回车，打开命令提示符。
3. 输入 certutil -hashfile tagmanifest-sha256.txt SHA256，得到 64 位的总校验值。
4. 与纸质《校验单》和回执上的总校验值逐组比对；一致，说明清单没有被改动。
5. 文件夹里除清单列出的文件、tagmanifest 开头的两个文件和 signatures 文件夹以外，不应有别的文件。tagmanifest-sha256.txt 列有 manifest-sha256.txt 等文件的校验值，manifest-sha256.txt 列有 data 文件夹里每个文件的校验值；用同样的命令逐个核对。
6. 有 Linux 或者 macOS 的，可在本文件夹运行 sha256sum -c tagmanifest-sha256.txt 和 sha256sum -c manifest-sha256.txt 一次核对全部。

本案卷包是 BagIt 1.0（RFC 8493）格式，任何 BagIt 工具都可以核验。
核对证明成卷以来没有改动，不证明记录在制作时真实。
`;
  // Old Notepad knows UTF-8 by its mark and lines by CR LF.
  return `\ufeff${text.replaceAll('\n', '\r\n')}`;
}
