// Keeps the screen in step with the emulator: the whole state first, then every change, without a gap between them.
import { fetchState, listen } from './api.ts';
import type { LiveEvent, PhoneState } from './contract.ts';

export interface Followed {
  onState: (state: PhoneState) => void;
  onChange: (event: Exclude<LiveEvent, { type: 'state' }>) => void;
  onProblem: (error: unknown) => void;
}

/**
 * Follows the emulator for as long as the page is open. The state is fetched when the stream of changes opens (again),
 * and what comes while it is being fetched is applied after it, so that nothing falls between the two.
 */
export function follow({ onState, onChange, onProblem }: Followed): void {
  let fetching = 0;
  let waiting: LiveEvent[] = [];

  const refresh = async (): Promise<void> => {
    fetching += 1;
    try {
      const state = await fetchState();
      if (fetching === 1) onState(state);
    } catch (error) {
      onProblem(error);
    }
    fetching -= 1;
    if (fetching > 0) return;
    const missed = waiting;
    waiting = [];
    for (const event of missed) take(event);
  };
  const take = (event: LiveEvent): void => {
    if (event.type === 'state') void refresh();
    else if (fetching > 0) waiting.push(event);
    else onChange(event);
  };
  listen(
    (event) => take(event as LiveEvent),
    () => void refresh(),
  );
}
