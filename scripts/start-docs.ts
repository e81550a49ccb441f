import { writeGenerated } from "./docs.ts";

await writeGenerated();
