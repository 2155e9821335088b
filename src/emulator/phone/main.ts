// Puts the phone screen together.
import { changeChat } from './api.ts';
import { startBanner } from './banner.ts';
import { startChatList } from './chat-list.ts';
import { startChatLog } from './chat-log.ts';
import { startComposer } from './composer.ts';
import { startDrawers } from './drawers.ts';
import { openEntryMenu } from './entry-menu.ts';
import { follow } from './live.ts';
import { Model } from './model.ts';
import { startPanel } from './panel/panel.ts';
import { performAction } from './perform-action.ts';
import { startPhoneHeader } from './phone-header.ts';
import { pickPlace } from './pick-place.ts';
import { startQuickReplies } from './quick-replies.ts';
import { startRichMenu } from './rich-menu.ts';
import { orToast, toast } from './toast.ts';

function startScreen(model: Model): void {
  const showDrawer = startDrawers();
  const send = (what: string, body: object = {}): Promise<void> => {
    const as = composer.speaker();
    return changeChat(model.chat, what, as ? { ...body, as } : body);
  };
  const sendPlace = async (): Promise<void> => {
    const place = await pickPlace();
    if (place) await send('location', place);
  };
  const composer = startComposer(model, { send, sendPlace });
  const world = {
    send,
    sendPlace,
    openKeyboard: composer.openKeyboard,
    openRichMenu: (open: boolean) => openMenu(open),
  };
  const act = (action: unknown): void => void performAction(action, world);
  const openMenu = startRichMenu(model, act);
  startPhoneHeader(model);
  startChatLog(model, {
    act,
    say: (text) => void orToast(send('text', { text })),
    menu: (entry) =>
      openEntryMenu(model, entry, () => {
        model.pick(entry.seq);
        showDrawer('panel');
      }),
  });
  startQuickReplies(model, act);
  startChatList(model, () => showDrawer(null));
  startBanner(model);
  startPanel(model);
}

const problem = (error: unknown): void => toast(error instanceof Error ? error.message : String(error));

function main(): void {
  let model: Model | undefined;
  follow({
    onState(state) {
      if (model) return model.replace(state);
      model = new Model(state);
      startScreen(model);
      document.body.dataset['ready'] = 'true';
    },
    onChange: (event) => model?.put(event.chat, event.entry),
    onProblem: problem,
  });
}

main();
