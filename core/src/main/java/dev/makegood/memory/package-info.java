/**
 * A storage in memory: the reference for every other one, for tests and for trying things out.
 *
 * <p>Start at {@link dev.makegood.memory.InMemoryStore}. Nothing outlives the process, so it is not
 * for production.
 */
@NullMarked
package dev.makegood.memory;

import org.jspecify.annotations.NullMarked;
