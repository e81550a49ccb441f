import type { CorpusCase } from "./case.ts";
import { documents } from "./documents.ts";
import { json } from "./json.ts";
import { tables } from "./tables.ts";

export const corpus: readonly CorpusCase[] = [...tables, ...documents, ...json];
