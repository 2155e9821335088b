/** Others were changing menus all the time. */
export class MenusBusyError extends Error {
  override readonly name = 'MenusBusyError';
}
