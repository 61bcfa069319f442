import { LIMIT_TITLES } from '@resumint/wording';

/** What a limit is called where it stands by itself. */
export function limitTitle(name: string): string {
  const title = isLimit(name) ? LIMIT_TITLES[name] : name;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function isLimit(name: string): name is keyof typeof LIMIT_TITLES {
  return Object.hasOwn(LIMIT_TITLES, name);
}
