// The only way this screen makes DOM: elements, attributes and text. Never markup from text.

type Child = Node | string | null | undefined;

/**
 * Makes an element. Attribute names are always written in the program; values may come from anywhere, except for
 * addresses, which go through addresses.ts first.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) if (child !== null && child !== undefined) element.append(child);
  return element;
}

/** A real button with its handler. */
export function button(
  attributes: Record<string, string>,
  onPress: (event: MouseEvent) => void,
  ...children: Child[]
): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', onPress);
  return made;
}

/** The element with this id in index.html; a missing one is a mistake in this folder. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element #${id}`);
  return found;
}
