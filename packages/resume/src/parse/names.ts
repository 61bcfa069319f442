const WORD = /^(?:\p{Lu}|\p{Lo})[\p{L}\p{M}'’.-]*$/u;
const PARTICLE =
  /^(?:de|del|della|di|da|do|dos|das|du|la|le|van|von|der|den|ter|ten|zu|bin|ibn|al|el|y|e|af|av)$/;
const BEFORE = /^(?:name\s?:\s*)?(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Ing|Dipl)\.?-?\s?)*/i;
const AFTER =
  /,?\s+(?:Ph\.?D\.?|M\.?D\.?|MBA|M\.?Sc\.?|B\.?Sc\.?|CPA|PMP|PE|RN|Esq\.?|J\.?D\.?|he\/him|she\/her|they\/them|\([^)]{2,20}\))$/i;

/** The person's name in a line, without titles; undefined where a line is no name. */
export function nameIn(line: string): string | undefined {
  let bare = line.replace(BEFORE, '').trim();
  for (let count = 0; count < 4 && AFTER.test(bare); count += 1) bare = bare.replace(AFTER, '');
  const words = bare.split(/\s+/);
  if (words.length < 2 || words.length > 6 || bare.length > 80) return undefined;
  const isName = words.every((word, index) => WORD.test(word) || (index > 0 && PARTICLE.test(word)));
  return isName && !PARTICLE.test(words.at(-1) ?? '') ? cased(bare) : undefined;
}

/** Whether a name and an e-mail address seem to be of one person. */
export function matchesEmail(name: string, email: string): boolean {
  const local = plain(email.split('@')[0] ?? '');
  return plainWords(name).some((word) => word.length >= 3 && local.includes(word));
}

function plainWords(name: string): string[] {
  return name.split(/[\s'’.-]+/).map(plain);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

// Capitals are a layout's choice, not the person's.
function cased(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}
