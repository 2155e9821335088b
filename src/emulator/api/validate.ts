import { checkMessages } from '../../line/limits/check-messages.ts';
import { refuse } from './api-error.ts';
import { ok, type Operation, operation } from './operation.ts';

const KINDS = ['Reply', 'Push', 'Multicast', 'Narrowcast', 'Broadcast'] as const;

/** Checks messages without sending them. */
export const validateOperations = (): readonly Operation[] =>
  KINDS.map((kind) =>
    operation(
      `validate${kind}`,
      `POST /v2/bot/message/validate/${kind.toLowerCase()}`,
      (call) => {
        refuse(checkMessages(call.json()['messages']));
        return ok();
      },
      { alias: 'validate' },
    ),
  );
