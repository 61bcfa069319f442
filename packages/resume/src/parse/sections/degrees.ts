const LONG =
  "(?:Bachelor|Master|Doctor|Associate|Licentiate|Magister)(?:['’]?s)?(?:['’])?(?:\\s(?:of|in)\\s(?:Applied\\s)?(?:Science|Arts|Engineering|Technology|Business Administration|Fine Arts|Laws?|Philosophy|Education|Commerce|Medicine|Music|Architecture|Public Health|Public Policy|Public Administration|Social Work|Computer Applications|Business|Design|Nursing))?(?:\\sdegree)?";
const SHORT =
  'Ph\\.?\\s?D\\.?|D\\.?\\s?Phil\\.?|M\\.?B\\.?A\\.?|B\\.?\\s?Sc\\.?|M\\.?\\s?Sc\\.?|B\\.?\\s?Eng\\.?|M\\.?\\s?Eng\\.?|B\\.?\\s?Tech\\.?|M\\.?\\s?Tech\\.?|B\\.?\\s?Com\\.?|M\\.?\\s?Com\\.?|B\\.?S\\.?|M\\.?S\\.?|B\\.?A\\.?|M\\.?A\\.?|M\\.?D\\.?|J\\.?D\\.?|LL\\.?B\\.?|LL\\.?M\\.?|B\\.?F\\.?A\\.?|M\\.?F\\.?A\\.?|M\\.?P\\.?H\\.?|M\\.?P\\.?P\\.?|M\\.?Phil\\.?|M\\.?Ed\\.?|B\\.?Ed\\.?|A\\.?A\\.?S\\.?|A\\.?S\\.?|B\\.?E\\.?|M\\.?E\\.?';
const WORDS =
  'High School Diploma|Secondary School Certificate|Postgraduate Diploma|Graduate Diploma|Graduate Certificate|Diploma|Diplom(?:-\\p{L}+)?|Abitur|GED|A[- ]Levels?|International Baccalaureate|Baccalauréat|Licence|Licenciatura|Maîtrise|Certificate|Foundation Degree|Doctorate|Minor|Laurea';

// The short forms are only degrees as they are written: "MA" is, "ma" is not.
const DEGREE = new RegExp(
  `^(?:(?:${SHORT})(?![\\p{L}\\d])|(?:${LONG}|${WORDS})(?![\\p{L}\\d]))(?:\\s?\\((?:Hons?\\.?|Honou?rs)\\)|\\s(?:Hons?\\.?|Honou?rs)(?![\\p{L}]))?`,
  'u',
);

/** Takes a degree off the beginning of a text. */
export function takeDegree(text: string): { degree: string; rest: string } | undefined {
  const match = DEGREE.exec(text) ?? DEGREE.exec(capitalized(text));
  if (!match || match[0] === '') return undefined;
  const rest = text
    .slice(match[0].length)
    .replace(/^[\s,:;–—-]+/, '')
    .replace(/^(?:in|of|with (?:a )?(?:major|specialization) in|major(?:ing)? in)\s+/i, '');
  return { degree: text.slice(0, match[0].length).trim(), rest: unbracketed(rest) };
}

/** Whether a text names a place of learning. */
export function isInstitution(text: string): boolean {
  return /\b(?:universit\p{L}*|college|institut\p{L}*|schools?|academy|académie|akademie|polytechni\p{L}*|politecnico|hochschule|école|ecole|escuela|facult\p{L}*|gymnasium|lyc[ée]e|bootcamp|seminary|conservatory|MIT|ETH|EPFL|UC|UCLA|UCL|LSE|IIT|NYU|USC|KTH|RWTH|üniversitesi|uniwersytet|universiteit)(?![\p{L}])/iu.test(
    text,
  );
}

/** Whether a text is a mark: a grade point average, a class or distinction. */
export function isScore(text: string): boolean {
  return /^(?:C?GPA|grades?|final grade|average|first[- ]class|upper second|2:[12]|(?:summa|magna) cum laude|cum laude|with (?:distinction|honou?rs)|distinction|merit)\b|^\d(?:\.\d{1,2})?\s?\/\s?\d{1,2}(?:\.\d{1,2})?$|^\d{1,3}(?:\.\d{1,2})?\s?%$/i.test(
    text,
  );
}

function capitalized(text: string): string {
  return /^[A-Z\s]{9,}$/.test(text)
    ? text.toLowerCase().replace(/(^|\s)(?!of|in)(\p{L})/gu, (word) => word.toUpperCase())
    : text.replace(/^\p{Ll}/u, (letter) => (text.length > 6 ? letter.toUpperCase() : letter));
}

function unbracketed(text: string): string {
  const bracketed = /^\(([^()]+)\)$/.exec(text);
  return bracketed?.[1] ?? text;
}
