import './at-the-edge.ts';
import '../router/denials.integration.test.ts';
