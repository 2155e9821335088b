/**
 * How LINE words a refusal. It speaks two dialects: one for properties of the request body, one for what is inside a
 * Flex container. Texts seen in LINE's reference or in real error bodies are used as they are; the rest follows them.
 */
export interface Words {
  /** Joins a property's path with one more key or index. */
  readonly join: (path: string, key: string | number) => string;
  /** Unknown keys are refused (Flex) or ignored (request body). */
  readonly strict: boolean;
  readonly missing: string;
  readonly empty: string;
  readonly wrong: (path: string) => string;
  readonly length: (min: number, max: number) => string;
  readonly size: (min: number, max: number) => string;
  readonly oneOf: (values: readonly string[]) => string;
  readonly tooSmall: (min: number) => string;
  readonly tooLarge: (max: number) => string;
}

/** `messages[0].text`, "Length must be between 0 and 5000". */
export const bodyWords: Words = {
  join: (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  strict: false,
  missing: 'May not be empty',
  empty: 'May not be empty',
  wrong: (path) => `The property, ${path}, in the request body is invalid (line: -, column: -)`,
  length: (min, max) => `Length must be between ${min} and ${max}`,
  size: (min, max) => `Size must be between ${min} and ${max}`,
  oneOf: (values) => `Must be one of the following values: [${values.join(', ')}]`,
  tooSmall: (min) => `Must be greater than or equal to ${min}`,
  tooLarge: (max) => `Must be less than or equal to ${max}`,
};

/** `/body/contents/0`, "must be specified". */
export const flexWords: Words = {
  join: (path, key) => `${path === '/' ? '' : path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`,
  strict: true,
  missing: 'must be specified',
  empty: 'must be non-empty text',
  wrong: () => 'invalid property',
  length: () => 'upper limit exceeded',
  size: (min, max) => `size must be between ${min} and ${max}`,
  oneOf: () => 'invalid property',
  tooSmall: (min) => (min === 0 ? 'must be greater than or equal to 0' : 'lower limit exceeded'),
  tooLarge: () => 'upper limit exceeded',
};
