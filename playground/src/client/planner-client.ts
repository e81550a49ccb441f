import type { Failure, FromWorker, Progress, QuestionName, Questions, ToWorker } from "../messages.ts";

/** A question that has no answer; `failure` says why. */
export class PlannerError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

export interface Asked<Answer> {
  readonly answer: Promise<Answer>;
  cancel(): void;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: PlannerError): void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** Asks one worker; answers come back by the id of the question. */
export class PlannerClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => this.#receive(data));
    worker.addEventListener("error", ({ message }) => this.#fail(message || "The planner stopped unexpectedly."));
  }

  ask<Name extends QuestionName>(
    name: Name,
    given: Questions[Name]["given"],
    onProgress?: (progress: Progress) => void,
  ): Asked<Questions[Name]["answer"]> {
    const id = ++this.#lastId;
    const answer = new Promise<Questions[Name]["answer"]>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject, onProgress });
    });
    this.#post({ id, ask: name, given } as ToWorker);
    return { answer, cancel: () => this.#post({ cancel: id }) };
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if ("progress" in message) return waiting.onProgress?.(message.progress);
    this.#waiting.delete(message.id);
    if ("failure" in message) waiting.reject(new PlannerError(message.failure));
    else waiting.resolve(message.answer);
  }

  #fail(message: string): void {
    for (const { reject } of this.#waiting.values())
      reject(new PlannerError({ message, faults: [], isCancelled: false }));
    this.#waiting.clear();
  }
}
