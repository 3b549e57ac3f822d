/** How long a browser or a server is waited for before it is said to hang: nothing else is judged by it, for other programs may have the machine. */
export const PATIENCE_MS = 300_000;
