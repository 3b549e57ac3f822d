#!/usr/bin/env node
// A failure until main has said otherwise: an unsettled promise must not end in 0.
process.exitCode = 2;
const { main, processIo } = await import('../dist/cli/main.js');
process.exitCode = await main(processIo(process));
