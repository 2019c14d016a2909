import { z } from 'zod';
import type { KeyValueFile } from '../settings/key-value-file.ts';

/** What is kept of a table that was looked at, to compare the next one of its kind with. */
const keptFactsSchema = z.object({
  kind: z.string(),
  collectedAt: z.number(),
  rows: z.number().int(),
  /** Name and blank share of each column. */
  columns: z.array(z.tuple([z.string(), z.number()])),
  /** The columns that held one value in every row. */
  constants: z.array(z.string()).default([]),
});
export type KeptFacts = Readonly<z.infer<typeof keptFactsSchema>>;

const memorySchema = z.object({
  layouts: z.record(z.string(), z.string()).default({}),
  facts: z.record(z.string(), keptFactsSchema).default({}),
});
type Memory = z.infer<typeof memorySchema>;

const mostLayouts = 200;
const mostFacts = 100;
const widest = 1000;

/** Remembers views of tables by the kind of export, and facts by the export. A damaged file is set aside. */
export function createReviewMemory(file: KeyValueFile) {
  let memory = load(file);

  function save(next: Memory): void {
    memory = next;
    file.write(memory);
  }

  return {
    layout: (kind: string): string | null => memory.layouts[kind] ?? null,
    keepLayout(kind: string, layout: string): void {
      const { [kind]: _old, ...others } = memory.layouts;
      const kept = Object.entries(others).slice(-(mostLayouts - 1));
      save({ ...memory, layouts: Object.fromEntries([...kept, [kind, layout]]) });
    },
    facts: (jobId: string): KeptFacts | null => memory.facts[jobId] ?? null,
    keepFacts(jobId: string, facts: KeptFacts): void {
      const { [jobId]: _old, ...others } = memory.facts;
      const kept = Object.entries(others).slice(-(mostFacts - 1));
      const short = {
        ...facts,
        columns: facts.columns.slice(0, widest),
        constants: facts.constants.slice(0, widest),
      };
      save({ ...memory, facts: Object.fromEntries([...kept, [jobId, short]]) });
    },
  };
}
export type ReviewMemory = ReturnType<typeof createReviewMemory>;

function load(file: KeyValueFile): Memory {
  try {
    const kept = file.read();
    if (kept === undefined) return memorySchema.parse({});
    const parsed = memorySchema.safeParse(kept);
    if (parsed.success) return parsed.data;
  } catch {
    // Not even JSON: set aside below.
  }
  // Convenience only: nothing of a person's work is in it, so that starting anew needs no notice.
  try {
    file.setAside();
  } catch {
    // It can't be copied either; it is replaced at the next change.
  }
  return memorySchema.parse({});
}
