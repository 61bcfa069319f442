const HOME = '/resumes';

/** Where to go on after a sign-in: a path of this app, and home for anything else that a link may carry. */
export function localPath(next: string | undefined): string {
  if (!next?.startsWith('/') || !URL.canParse(next, ORIGIN)) return HOME;
  const { origin, pathname, search } = new URL(next, ORIGIN);
  return origin === ORIGIN ? pathname + search : HOME;
}

const ORIGIN = 'https://app.invalid';
