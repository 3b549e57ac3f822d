/** What the server gives as `pdfjs.js` is the browser build of this library. */
export * from 'pdfjs-dist';
