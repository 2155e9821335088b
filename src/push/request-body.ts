/** LINE's endpoint for one person, or for up to 500. */
export type Endpoint = 'push' | 'multicast';

/** What the body of such a request holds (Messaging API reference, Send push message and Send multicast message). */
interface Body {
  readonly to: string | readonly string[];
  readonly messages: readonly unknown[];
  readonly customAggregationUnits?: readonly string[];
}

export function endpointFor(to: readonly string[]): Endpoint {
  return to.length === 1 ? 'push' : 'multicast';
}

/** The body of a request. `messages`: a JSON array of 1–5 messages; `unit`: LINE's aggregation unit, null: none. */
export function requestBody(to: readonly string[], messages: string, unit: string | null): string {
  const whom = endpointFor(to) === 'push' ? to[0] : to;
  const units = unit === null ? '' : `,"customAggregationUnits":${JSON.stringify([unit])}`;
  return `{"to":${JSON.stringify(whom)},"messages":${messages}${units}}`;
}

/** LINE user ids in a body. */
export function recipientsOf(body: string): readonly string[] {
  const { to } = JSON.parse(body) as Body;
  return typeof to === 'string' ? [to] : to;
}

/** The body without these people, for the same endpoint; undefined if nobody is left. Only as long as it has never been sent. */
export function bodyWithout(body: string, people: ReadonlySet<string>): string | undefined {
  const parsed = JSON.parse(body) as Body;
  if (typeof parsed.to === 'string') return people.has(parsed.to) ? undefined : body;
  const to = parsed.to.filter((user) => !people.has(user));
  if (to.length === parsed.to.length) return body;
  return to.length === 0 ? undefined : JSON.stringify({ ...parsed, to });
}
