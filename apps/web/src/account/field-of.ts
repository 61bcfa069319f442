/** The text of a form's field; nothing where a file or nothing was sent. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
