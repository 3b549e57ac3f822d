/** Door to fflate: deflate whose bytes are the same on every processor and Node version, and ZIP small enough to stand in memory. */
export { deflateSync, Inflate, unzipSync, type Zippable, zipSync, zlibSync } from 'fflate';
