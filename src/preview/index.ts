/** The page of `mbpack preview`: its server, what it is told, and the watch over folders. Knows neither case nor documents. */
export { type Asset, loadWorkbench, screensText } from './assets.ts';
export { type Board, type ListedDocument, startBoard } from './board.ts';
export type { Excerpt, Nothing, ShownFinding } from './protocol.ts';
export { type RunningServer, startServer } from './server.ts';
export type { SentFile, Tools } from './tools.ts';
export { startWatching, type Watching } from './watch.ts';
