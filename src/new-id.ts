import { randomUUID } from 'node:crypto';

/** Makes an id nobody can guess. Passed in everywhere, so that tests know which ids they get. */
export type NewId = () => string;

/** Random UUIDs (122 random bits) for a running server. */
export const randomId: NewId = () => randomUUID();
