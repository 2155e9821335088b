import { ApiError } from './api-error.ts';

/** Reads a JSON object, or throws what LINE answers. */
export function jsonBody(contentType: string | undefined, bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ApiError(415, `The content type, ${contentType ?? ''}, is not supported`);
  const text = Buffer.from(bytes).toString('utf8');
  const value = parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw notJson('1', '1');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, line = '-', column = '-'] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
    throw notJson(line, column);
  }
}

const notJson = (line: string, column: string): ApiError =>
  new ApiError(400, `The request body could not be parsed as JSON (line: ${line}, column: ${column})`);
