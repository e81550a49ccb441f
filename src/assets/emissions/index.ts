/**
 * A price on the site's CO2, a cap on it, or both: a tax, allowances, a corporate budget. Sources say what each MW of
 * theirs emits, e_jt (`SiteModel.addEmission`: fuel burnt on the site; imported power at the grid's hourly factor). Per
 * calendar year or month p of local time:
 *
 *     sum over sources j and t in p of e_jt x_jt = emitted_p,      0 <= emitted_p <= co2T - already emitted in p
 *     cost = priceUsdPerT_t sum_j e_jt x_jt        on the ledger under each source's name
 *
 * Export earns no credit. The cap's price is marginal: what one more tonne would save. Who caused how much on average
 * is another question, which `plan.emissions` answers with or without this asset.
 *
 * It is an asset so that it is linked, priced, explained and carried over (`initialState`, `endState`) as every other,
 * and so that two can stand side by side, e.g. a tax and a company's own cap. It is a contract that holds for the
 * AI-only site too.
 */
import type { AssetKind } from "../asset.ts";
import { checkEmissions } from "./check.ts";
import { emissionsForAiOnly } from "./counterfactual.ts";
import { declareEmissions, linkEmissions, type Declared, type Handles } from "./declare.ts";
import { readEmissions, type EmissionsReading } from "./read.ts";
import { emissionsRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";

export const emissions: AssetKind<"emissions", typeof schema, typeof stateSchema, Handles, EmissionsReading, Declared> =
  {
    kind: "emissions",
    role: "contract",
    schema,
    stateSchema,
    check: checkEmissions,
    declare: declareEmissions,
    link: linkEmissions,
    read: readEmissions,
    rule: emissionsRule,
    forAiOnly: emissionsForAiOnly,
  };
