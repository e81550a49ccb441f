import { writeGenerated } from "./docs.ts";

writeGenerated();
