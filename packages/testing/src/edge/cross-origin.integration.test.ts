import './at-the-edge.ts';
import '../router/cross-origin.integration.test.ts';
