import type { Answer, Call } from './call.ts';
import { addClient } from './instance.ts';
import { clientResource } from './resources.ts';
import { tokenOf, type StandIn } from './stand-in.ts';

export function readClient(standIn: StandIn, { client }: Call): Answer {
  return { kind: 'client', response: client && clientResource(client, tokenOf(standIn)), client };
}

export function createClient(standIn: StandIn): Answer {
  const client = addClient(standIn.instance);
  return { kind: 'client', response: clientResource(client, tokenOf(standIn)), client };
}
