export * from './layout.ts';
export * from './limits.ts';
export * from './zip.ts';
