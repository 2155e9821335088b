import type { Problem } from '../../line/problem.ts';

/** An error in LINE's shape. */
export interface ErrorBody {
  readonly message: string;
  readonly details?: readonly { readonly message?: string; readonly property?: string }[];
  readonly sentMessages?: readonly object[];
}

/** A request LINE refuses. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: ErrorBody | string, headers: Readonly<Record<string, string>> = {}) {
    const full = typeof body === 'string' ? { message: body } : body;
    super(full.message);
    this.name = 'ApiError';
    this.status = status;
    this.body = full;
    this.headers = headers;
  }
}

/**
 * The 400 for problems found in a request body. LINE first tells what is wrong with the body as a whole; only when that is
 * right does it tell what is wrong inside the Flex container of the first message that has such a thing.
 */
export function badRequest(problems: readonly Omit<Problem, 'index'>[], index = 0): ApiError {
  const details = (list: readonly Omit<Problem, 'index'>[]) =>
    list.map(({ message, property }) => ({ message, property }));
  const inBody = problems.filter((it) => !it.property.startsWith('/'));
  return inBody.length > 0
    ? new ApiError(400, { message: `The request body has ${inBody.length} error(s)`, details: details(inBody) })
    : new ApiError(400, {
        message: `A message (messages[${index}]) in the request body is invalid`,
        details: details(problems),
      });
}

/** Throws the 400 for these problems, if there are any. */
export function refuse(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const inBody = problems.some((it) => !it.property.startsWith('/'));
  throw badRequest(inBody ? problems : problems.filter((it) => it.index === first.index), first.index);
}

/** `The property, to[1], in the request body is invalid (line: -, column: -)` */
export const invalidProperty = (property: string): ApiError =>
  new ApiError(400, `The property, ${property}, in the request body is invalid (line: -, column: -)`);

export const notFound = (): ApiError => new ApiError(404, 'Not found');

export const RATE_LIMITED = 'The API rate limit has been exceeded. Try again later.';
export const MONTHLY_LIMIT = 'You have reached your monthly limit.';
