import { AppError } from '@resumint/errors';
import { Resume } from './model/resume.ts';
import { withoutEmpty } from './model/without-empty.ts';

/**
 * Reads a JSON Resume, as text or as an object: empty values and unknown keys go, dates and web addresses take
 * the form the model wants. Throws AppError `bad_input` that names the value that is wrong.
 */
export function readJsonResume(json: unknown): Resume {
  const value = withoutEmpty(normalized(typeof json === 'string' ? parse(json) : json));
  const checked = Resume.safeParse(value ?? {});
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const what = [issue?.path.join('.'), issue?.message].filter((part) => part !== '').join(' ');
    throw new AppError('bad_input', `This JSON Resume cannot be read: ${what}. Correct it and try again.`, {
      cause: checked.error,
    });
  }
  if (Object.keys(checked.data).length === 0) {
    throw new AppError('bad_input', 'This JSON has nothing of a resume in it. Choose a JSON Resume file.');
  }
  return checked.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad_input', 'This is not valid JSON. Check the file and try again.', { cause });
  }
}

const DATE_KEYS: ReadonlySet<string> = new Set(['startDate', 'endDate', 'date', 'releaseDate']);
const DEPTH_MAX = 6;

function normalized(value: unknown, key = '', depth = 0): unknown {
  if (depth > DEPTH_MAX) return undefined;
  if (Array.isArray(value)) return value.map((item) => normalized(item, key, depth + 1));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, normalized(item, name, depth + 1)]),
    );
  }
  if (typeof value !== 'string') return value;
  if (DATE_KEYS.has(key)) return normalizedDate(value);
  return key === 'url' ? normalizedUrl(value) : value;
}

// Programs write "Present" for a job that goes on, times after dates, and months of one digit.
function normalizedDate(value: string): string | undefined {
  const date = value.trim();
  if (/^(?:present|current|now|ongoing|today)$/i.test(date)) return undefined;
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.{0,30})?$/.exec(date) ?? [];
  if (year === undefined) return date;
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
}

function normalizedUrl(value: string): string {
  const url = value.trim();
  return url === '' || /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`;
}
