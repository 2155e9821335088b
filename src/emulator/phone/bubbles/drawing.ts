// What every Flex component is handed while one message is drawn.

export type Layout = 'horizontal' | 'vertical' | 'baseline';

/** Where a component sits: the layout of the box around it and how deep that box is nested. */
export interface Place {
  layout: Layout;
  depth: number;
}

export interface Drawing {
  /** Draws any component, or null for what is unknown, too deep or one too many. */
  component: (json: unknown, place: Place) => HTMLElement | null;
  /** Does a tap. */
  act: (action: unknown) => void;
}

export function isAcross(layout: Layout): boolean {
  return layout !== 'vertical';
}
