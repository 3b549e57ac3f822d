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
/** The bundle of pdf-worker.ts, as text. */
declare const PDF_SOURCE: string;
/** Binary tables from codes to characters by their names (pdfjs-dist/cmaps), in base64. Of the worker that draws PDFs only. */
declare const CMAPS: Readonly<Record<string, string>>;
/** Has no types; loaded for what it leaves in `globalThis`. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
/** Of workers only; the compiler's `dom` has it not. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}
/** Chromium's; the compiler's `dom` has it not. */
interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}
