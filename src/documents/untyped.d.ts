/** Libraries without types of their own, as far as their doors use them. */
declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }

  export = LineBreaker;
}
declare module 'fontkit' {
  export function create(bytes: Uint8Array): { hasGlyphForCodePoint(codePoint: number): boolean };
}
declare module 'pdfmake' {
  const pdfmake: {
    virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void };
    setFonts(fonts: unknown): void;
    setUrlAccessPolicy(policy: (url: string) => boolean): void;
    setLocalAccessPolicy(policy: (path: string) => boolean): void;
    createPdf(definition: unknown): { getBuffer(): Promise<Uint8Array> };
  };

  export = pdfmake;
}
declare module 'pdfmake/js/*' {
  const inner: { default: unknown };

  export = inner;
}
