/** 放入证据: files dropped in, how they were taken asked once, grouped into items, looked over, fixed. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { readHand, sendAll, stopSending, useDrops } from './drops.tsx';
import { type Found, filesOf, type Hand, pictureOf, sizeText } from './evidence-desk.ts';
import { LastLook } from './last-look.tsx';
import { optionsOf } from './place.ts';
import { SaidList } from './said.tsx';
import type { Sitting } from './sitting.ts';
import { emptyTaking, TakingForm } from './taking.tsx';

/** Which item a file goes into: one of its own, one that is there (`=E001`), a new one (`+1`), or none for now. */
const ALONE = '';
const LATER = '-';
const MARK = { there: '=', fresh: '+' } as const;

export function Intake({ sitting }: { readonly sitting: Sitting }): ComponentChildren {
  const drops = useDrops();
  const [taking, setTaking] = useState(emptyTaking);
  const [into, setInto] = useState<ReadonlyMap<string, string>>(new Map());
  const [over, setOver] = useState(false);
  const [looking, setLooking] = useState(false);
  const picked = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const { waiting, sending } = drops;
  const items = optionsOf(sitting, 'evidence');
  const fresh = [...new Set([...into.values()].filter((group) => group.startsWith(MARK.fresh)))].sort();
  const chosen = waiting.filter(({ path }) => into.get(path) !== LATER);
  const move = (path: string, group: string): void => setInto(new Map([...into, [path, group]]));
  const takeFrom = (input: HTMLInputElement): void => {
    const found = [...(input.files ?? [])].map((file): Found => ({ file, path: file.webkitRelativePath || file.name }));
    input.value = '';
    void sendAll(found, []);
  };
  const dropped = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    // Taken before anything is waited for: the list is emptied then. What another program lets go of is a file without an entry.
    const items = [...(event.dataTransfer?.items ?? [])].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
    const loose = items.flatMap(({ entry, file }): readonly Found[] => (!entry && file ? [{ file, path: file.name }] : []));
    const { found, unread } = await filesOf(items.flatMap(({ entry }) => entry ?? []));
    await sendAll([...loose, ...found], unread);
  };
  if (looking)
    return (
      <LastLook
        gathering={{ ...taking, groups: groupsOf(chosen, into) }}
        onBack={() => {
          setLooking(false);
          void readHand();
        }}
      />
    );
  return (
    <div class="flow">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons within do the same by keys */}
      <div
        class={`drop ${over ? 'over' : ''} ${waiting.length > 0 ? 'low' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void dropped(event)}
      >
        <p>把文件或者文件夹拖到这里，或者</p>
        <p class="row">
          <button type="button" class="button" disabled={sending !== undefined} onClick={() => picked.current?.click()}>
            选文件
          </button>
          <button type="button" class="button" disabled={sending !== undefined} onClick={() => folder.current?.click()}>
            选文件夹
          </button>
        </p>
        <p class="dim small">文件复制进案件文件夹，原来的不动；不联网，不上传。大文件可以停。</p>
        <input ref={picked} type="file" multiple hidden aria-label="选文件" onChange={(event) => takeFrom(event.currentTarget)} />
        <input
          ref={folder}
          type="file"
          multiple
          hidden
          aria-label="选文件夹"
          {...{ webkitdirectory: true }}
          onChange={(event) => takeFrom(event.currentTarget)}
        />
      </div>
      {sending && (
        <section class="card flow" aria-label="正在复制">
          <h2>
            正在复制　{sending.file} / {sending.files}个文件
          </h2>
          <progress class="progress" max={Math.max(1, sending.total)} value={sending.done} aria-label="复制进度" />
          <p class="num">
            {sizeText(sending.done)} / {sizeText(sending.total)}
          </p>
          <p class="dim foreign">{sending.name}</p>
          <p class="row">
            <button type="button" class="button stop" onClick={stopSending}>
              停止，不留半个文件
            </button>
            <span class="small dim">已经复制完的留着。</span>
          </p>
        </section>
      )}
      <div aria-live="polite" class="flow">
        {drops.lost && <p class="notice stop">办案台程序没有回答，或者案件文件夹读不到了。没有复制完的文件没有放进来，已经在的没有动。</p>}
        {drops.stopped && <p class="notice warn">停止了。还没有复制完的文件没有放进来。</p>}
        {drops.unread.length > 0 && (
          <section class="notice stop flow">
            <h2>{drops.unread.length}个文件读不到，没有放进来</h2>
            <p>多半是U盘拔出、网络断开，或者文件正被别的程序改动。接好以后再放一次；已经放进来的不会重复。</p>
            <ul>
              {drops.unread.slice(0, 50).map((path) => (
                <li key={path} class="foreign">
                  {path}
                </li>
              ))}
            </ul>
          </section>
        )}
        {drops.refused.length > 0 && (
          <section class="notice warn flow">
            <h2>{drops.refused.length}个文件没有再放</h2>
            <SaidList findings={drops.refused.flatMap(({ findings }) => findings)} />
          </section>
        )}
      </div>
      {waiting.length === 0 ? (
        !sending && (
          <section class="none">
            <h2>没有等着固定的文件</h2>
            <p>照片、扫描件、录音录像、Excel、数据库导出都可以，一次放多少都行。</p>
          </section>
        )
      ) : (
        <>
          <h2>
            {waiting.length}个文件等着固定，共 {sizeText(waiting.reduce((sum, { size }) => sum + size, 0))}
          </h2>
          <p class="dim">同一项证据的文件移到一起；没有移的，一个文件一项。</p>
          <ul class="thumbs">
            {waiting.map((hand) => (
              <Thumb key={hand.path} hand={hand} findings={drops.told.get(hand.path) ?? []}>
                <select
                  aria-label={`把${hand.label}移到`}
                  value={into.get(hand.path) ?? ALONE}
                  onChange={(e) => move(hand.path, e.currentTarget.value)}
                >
                  <option value={ALONE}>单独一项</option>
                  {fresh.map((group) => (
                    <option key={group} value={group}>
                      新的第{group.slice(1)}组
                    </option>
                  ))}
                  <option value={`${MARK.fresh}${fresh.length + 1}`}>另起一组</option>
                  {items.map(({ id, name }) => (
                    <option key={id} value={`${MARK.there}${id}`}>
                      {id}　{name}
                    </option>
                  ))}
                  <option value={LATER}>这次不固定</option>
                </select>
              </Thumb>
            ))}
          </ul>
          <TakingForm sitting={sitting} taking={taking} onChange={setTaking} />
          <p class="row">
            <button
              type="button"
              class="button main"
              disabled={sending !== undefined || chosen.length === 0}
              onClick={() => setLooking(true)}
            >
              归好了，最后看一遍
            </button>
            <span class="dim">共{chosen.length}个文件</span>
          </p>
        </>
      )}
    </div>
  );
}

/** In the order of the screen. What is alone goes together in one question: each gets a number of its own. */
function groupsOf(chosen: readonly Hand[], into: ReadonlyMap<string, string>): readonly object[] {
  const groups = new Map<string, string[]>();
  for (const { path } of chosen) {
    const group = into.get(path) ?? ALONE;
    groups.set(group, [...(groups.get(group) ?? []), path]);
  }
  return [...groups].map(([group, paths]) => ({
    paths,
    together: group !== ALONE,
    ...(group.startsWith(MARK.there) ? { item: group.slice(1) } : {}),
  }));
}

function Thumb({
  hand,
  findings,
  children,
}: {
  readonly hand: Hand;
  readonly findings: Parameters<typeof SaidList>[0]['findings'];
  readonly children: ComponentChildren;
}): ComponentChildren {
  const [pictured, setPictured] = useState(true);
  const kind = /\.([^./]{1,8})$/.exec(hand.label)?.[1]?.toUpperCase() ?? '文件';
  return (
    <li class={`thumb ${findings.some(({ severity }) => severity !== 'info') ? 'hurt' : ''}`}>
      <div class="pic">
        {pictured && /^(?:JPE?G|PNG|GIF|BMP)$/.test(kind) ? (
          <img src={pictureOf(hand.path)} alt="" loading="lazy" onError={() => setPictured(false)} />
        ) : (
          kind
        )}
      </div>
      <b class="foreign">{hand.label}</b>
      <p class="dim small">{sizeText(hand.size)}</p>
      <SaidList findings={findings} />
      {children}
    </li>
  );
}
