/** The worker: one question at a time is planned, a cancel may arrive in between. */
import type { Cancel, Failure, FromWorker, Progress, Question, ToWorker } from "../messages.ts";
import { answerTo } from "./answers.ts";
import { failureOf } from "./failure.ts";

/** What is used of the worker's global scope; `lib.webworker` clashes with `lib.dom`. */
interface Scope {
  addEventListener(type: "message", listen: (event: { readonly data: ToWorker }) => void): void;
  postMessage(message: FromWorker): void;
}

/** Progress is reported at most once in so many milliseconds. */
const REPORT_EVERY_MS = 100;

const scope = self as unknown as Scope;
const running = new Map<number, AbortController>();

const isCancel = (message: ToWorker): message is Cancel => "cancel" in message;

async function answer(question: Question): Promise<void> {
  const { id } = question;
  const controller = new AbortController();
  running.set(id, controller);
  try {
    let reportedMs = 0;
    const onProgress = ({ iterations, phase }: Progress): void => {
      const nowMs = performance.now();
      if (nowMs - reportedMs < REPORT_EVERY_MS) return;
      reportedMs = nowMs;
      scope.postMessage({ id, progress: { iterations, phase } });
    };
    const found = await answerTo(question, { signal: controller.signal, onProgress });
    scope.postMessage({ id, answer: found });
  } catch (error) {
    const failure: Failure = failureOf(error, controller.signal.aborted);
    scope.postMessage({ id, failure });
  } finally {
    running.delete(id);
  }
}

scope.addEventListener("message", ({ data }) => {
  if (isCancel(data)) running.get(data.cancel)?.abort();
  else void answer(data);
});
