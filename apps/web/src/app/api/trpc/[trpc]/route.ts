import { composition } from '../../../../composition.ts';

async function serve(request: Request): Promise<Response> {
  const { handler } = await composition();
  return handler(request);
}

export { serve as GET, serve as POST };
