/** Findings in words, one a line. */
import type { ComponentChildren } from 'preact';
import type { Said } from './desk.ts';

const CLASS: Readonly<Record<Said['severity'], string>> = { stop: 'bad', error: 'bad', warning: 'warn', info: '' };

/** More are not read on a screen; how many are left is said. */
const MOST = 100;

export function SaidList({ findings }: { readonly findings: readonly Said[] }): ComponentChildren {
  if (findings.length === 0) return null;
  return (
    <>
      {findings.slice(0, MOST).map(({ code, text, hint, label, severity }, i) => (
        <p key={`${code}${text}${i}`} class={`said ${CLASS[severity]}`}>
          <span>
            <b>{label}：</b>
            {text}
            {hint && <span class="dim">　{hint}</span>}
          </span>
        </p>
      ))}
      {findings.length > MOST && <p>另有{findings.length - MOST}条没有列出。</p>}
    </>
  );
}
