/**
 * Everything kept in PostgreSQL, through jOOQ: the one writer of our tables.
 *
 * <p>Start at {@link dev.makegood.persistence.JooqStore}. {@link dev.makegood.persistence.migration} makes the
 * tables, {@link dev.makegood.persistence.PoolSettings} connects; a host brings its own transaction to
 * {@link dev.makegood.persistence.JooqStore#joining} or {@link dev.makegood.persistence.JpaStore}.
 *
 * <p>A class named {@code Jooq…} implements the port of that name, {@code …Row} is the only place that knows the
 * columns of its table, {@code …Page} reads a page of a long list, and {@code Transactions} has the ways to run
 * statements. They are one package so that they need not be public; a host sees a handful of types. No rule is here:
 * what may happen is decided in core.
 */
@NullMarked
package dev.makegood.persistence;

import org.jspecify.annotations.NullMarked;
