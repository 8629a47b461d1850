package dev.makegood.customer;

import java.time.Instant;

/** A person (or workspace) who owns credits and projects, and how the outside calls them. */
public record Customer(CustomerId id, Identity identity, Instant createdAt) {}
