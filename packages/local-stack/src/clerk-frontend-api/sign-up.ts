import type { Answer, Call } from './call.ts';
import { ClerkError } from './clerk-error.ts';
import { addClient, addUser, newId, openSession, type Instance } from './instance.ts';
import { signUpResource, userResource } from './resources.ts';
import type { StandIn } from './stand-in.ts';

/** Makes a person and signs them in. The event of it is taken before the browser hears of it. */
export async function createSignUp(standIn: StandIn, { form, client: known }: Call): Promise<Answer> {
  const { instance, webhooks } = standIn;
  const client = known ?? addClient(instance);
  const user = addUser(instance, readCredentials(instance, form));
  await webhooks.emit({ type: 'user.created', data: userResource(user) });
  const { id: sessionId } = openSession(client, user);
  client.signUp = { id: newId('sua'), email: user.email, userId: user.id, sessionId };
  return { kind: 'client', response: signUpResource(client.signUp), client };
}

function readCredentials({ users }: Instance, form: URLSearchParams): { email: string; password: string } {
  const [email, password] = [form.get('email_address') ?? '', form.get('password') ?? ''];
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
    const message = 'email_address must be a valid email address.';
    throw new ClerkError(422, 'form_param_format_invalid', { message, parameter: 'email_address' });
  }
  if (users.has(email.toLowerCase())) {
    const message = 'That email address is taken. Please try another.';
    throw new ClerkError(422, 'form_identifier_exists', { message, parameter: 'email_address' });
  }
  if (password.length < 8) {
    const message = 'Passwords must be 8 characters or more.';
    throw new ClerkError(422, 'form_password_length_too_short', { message, parameter: 'password' });
  }
  return { email, password };
}
