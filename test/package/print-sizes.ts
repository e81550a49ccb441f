/** `npm run size`: the sizes of the last build against their budgets; the exit code is 1 if one is over. */
import { repository } from "./consumer-project.ts";
import { measureSizes, overBudget, sizeTable } from "./sizes.ts";

// The repository resolves its own name through `exports`, as a consumer would.
const sizes = await measureSizes(repository);
console.log(sizeTable(sizes));
if (overBudget(sizes).length > 0) process.exitCode = 1;
