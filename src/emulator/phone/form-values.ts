// A form's values as texts.

/** Reads one field of a form that was filled in; empty for a field the form does not have. */
export type Values = (name: string) => string;

export function valuesOf(form: HTMLFormElement): Values {
  const data = new FormData(form);
  return (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
}
