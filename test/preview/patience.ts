import { HANGS_MS } from '../hangs.ts';

/** How long a browser or a server is waited for before it is said to hang: nothing else is judged by it, for other programs may have the machine. */
export const PATIENCE_MS = HANGS_MS;
