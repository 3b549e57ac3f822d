export { bagLabels, type Software } from './bag-labels.ts';
export { type DigestColumn, digestColumn, type Files, type FileTable, fileTable } from './file-table.ts';
export * from './layout.ts';
export * from './limits.ts';
export * from './zip.ts';
