/** Everything from outside that a command may use, so that tests run it in-process. */
export interface Stream {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly columns: number;
}

export interface Io {
  /** Arguments after the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** Milliseconds since 1970; read once a command. */
  now(): number;
  /** Calls back on Ctrl-C or termination; the returned function stops listening. */
  onInterrupt(listener: () => void): () => void;
}

/** The real process as Io. */
export function processIo(proc: NodeJS.Process): Io {
  const stream = (out: NodeJS.WriteStream): Stream => {
    // A reader that went away (`| head`) is no fault of ours.
    out.on('error', () => undefined);
    return { write: (text) => void out.write(text), isTTY: out.isTTY === true, columns: out.columns ?? 80 };
  };
  return {
    argv: proc.argv.slice(2),
    env: proc.env,
    stdout: stream(proc.stdout),
    stderr: stream(proc.stderr),
    now: () => Date.now(),
    onInterrupt(listener) {
      proc.on('SIGINT', listener);
      proc.on('SIGTERM', listener);
      return () => {
        proc.off('SIGINT', listener);
        proc.off('SIGTERM', listener);
      };
    },
  };
}
