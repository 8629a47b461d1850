/**
 * The tables of the database once more, in memory: their columns, and the constraints that hold in them.
 *
 * <p>Start at {@link dev.makegood.unit.table.RowStore}. A constraint of the schema has its twin here, by the same name;
 * one that is added there is added to its table here, and tried on both by {@code ConstraintsContract}.
 */
@NullMarked
package dev.makegood.unit.table;

import org.jspecify.annotations.NullMarked;
