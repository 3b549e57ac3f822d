/** 使用说明.txt: what lies in the bundle, for whoever received it and has nothing but Windows and paper. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const GUIDE = '使用说明.txt';

const EXECUTABLE = `   mbpack      Linux（64 位）的可执行文件，不需要安装别的；assets 文件夹必须放在它旁边。
`;
const WINDOWS = `   mbpack-windows-x64.zip  Windows 10 以上（64 位）的便携版，解压即用，用法见其中的“使用说明.txt”。
`;

const text = (programs) => `mbpack 使用说明（收到电子案卷的单位）

一、只核验案卷：打开 verify.html
   双击 verify.html，用浏览器打开，选取案卷包（zip）。不需要安装，不需要联网，案卷不离开本机。
   照纸质《校验单》上的“总校验值”（八组，每组八位）一组一组键入，由程序逐组比对；不能粘贴，键完以前不显示算出的值。
   校验单上还有“案卷文件 SHA-256”和“末条 SHA-256”，这两个不是总校验值。
   “打印核验记录”打印一份记录，供核验人签名。

二、先看程序本身是不是公布的那一份
   在本文件夹的地址栏键入 cmd 并按回车，键入：
   certutil -hashfile verify.html SHA256
   结果应与纸质《校验单》上印的“核验页 verify.html 的 SHA-256”（没有印的，与移送机关公布的 verify.html.sha256）逐位相同。
   其他文件的值列在 SHA256SUMS 里，用同样的办法逐个核对；SHA256SUMS 本身的值也应与公布的相同。
   同一个来源给出的文件和值互相相符，不说明它就是公布的那一份：公布的值要从另外的途径取得。

三、用命令核验（还比对文书与数据，能生成核验记录）
   mbpack verify 案卷.zip
   mbpack verify 案卷.zip --expect "校验单上的总校验值"
   mbpack verify 案卷.zip --report 核验记录.pdf
   本文件夹里的程序：
   mbpack.cjs  需要 Node.js 20.19 以上，assets 文件夹必须放在它旁边：node mbpack.cjs verify 案卷.zip
${programs}
四、三个答案
   完整：文件是否与包内的校验值全部相符；只有与纸面的总校验值比对一致，才说明就是校验单所指的那一包。
   签署者身份：本版本不核验电子签名；是谁成卷，以签字盖章的纸质校验单为准。
   规则检查结果：案件数据、文书和证据之间有没有矛盾，有没有违反规则；警告供人判断，不是不收的理由。
   核验不证明记录在制作时真实。不通过的，先从原来的介质重新复制一份再核验；仍不通过的，不要签收，联系移送机关。

没有这些程序的，按案卷包里的“校验说明.txt”用系统自带的 certutil 核对。
`;

/** Old Notepad knows UTF-8 by its mark and lines by CR LF. */
export function writeGuide(out) {
  const parts = [
    ['mbpack', EXECUTABLE],
    ['mbpack-windows-x64.zip', WINDOWS],
  ];
  const programs = parts.flatMap(([file, part]) => (existsSync(join(out, file)) ? [part] : [])).join('');
  writeFileSync(join(out, GUIDE), `\ufeff${text(programs).replaceAll('\n', '\r\n')}`);
}
