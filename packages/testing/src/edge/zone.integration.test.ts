import './at-the-edge.ts';
import '../router/zone.integration.test.ts';
