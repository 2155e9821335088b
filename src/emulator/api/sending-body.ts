import { checkMessages } from '../../line/limits/check-messages.ts';
import type { Problem } from '../../line/problem.ts';
import { refuse } from './api-error.ts';

/** The parts of a body that all five kinds of sending share. */
export interface Sending {
  readonly messages: readonly Readonly<Record<string, unknown>>[];
  /** The user asked not to be notified of it. */
  readonly silent: boolean;
  readonly units: readonly string[];
}

const missing = (property: string): Problem => ({ message: 'May not be empty', property, index: 0 });

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function unitProblems(units: unknown): readonly Problem[] {
  if (units === undefined || units === null) return [];
  if (!Array.isArray(units)) return [{ ...missing('customAggregationUnits'), message: 'Must be an array' }];
  return units.length > 1
    ? [{ message: 'Size must be between 0 and 1', property: 'customAggregationUnits', index: 0 }]
    : [];
}

/** Checks a body and its `required` properties; throws LINE's 400 with everything that is wrong with it. */
export function sendingBody(body: Readonly<Record<string, unknown>>, required: readonly string[] = []): Sending {
  const units = body['customAggregationUnits'];
  const silent = body['notificationDisabled'];
  refuse([
    ...required.filter((it) => isMissing(body[it])).map(missing),
    ...checkMessages(body['messages']),
    ...(silent === undefined || silent === null || typeof silent === 'boolean'
      ? []
      : [{ message: 'Must be a boolean', property: 'notificationDisabled', index: 0 }]),
    ...unitProblems(units),
  ]);
  return {
    messages: body['messages'] as Sending['messages'],
    silent: silent === true,
    units: Array.isArray(units) ? units.filter((it): it is string => typeof it === 'string') : [],
  };
}
