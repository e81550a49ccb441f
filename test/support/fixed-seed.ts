import fc from "fast-check";

/** Properties try the same values in every run, so that a change is judged by what it changes; a test may set its own. */
fc.configureGlobal({ seed: 20261128 });
