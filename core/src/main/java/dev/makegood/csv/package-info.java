/**
 * Lists that people keep in spreadsheets: how they are read, and how they are written.
 *
 * <p>Start at {@link dev.makegood.csv.CsvList}.
 */
@NullMarked
package dev.makegood.csv;

import org.jspecify.annotations.NullMarked;
