#!/usr/bin/env node
// A failure until main has said otherwise: an unsettled promise must not end in 0.
process.exitCode = 2;
try {
  const { main, processIo } = await import('../dist/cli/main.js');
  process.exitCode = await main(processIo(process));
} catch (error) {
  // Not even loaded: no file handles or no memory left, or an installation that is not whole. 1 would blame the case.
  process.stderr.write(`mbpack: ${error instanceof Error ? error.message : error}\n`);
}
