/**
 * Draws pages of a PDF, and nothing else: the whole of pdf.js runs in this worker, where there is no document to act on, no network
 * (the page's policy holds here too) and nothing that could open or print. What leaves it is pixels. Door to pdfjs-dist.
 */
import { AnnotationMode, getDocument, PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { PdfLack, PdfOrder, PdfReport } from './pdf-protocol.ts';

/** Pixels of one drawn page, whatever size it says it has: 64 MiB. */
const MOST_PIXELS = 16 << 20;
/** Pixels of one picture inside a page. */
const MOST_PICTURE_PIXELS = 128 << 20;

const tell = (report: PdfReport, move: Transferable[] = []): void => self.postMessage(report, { transfer: move });
const missing = new Set<PdfLack>();
let opened: Promise<PDFDocumentProxy> | undefined;

// pdf.js asks for the next frame of a screen between two pieces of work, and there is no screen here.
self.requestAnimationFrame = (go) => Number(setTimeout(go, 0, performance.now()));

/** Bytes as they are asked for: a volume of scans is never in memory as a whole. */
class Ranges extends PDFDataRangeTransport {
  readonly #blob: Blob;
  constructor(blob: Blob) {
    super(blob.size, null);
    this.#blob = blob;
  }
  override requestDataRange(begin: number, end: number): void {
    void this.#blob
      .slice(begin, end)
      .arrayBuffer()
      .then(
        (bytes) => this.onDataRange(begin, new Uint8Array(bytes)),
        () => tell({ kind: 'failed', why: 'broken' }),
      );
  }
}

class Canvases {
  create(width: number, height: number): object {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width;
    canvas.height = height;
  }
  destroy({ canvas }: { canvas: OffscreenCanvas }): void {
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** Those of Chinese PDFs, which leave their fonts out more often than others. */
class Maps {
  readonly fetch = async ({ name }: { readonly name: string }): Promise<object> => {
    const map = Object.hasOwn(CMAPS, name) ? CMAPS[name] : undefined;
    if (map !== undefined) return { cMapData: Uint8Array.from(atob(map), (c) => c.charCodeAt(0)), isCompressed: true };
    missing.add('map');
    throw new Error(name);
  };
}

class NoFilters {
  readonly addFilter = (): string => 'none';
  readonly addHCMFilter = (): string => 'none';
  readonly addAlphaFilter = (): string => 'none';
  readonly addLuminosityFilter = (): string => 'none';
  readonly addHighlightHCMFilter = (): string => 'none';
  readonly destroy = (): void => undefined;
}

/** No file of any other place: what a font or a picture needs besides itself is here or is not. */
class Nothing {
  readonly fetch = (): Promise<never> => Promise.reject(new Error());
}

function open(blob: Blob): Promise<PDFDocumentProxy> {
  return getDocument({
    range: new Ranges(blob),
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    // Glyphs as paths that pdf.js reads itself: no font of a file reaches the browser's own reader of fonts.
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: MOST_PICTURE_PIXELS,
    verbosity: 0,
    CanvasFactory: Canvases,
    FilterFactory: NoFilters,
    CMapReaderFactory: Maps,
    StandardFontDataFactory: Nothing,
    WasmFactory: Nothing,
  }).promise;
}

async function draw({ page: no, width, serial }: Extract<PdfOrder, { kind: 'draw' }>): Promise<void> {
  const page = await (await opened)?.getPage(no);
  if (!page) return;
  const whole = page.getViewport({ scale: 1 });
  const scale = Math.min(width / whole.width, Math.sqrt(MOST_PIXELS / (whole.width * whole.height)));
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
  // Seals and stamps stand in a PDF as annotations: drawn as they look, never as what they do.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
  for (const [, font] of page.commonObjs) if ((font as { missingFile?: boolean } | null)?.missingFile) missing.add('font');
  for (const [, picture] of page.objs) if (picture === null) missing.add('picture');
  const picture = canvas.transferToImageBitmap();
  tell({ kind: 'drawn', serial, picture, lacks: [...missing] }, [picture]);
  page.cleanup();
}

self.onmessage = ({ data }: MessageEvent<PdfOrder>) => {
  if (data.kind === 'open') {
    opened = open(data.blob);
    opened.then(
      ({ numPages }) => tell({ kind: 'opened', pages: numPages }),
      (error: unknown) => tell({ kind: 'failed', why: (error as Error | null)?.name === 'PasswordException' ? 'locked' : 'broken' }),
    );
  } else draw(data).catch(() => tell({ kind: 'failed', why: 'page', serial: data.serial }));
};
