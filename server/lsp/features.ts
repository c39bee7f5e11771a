import type { Feature } from './feature.ts';
import { ownFeatures } from './own-features.ts';
import { projectFeatures } from './project-features.ts';
import { standardFeatures } from './standard-features.ts';

/** Everything that the server answers; docs/editors/requests.md is made of it. */
export const features: readonly Feature[] = [...standardFeatures, ...ownFeatures, ...projectFeatures];
