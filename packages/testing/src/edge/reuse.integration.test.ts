import './at-the-edge.ts';
import '../router/reuse.integration.test.ts';
