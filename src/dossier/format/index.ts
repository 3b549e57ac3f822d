export { bagLabels, type Software } from './bag-labels.ts';
export * from './layout.ts';
export * from './limits.ts';
export * from './zip.ts';
