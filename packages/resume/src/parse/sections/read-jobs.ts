import type { Entry } from '../entry.ts';
import { commaPieces, fragmentsOf } from '../fragments.ts';
import { titleLikeness } from '../titles.ts';

/** Who employed whom as what, where. `more` is what the naming lines said beyond. */
export interface Job {
  name?: string;
  position?: string;
  location?: string;
  more: string[];
}

interface Named {
  job: Job;
  /** Which came first, where the words told. */
  order?: 'position' | 'name';
}

/** Tells positions from employers by their words; where the words do not tell, by the order of the other entries. */
export function readJobs(entries: readonly Entry[]): Job[] {
  const sure = entries.map((entry) => name(entry, undefined).order);
  const positionsFirst = sure.filter((order) => order === 'position').length;
  const namesFirst = sure.filter((order) => order === 'name').length;
  const usual = positionsFirst > namesFirst ? 'position' : 'name';
  const jobs = entries.map((entry) => name(entry, usual).job);
  let employer: string | undefined;
  for (const [index, job] of jobs.entries()) {
    const isRole = job.name === undefined && job.position !== undefined && !OWN_EMPLOYER.test(job.position);
    // Several roles under one employer, who is named once, on a line of its own.
    if (isRole && employer !== undefined) job.name = employer;
    else employer = (entries[index]?.heads.length ?? 0) > 1 ? job.name : undefined;
  }
  return jobs;
}

const OWN_EMPLOYER = /freelanc|self-employed|independent|founder|owner|career break/i;

function name(entry: Entry, usual: Named['order']): Named {
  const { parts, place } = fragmentsOf(entry.heads, entry.place);
  const named = parts.length === 1 ? nameOne(parts[0] ?? '', usual) : nameSeveral(parts, usual);
  if (place !== undefined) named.job.location = place;
  return named;
}

function nameOne(part: string, usual: Named['order']): Named {
  const at = /^(.{2,100}?)\s+(?:at|@|bei|chez)\s+(.{2,100})$/i.exec(part);
  if (at?.[1] && at[2]) return { job: { position: at[1], name: at[2], more: [] }, order: 'position' };
  const pieces = commaPieces(part);
  const firstTitle = pieces.findIndex((piece) => titleLikeness(piece) > 0);
  if (pieces.length === 1) {
    return {
      job:
        firstTitle === 0 && titleLikeness(part) === 2
          ? { position: part, more: [] }
          : { name: part, more: [] },
    };
  }
  if (firstTitle > 0) {
    return job(pieces.slice(firstTitle).join(', '), pieces.slice(0, firstTitle).join(', '), 'name');
  }
  if (firstTitle === 0) return job(pieces.slice(0, -1).join(', '), pieces.at(-1) ?? '', 'position');
  const [first = '', ...others] = pieces;
  return usual === 'position' ? job(first, others.join(', ')) : job(others.join(', '), first);
}

function nameSeveral(parts: readonly string[], usual: Named['order']): Named {
  if (parts.length === 0) return { job: { more: [] } };
  const likeness = parts.slice(0, 3).map(titleLikeness);
  const best = Math.max(...likeness);
  const isTold = best > 0 && likeness.filter((value) => value === best).length === 1;
  const positionIndex = isTold ? likeness.indexOf(best) : usual === 'position' || best > 0 ? 0 : 1;
  const others = parts.filter((_, index) => index !== positionIndex);
  const [employer = '', ...more] = others;
  const order = positionIndex === 0 ? 'position' : 'name';
  return { job: { position: parts[positionIndex] ?? '', name: employer, more }, ...(isTold && { order }) };
}

function job(position: string, employer: string, order?: 'position' | 'name'): Named {
  return { job: { position, name: employer, more: [] }, ...(order && { order }) };
}
