import fc from 'fast-check';

/** Property tests try the same cases each time, so that a failure is the change's doing; YIJIAO_FUZZ=1 tries new ones. */
if (!process.env.YIJIAO_FUZZ) fc.configureGlobal({ seed: 20 });
