package dev.makegood.project;

import java.time.Instant;

/** One run in a pipeline, as we know it. */
public record Run(ProjectId project, int attempt, RunId id, Instant startedAt) {}
