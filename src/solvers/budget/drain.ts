/**
 * The two ways to run work that is written as an iterator over batches: synchronously, or with pauses in which the
 * host's event loop turns, so that a page stays responsive and a signal can arrive.
 */

/** The part of an `AbortSignal` that is used. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** Milliseconds of work between two turns of the event loop: under one frame of a screen, far above a turn's cost. */
const SLICE_MS = 10;

/** Node's, undefined in browsers. */
declare const setImmediate: ((callback: () => void) => void) | undefined;
/** The browsers'; its type is in `lib.dom` alone. */
declare const MessageChannel: new () => { readonly port1: Port; readonly port2: Port };
interface Port {
  addEventListener(type: "message", listener: () => void, options: { readonly once: boolean }): void;
  start(): void;
  postMessage(message: number): void;
  close(): void;
}

/** Runs the steps to their end. */
export function drain<Result>(steps: Iterator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value as Result;
  }
}

/**
 * Runs the steps to their end in slices. Rejects with `signal.reason` at the end of the slice in which the signal fired
 * (or at once if it has fired already), after closing the iterator.
 */
export async function drainAsync<Result>(steps: Iterator<unknown, Result>, signal?: AbortSignalLike): Promise<Result> {
  const clock = new TurnClock();
  try {
    for (;;) {
      if (signal?.aborted === true) {
        steps.return?.();
        throw signal.reason;
      }
      const until = Date.now() + SLICE_MS;
      do {
        const { done, value } = steps.next();
        if (done === true) return value as Result;
      } while (Date.now() < until);
      await clock.turn();
    }
  } finally {
    clock.close();
  }
}

/**
 * Waits for one turn of the event loop. Not by setTimeout: browsers hold nested timers for 4 ms each. Not by messages
 * in Node: it delivers a thousand of them before it looks at a timer.
 */
class TurnClock {
  private readonly channel = typeof setImmediate === "function" ? undefined : new MessageChannel();

  turn(): Promise<void> {
    return new Promise((resolve) => {
      if (this.channel === undefined) return void setImmediate?.(resolve);
      const { port1, port2 } = this.channel;
      port1.addEventListener("message", resolve, { once: true });
      port1.start();
      port2.postMessage(0);
    });
  }

  close(): void {
    this.channel?.port1.close();
    this.channel?.port2.close();
  }
}
