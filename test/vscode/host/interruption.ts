/** A message for the person at the terminal: printed as it is, without a stack. */
export class HostError extends Error {
  override readonly name = 'HostError';
}

/**
 * A signal that aborts, with a {@link HostError} as its reason, when this process is asked to end or when
 * nobody reads its output any more.
 *
 * The handlers stay for the rest of the process: a Ctrl-C reaches every process of the terminal, and
 * `runTests` sends its own on top, so a second signal during the shutdown must not cut it short.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    if (!controller.signal.aborted) controller.abort(new HostError('Interrupted.'));
  });
  // Everything else takes the way of a Ctrl-C, the one thing that `runTests` passes on; once, since it
  // takes a second one for the wish to end without cleaning up.
  let passedOn = false;
  const passOn = (): void => {
    if (!passedOn && !controller.signal.aborted) process.kill(process.pid, 'SIGINT');
    passedOn = true;
  };
  process.on('SIGTERM', passOn);
  process.on('SIGHUP', passOn);
  // A reader that is gone, such as `head`, would otherwise end this process before it can clean up.
  process.stdout.on('error', passOn);
  process.stderr.on('error', passOn);
  return controller.signal;
}

/** Rejects with the signal's reason once it aborts; never resolves. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new HostError(String(signal.reason)));
    };
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

/** What to print for a failure: a {@link HostError}'s or a command line's message alone, else the stack. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isUsage = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return error instanceof HostError || isUsage ? error.message : (error.stack ?? error.message);
}
