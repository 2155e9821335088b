import { ActError } from '../acts/act-error.ts';
import { FAULT_KINDS, type FaultKind } from '../world/faults.ts';
import { showPersona } from '../world/persona.ts';
import type { World } from '../world/world.ts';
import { optionalText, optionalWhole, text } from './fields.ts';

type Body = Readonly<Record<string, unknown>>;

const LONGEST_NAME = 50;
const MOST_DUPLICATES = 10;
/** 10 minutes, in ms: no client waits longer. */
const LONGEST_DELAY = 600_000;

function addPersona(world: World, body: Body): object {
  const [kind, name] = [text(body, 'kind'), text(body, 'name').trim()];
  if (kind !== 'user' && kind !== 'group') throw new ActError('kind ต้องเป็น user หรือ group');
  if (name === '' || name.length > LONGEST_NAME) throw new ActError(`ชื่อต้องยาว 1 ถึง ${LONGEST_NAME} ตัวอักษร`);
  if (world.personas.all().some((it) => it.name === name)) throw new ActError('มีชื่อนี้อยู่แล้ว');
  return showPersona(world.personas.add(kind, name));
}

function change(world: World, body: Body): object {
  const { redelivery, quotaLimit } = body;
  if (redelivery !== undefined && typeof redelivery !== 'boolean')
    throw new ActError('redelivery ต้องเป็น true หรือ false');
  const duplicates = optionalWhole(body, 'duplicates', 0, MOST_DUPLICATES);
  const limit = optionalWhole(body, 'quotaLimit', 0, 10_000_000);
  if (redelivery !== undefined) world.settings.redelivery = redelivery;
  if (duplicates !== undefined) world.settings.duplicates = duplicates;
  if (limit !== undefined || quotaLimit === null) world.quota.setLimit(limit ?? null);
  return { ...world.settings };
}

function addFault(world: World, body: Body): object {
  const kind = text(body, 'kind');
  const known = FAULT_KINDS.find((it: FaultKind) => it === kind);
  if (known === undefined) throw new ActError(`kind ต้องเป็นหนึ่งใน ${FAULT_KINDS.join(', ')}`);
  world.faults.add({
    operation: optionalText(body, 'operation') ?? '*',
    kind: known,
    times: optionalWhole(body, 'times', 1, 1000) ?? 1,
    delayMs: optionalWhole(body, 'delayMs', 0, LONGEST_DELAY) ?? 0,
  });
  return { faults: world.faults.list() };
}

/** What the panel beside the phone does, by method and last word of the path. */
export const PANEL_ROUTES: Readonly<Record<string, (world: World, body: Body) => object>> = {
  'POST personas': addPersona,
  'POST settings': change,
  'POST faults': addFault,
  'DELETE faults': (world) => {
    world.faults.clear();
    return { faults: [] };
  },
  'POST reset': (world) => {
    world.reset();
    return {};
  },
};
