/** Signatures are laid beside a sealed dossier and stand in no manifest: the one thing that may be added to it. */
import { readZip } from './zip-read.ts';

export const SIGNATURE = /\/signatures\/\d{2}\.(?:p7s|tsr)$/;

export const signedSince = (bytes: Buffer): boolean => readZip(bytes)?.some(({ name }) => SIGNATURE.test(name)) ?? false;
