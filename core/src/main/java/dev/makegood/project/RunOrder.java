package dev.makegood.project;

import java.time.Instant;

/**
 * One project handed to its pipeline, once per attempt.
 *
 * @param attempt 1 for the first; an operator's retry makes the next
 * @param sentAt when this attempt was handed over for the first time
 * @param repeated whether an earlier sending of the same attempt may have arrived
 */
public record RunOrder(ProjectId id, int attempt, Order order, Instant sentAt, boolean repeated) {}
