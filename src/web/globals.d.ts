/** Put in when the page is built (scripts/page.mjs). */
declare const PAGE: {
  readonly version: string;
  /** What `mbpack build` of the same version sets pages with. */
  readonly engine: { readonly name: string; readonly version: string };
  readonly packs: Readonly<Record<string, import('../verdict/index.ts').KnownPack>>;
  /** Packs of earlier releases that are no longer the installed ones. */
  readonly released: readonly import('../verdict/index.ts').KnownPack[];
};
/** The bundle of worker.ts, as text: a page that is one file can only start a worker from inside itself. */
declare const WORKER_SOURCE: string;
/** Of workers only; the compiler's `dom` has it not. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}
/** Chromium's; the compiler's `dom` has it not. */
interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}
