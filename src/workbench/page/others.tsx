/** Who else has the case open. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asked } from './desk.ts';

/** A sitting of somebody else. */
interface Other {
  readonly who: string;
  readonly since: string;
  readonly old: boolean;
}

const loadOthers = () => asked<{ readonly others: readonly Other[] }>('others');

const LOOK_MS = 15_000;

export function Others(): ComponentChildren {
  const [others, setOthers] = useState<readonly Other[]>([]);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const answer = await loadOthers();
      if ('others' in answer) setOthers(answer.others);
    };
    void look();
    const looking = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(looking);
  }, []);
  if (others.length === 0) return null;
  return (
    <section class="notice warn" aria-label="别人也打开着">
      {others.map(({ who, since, old }) => (
        <p key={who + since}>
          <span class="foreign">{who}</span>
          {old ? '打开过这个案件，几分钟没有动静，可能已经断开' : '也打开着这个案件'}，从 {since.slice(0, 16).replace('T', ' ')} 起。
        </p>
      ))}
      <p class="small">两人改同一处时，后存的不会盖掉先存的，会并排给您看。</p>
    </section>
  );
}
