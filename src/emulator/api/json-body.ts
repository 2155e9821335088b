import { ApiError } from './api-error.ts';

/** Reads a JSON object, or throws what LINE answers. */
export function jsonBody(contentType: string | undefined, bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ApiError(415, `The content type, ${contentType ?? ''}, is not supported`);
  const value = parse(Buffer.from(bytes).toString('utf8'));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw notJson();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

/** LINE leaves the place out (`-`) where it does not know it; so does this everywhere. */
const notJson = (): ApiError => new ApiError(400, 'The request body could not be parsed as JSON (line: -, column: -)');
