import './at-the-edge.ts';
import '../router/streams.integration.test.ts';
