import { expect, it } from "vitest";
import { BasisStatus, placesAtFiniteBounds } from "../../src/lp/basis.ts";

it("placesAtFiniteBounds moves only nonbasic variables without a bound where they are, to a bound that exists", () => {
  const { atLower, basic, atUpper, free } = BasisStatus;
  const [none, no] = [-Infinity, Infinity];
  //        basic   both bounds     only upper      only lower      none
  const place = Uint8Array.of(basic, atLower, atUpper, atLower, atUpper, atUpper, atLower, free, atLower, atUpper);
  const lower = Float64Array.of(none, 0, 0, none, none, 0, 0, 0, none, none);
  const upper = Float64Array.of(no, 1, 1, 1, 1, no, no, 1, no, no);
  expect([...placesAtFiniteBounds(place, lower, upper)]).toEqual([
    basic,
    atLower,
    atUpper,
    atUpper,
    atUpper,
    atLower,
    atLower,
    atLower,
    free,
    free,
  ]);
});
