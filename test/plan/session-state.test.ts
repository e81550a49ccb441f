import { expect, it } from "vitest";
import { stateOf, withState, type SessionState } from "../../src/plan/session-state.ts";

const state = { options: {} } as SessionState;

it("a session gives its state of the moment, and hides it from listings, copies and JSON", () => {
  let present = state;
  const session = withState({ result: 1 }, () => present);
  expect(stateOf("why", session)).toBe(state);
  present = { ...state };
  expect(stateOf("why", session)).toBe(present);
  expect(Object.keys(session)).toEqual(["result"]);
  expect(JSON.stringify(session)).toBe('{"result":1}');
  expect(() => stateOf("why", { ...session })).toThrow("why.session: got object, wanted the session");
});

it("another copy of the package finds it", () => {
  const session = withState({}, () => state) as Record<symbol, unknown>;
  expect(session[Symbol.for("wattsplit.session-state")]).toBe(state);
});

it("an object that throws is refused", () => {
  const thrower = new Proxy(
    {},
    {
      get: () => {
        throw new RangeError("no");
      },
    },
  );
  expect(() => stateOf("worth", thrower)).toThrow("worth.session: got object");
});
