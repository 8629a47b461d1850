package dev.makegood.customer;

import java.time.Instant;

/** A person or workspace that owns credits and projects, and its identity outside. */
public record Customer(CustomerId id, Identity identity, Instant createdAt) {}
