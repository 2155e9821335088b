import { z } from 'zod';
import type { Collection } from '../../src/store/port.ts';

const NoteSchema = z.strictObject({
  text: z.string(),
  colour: z.string().nullable().optional(),
  rank: z.union([z.number(), z.string(), z.boolean(), z.null()]).optional(),
  shown: z.boolean().optional(),
  place: z.strictObject({ floor: z.number().nullable(), room: z.string().optional() }).optional(),
  parts: z.array(z.record(z.string(), z.unknown())).optional(),
  marks: z.unknown().optional(),
});

/** What the contract suite stores: every kind of field a collection may have, none of the product's. */
export type Note = z.infer<typeof NoteSchema>;

/** A collection of the contract suite, with every shape of index and count. */
export const notes: Collection<Note> = {
  path: 'notes',
  schema: NoteSchema,
  indexes: [
    { equal: ['colour'] },
    { equal: ['shown'] },
    { equal: ['rank'] },
    { equal: ['place.floor'] },
    { equal: ['text'] },
    { equal: ['colour', 'shown'] },
    { equal: [], orderBy: { field: 'rank', direction: 'asc' } },
    { equal: [], orderBy: { field: 'rank', direction: 'desc' } },
    { equal: [], orderBy: { field: 'text', direction: 'asc' } },
    { equal: [], orderBy: { field: 'place.floor', direction: 'asc' } },
    { equal: ['colour'], orderBy: { field: 'rank', direction: 'desc' } },
    { equal: ['colour', 'shown'], orderBy: { field: 'rank', direction: 'asc' } },
  ],
  counted: [
    ['rank', 'shown'],
    ['colour', 'marks.*'],
  ],
  retention: 'until the test ends',
  personal: false,
};

/** Counts something; for transactions. */
export const counters: Collection<{ n: number }> = {
  path: 'counters',
  schema: z.strictObject({ n: z.number() }),
  indexes: [],
  retention: 'until the test ends',
  personal: false,
};

/** Anything at all, to reach the store's own checks behind the schema's. */
export const anything: Collection<unknown> = {
  path: 'anything',
  schema: z.unknown(),
  indexes: [],
  retention: 'until the test ends',
  personal: false,
};
