import { ActError } from '../acts/act-error.ts';

type Body = Readonly<Record<string, unknown>>;

/** The body of a request to the phone API: a JSON object; an empty body is one without properties. */
export function bodyOf(bytes: Uint8Array): Body {
  if (bytes.length === 0) return {};
  const value = parse(Buffer.from(bytes).toString('utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ActError('ต้องเป็น JSON object');
  return value as Body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ActError('อ่าน JSON ไม่ได้');
  }
}

export function optionalText(body: Body, key: string): string | undefined {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new ActError(`${key} ต้องเป็นข้อความ`);
  return value;
}

export function text(body: Body, key: string): string {
  const value = optionalText(body, key);
  if (value === undefined) throw new ActError(`ต้องมี ${key}`);
  return value;
}

/** A whole number from `min` to `max`. */
export function optionalWhole(body: Body, key: string, min: number, max: number): number | undefined {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw new ActError(`${key} ต้องเป็นจำนวนเต็ม ${min} ถึง ${max}`);
  }
  return value;
}

export function whole(body: Body, key: string, min: number, max: number): number {
  const value = optionalWhole(body, key, min, max);
  if (value === undefined) throw new ActError(`ต้องมี ${key}`);
  return value;
}
