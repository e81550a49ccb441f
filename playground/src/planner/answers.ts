/** The answers of the worker. The session of the site in hand stays here between questions. */
import { type AsyncPlanSession, listRigs, openPlanAsync, type PlanInput } from "wattsplit";
import { compareBaselinesAsync } from "wattsplit/compare";
import { whyAsync, worthAsync } from "wattsplit/explain";
import type { Progress, Question, QuestionName, Questions } from "../messages.ts";
import { baselinesView } from "./baselines-view.ts";
import { planView } from "./plan-view.ts";
import { readFile } from "./read-file.ts";
import { writeExport } from "./write-export.ts";

export interface Work {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * The session's signal is fixed when it opens, a cancel is of one question: the session listens to a relay that asks
 * the question in hand.
 */
class SessionHolder {
  #session: AsyncPlanSession | undefined;
  #work: Work | undefined;

  readonly #options = {
    signal: {
      holder: this as SessionHolder,
      get aborted(): boolean {
        return this.holder.#work?.signal.aborted ?? false;
      },
      reason: new Error("Cancelled."),
    },
    onProgress: (progress: Progress): void => this.#work?.onProgress(progress),
  };

  get present(): AsyncPlanSession {
    if (!this.#session) throw new Error("There is no plan yet: plan the site first.");
    return this.#session;
  }

  async open(site: PlanInput, work: Work): Promise<AsyncPlanSession> {
    this.#work = work;
    this.#session = await openPlanAsync(site, this.#options);
    return this.#session;
  }

  during(work: Work): AsyncPlanSession {
    this.#work = work;
    return this.present;
  }
}

const holder = new SessionHolder();

type Answers = {
  readonly [Name in QuestionName]: (given: Questions[Name]["given"], work: Work) => Promise<Questions[Name]["answer"]>;
};

const ANSWERS: Answers = {
  async open({ site }, work) {
    const startedMs = performance.now();
    const { result } = await holder.open(site, work);
    return planView(result, performance.now() - startedMs);
  },
  async replan({ changes }, work) {
    const startedMs = performance.now();
    const result = await holder.during(work).replan(changes);
    return planView(result, performance.now() - startedMs);
  },
  why: async ({ asset, interval }, work) => whyAsync(holder.during(work), { asset, at: interval }),
  worth: async (question, work) => worthAsync(holder.during(work), { ...question, perYear: true }),
  baselines: async ({ site }, work) =>
    baselinesView(await compareBaselinesAsync(site, { signal: work.signal, onProgress: work.onProgress })),
  readFile: async ({ name, text, kind, location }) => readFile(name, text, kind, location),
  writeExport: async ({ kind, question, site, charts }, work) =>
    writeExport(kind, question, site, holder.during(work).result, charts),
  rigs: async () => listRigs().map(({ model }) => model),
};

export async function answerTo(question: Question, work: Work): Promise<unknown> {
  const answer = ANSWERS[question.ask] as (given: unknown, work: Work) => Promise<unknown>;
  return answer(question.given, work);
}
