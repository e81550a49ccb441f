import { parseRequest } from "../../src/input/parse-request.ts";
import { readYears } from "../../src/years/read-years.ts";
import { inputsByQuarter, YearsFrame } from "../../src/years/years-frame.ts";
import type { YearsInput } from "../../src/years/years-input.ts";
import { site } from "./years-site.ts";

/** The frame of the small site over the years of `input`. */
export function frameOf(input: YearsInput, plain: unknown = site): YearsFrame {
  const model = readYears(input);
  const inputs = inputsByQuarter(plain as Readonly<Record<string, unknown>>, model);
  return new YearsFrame(model, inputs.map(parseRequest));
}
