import type { Webhook } from '../webhook/webhook.ts';
import type { World } from '../world/world.ts';
import { chatOperations } from './chat.ts';
import { contentOperations } from './content.ts';
import { narrowcastOperations } from './narrowcast.ts';
import type { Operation } from './operation.ts';
import { peopleOperations } from './people.ts';
import { richMenuAliasOperations } from './rich-menu-alias.ts';
import { richMenuBatchOperations } from './rich-menu-batch.ts';
import { richMenuLinkOperations } from './rich-menu-link.ts';
import { richMenuPictureOperations } from './rich-menu-picture.ts';
import { richMenuOperations } from './rich-menu.ts';
import { sendOperations } from './send.ts';
import { unitStatisticsOperations } from './unit-statistics.ts';
import { usageOperations } from './usage.ts';
import { validateOperations } from './validate.ts';
import { webhookOperations } from './webhook-endpoint.ts';

/** All of LINE's endpoints that are answered. */
export const allOperations = (world: World, webhook: Webhook): readonly Operation[] => [
  ...sendOperations(world),
  ...narrowcastOperations(world),
  ...validateOperations(),
  ...usageOperations(world),
  ...unitStatisticsOperations(world),
  ...peopleOperations(world),
  ...chatOperations(world),
  ...webhookOperations(world, webhook),
  ...contentOperations(world),
  ...richMenuOperations(world),
  ...richMenuPictureOperations(world),
  ...richMenuLinkOperations(world),
  ...richMenuAliasOperations(world),
  ...richMenuBatchOperations(world),
];
