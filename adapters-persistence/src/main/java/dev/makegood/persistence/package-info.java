/**
 * Everything kept in PostgreSQL, through jOOQ: the one writer of our tables.
 *
 * <p>Start at {@link dev.makegood.persistence.JooqStore}. {@link dev.makegood.persistence.Migrations} makes the
 * tables, {@link dev.makegood.persistence.Pool} connects; a host brings its own transaction to
 * {@link dev.makegood.persistence.JooqStore#joining} or {@link dev.makegood.persistence.JpaStore}. A class named
 * {@code …Row} is the only place that knows the columns of its table. No rule is here: what may happen is decided in
 * core.
 */
@NullMarked
package dev.makegood.persistence;

import org.jspecify.annotations.NullMarked;
