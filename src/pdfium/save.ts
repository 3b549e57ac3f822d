/** A document as PDFium writes it again, with nothing enciphered: its objects can then be read by whoever has no cipher. */
import type { Pdfium } from './_pdfium.ts';

/** fpdf_save.h: FPDF_REMOVE_SECURITY. */
const REMOVE_SECURITY = 3;
/** Larger than any file that is read becomes by it. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * A module whose only function is the one it is given: so a function of JavaScript becomes one that the machine's table takes.
 * (type (func (param i32 i32 i32) (result i32))) (import "e" "f" (func (type 0))) (export "f" (func 0))
 */
const TRAMPOLINE = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 8, 1, 0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7f],
  ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0],
  ...[7, 5, 1, 1, 0x66, 0, 0],
]);

/** As far as it is used here: the types of Node do not name it. */
interface Assembly {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly f: object } };
}
interface Machine {
  readonly __indirect_function_table: { set(place: number, called: object | null): void };
}

/** The place of a pointer to nothing, which no function stands at: the table is of a fixed length. */
const PLACE = 0;

/** Undefined where it cannot be written. */
export function savedUnlocked(pdfium: Pdfium, document: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const take = (_self: number, from: number, size: number): number => {
    length += size;
    if (length > MOST_BYTES) return 0;
    pieces.push(pdfium.HEAPU8.slice(from, from + size));
    return 1;
  };
  const table = (pdfium.wasmExports as unknown as Machine).__indirect_function_table;
  const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Assembly }).WebAssembly;
  const { exports } = new Instance(new Module(TRAMPOLINE), { e: { f: take } });
  // FPDF_FILEWRITE: version 1, and the function that takes a block.
  const write = pdfium.wasmExports.malloc(8);
  table.set(PLACE, exports.f);
  try {
    pdfium.HEAP32[write / 4] = 1;
    pdfium.HEAP32[write / 4 + 1] = PLACE;
    return pdfium._FPDF_SaveAsCopy(document, write, REMOVE_SECURITY) === 1 ? Buffer.concat(pieces) : undefined;
  } finally {
    table.set(PLACE, null);
    pdfium.wasmExports.free(write);
  }
}
