/**
 * Units of work: what happens together, or not at all.
 *
 * <p>Start at {@link dev.makegood.store.Store}. What a unit can reach is said by each concept's own
 * {@code …Unit}; implementations live in {@code memory} and in the persistence adapter.
 */
@NullMarked
package dev.makegood.store;

import org.jspecify.annotations.NullMarked;
