/** The last look before files are fixed, and the fixing: nothing is fixed that was not looked at. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Said } from './desk.ts';
import { fixate, type Gathered, lookOver, sizeText, stopWork, workState } from './evidence-desk.ts';
import { SaidList } from './said.tsx';

/** Milliseconds between looks at how far it is. */
const LOOK_MS = 300;

export function LastLook({ gathering, onBack }: { readonly gathering: object; onBack(): void }): ComponentChildren {
  const [looked, setLooked] = useState<Gathered>();
  const [asFound, setAsFound] = useState(false);
  const [seen, setSeen] = useState(false);
  const [busy, setBusy] = useState(true);
  const [at, setAt] = useState({ done: 0, total: 0 });
  const heading = useRef<HTMLHeadingElement>(null);
  const doing = async (work: () => Promise<Gathered>): Promise<void> => {
    setBusy(true);
    const asking = setInterval(() => void workState().then((state) => 'done' in state && setAt(state)), LOOK_MS);
    const answer = await work();
    clearInterval(asking);
    setLooked(answer);
    setBusy(false);
    heading.current?.focus();
  };
  useEffect(() => void doing(() => lookOver({ ...gathering, asFound })), [asFound]);
  const { outcome, fixed = [], findings = [] } = looked ?? {};
  const blocked = findings.some(({ severity }) => severity === 'stop' || severity === 'error');
  const done = outcome === 'fixed';
  return (
    <section class="card flow">
      <h2 ref={heading} tabIndex={-1}>
        {busy ? '正在读文件' : done ? `固定了${fixed.length}个文件` : '最后看一遍'}
      </h2>
      {busy && (
        <>
          <progress class="progress" max={Math.max(1, at.total)} value={at.done} aria-label="读文件的进度" />
          <p class="row">
            <span class="num">
              {sizeText(at.done)} / {sizeText(at.total)}
            </span>
            <button type="button" class="button stop" onClick={() => void stopWork()}>
              停止
            </button>
            <span class="small dim">停止不会丢：已经固定的留着，其余的以后接着做。</span>
          </p>
        </>
      )}
      {!busy && (
        <>
          {outcome === 'lost' && <p class="notice stop">办案台程序没有回答。已经固定的在保管链里，回去看一遍再接着做。</p>}
          {outcome === 'busy' && <p class="notice warn">另一件事还没有做完，等一会再来。</p>}
          <SaidList findings={findings} />
          {fixed.length > 0 && (
            <table>
              <caption>{done ? '已经固定' : '将要固定'}</caption>
              <thead>
                <tr>
                  <th scope="col">文件</th>
                  <th scope="col">{done ? '证据编号' : 'SHA-256 前8位'}</th>
                </tr>
              </thead>
              <tbody>
                {fixed.map(({ path, label, sha256, evidenceNo }) => (
                  <tr key={path}>
                    <td class="foreign">{label}</td>
                    <td class="num">{done ? evidenceNo : sha256.slice(0, 8)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {!done && isHeld(findings) && (
            <label class="choices">
              <input type="checkbox" checked={asFound} onChange={(e) => setAsFound(e.currentTarget.checked)} />
              核对过了，来源处就是这样：照原样固定，保管链里注明
            </label>
          )}
          {!done && outcome === 'looked' && !blocked && (
            <>
              <p>固定以后，这{fixed.length}个文件的内容和取得经过就不能改，只能更正。请对着原件看一遍。</p>
              <label class="choices">
                <input type="checkbox" checked={seen} onChange={(e) => setSeen(e.currentTarget.checked)} />
                对着原件看过了
              </label>
            </>
          )}
          <p class="row">
            {!done && outcome === 'looked' && !blocked && (
              <button
                type="button"
                class="button main"
                disabled={!seen}
                onClick={() => void doing(() => fixate({ ...gathering, asFound }))}
              >
                固定这{fixed.length}个文件
              </button>
            )}
            <button type="button" class="button" onClick={onBack}>
              {done ? '回到放入证据' : '回去改'}
            </button>
          </p>
          {done && (
            <p>
              接着到<a href="#evidence/1">证据清单</a>写名称和种类；打印《固定清单》请提供人核对、签名：mbpack collect 案件文件夹 --output
              固定清单.pdf。
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** Some were held back for their condition alone. */
const isHeld = (findings: readonly Said[]): boolean =>
  findings.some(({ code }) => code === 'COLLECT_NOT_RECORDED' || code.startsWith('EXHIBIT_'));
