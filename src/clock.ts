/** What time it is. Passed in everywhere, so that tests can set it and nothing sleeps. */
export type Clock = () => Date;

/** The clock of a running server. */
export const systemClock: Clock = () => new Date();
