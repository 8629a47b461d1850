/**
 * A unit of work on one customer, in memory: what it read, what it changed, and the two ports through which a storage
 * loads the one and writes the other.
 */
@NullMarked
package dev.makegood.unit;

import org.jspecify.annotations.NullMarked;
