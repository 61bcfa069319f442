import './at-the-edge.ts';
import '../router/malformed-requests.integration.test.ts';
