/** Ctrl-C was pressed: the run ends without a result, and that is no error. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

const PATIENCE_MS = 2_000;

/**
 * Runs `work`, which stops early when its signal is aborted by SIGINT; rejects with `Interrupted` then. A second SIGINT, or work
 * that does not stop by itself, ends the process: nothing is being written meanwhile.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let deadline: NodeJS.Timeout | undefined;
  const stop = () => {
    controller.abort();
    deadline = setTimeout(() => process.exit(130), PATIENCE_MS).unref();
  };
  process.once('SIGINT', stop);
  try {
    const result = await work(controller.signal);
    if (controller.signal.aborted) throw new Interrupted();
    return result;
  } catch (error) {
    throw controller.signal.aborted ? new Interrupted() : error;
  } finally {
    process.off('SIGINT', stop);
    clearTimeout(deadline);
  }
}
