import type { Inputs, Outputs } from '@resumint/client';
import superjson from 'superjson';

type Routers = keyof Outputs;
type Procedures<Router extends Routers> = keyof Outputs[Router] & keyof Inputs[Router] & string;

/** What a procedure answers in a state, as it stands in a file. */
export interface Answer {
  path: string;
  input: unknown;
  /** Whether a page asks for it at once, or page by page. */
  kind: 'query' | 'infinite';
  /** Of superjson, so that dates and bigints stay what they are. */
  output: string;
}

/** An answer of the type that the router has for it, so that a state cannot show what the product never says. */
export function answer<Router extends Routers, Procedure extends Procedures<Router>>(
  router: Router,
  procedure: Procedure,
  said: {
    input?: Inputs[Router][Procedure];
    kind?: Answer['kind'];
    output: Outputs[Router][Procedure];
  },
): Answer {
  const { input, kind = 'query', output } = said;
  return { path: `${router}.${procedure}`, input: input ?? null, kind, output: superjson.stringify(output) };
}
