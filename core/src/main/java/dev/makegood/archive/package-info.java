/**
 * Closes books at a moment, and cuts the events before it that nothing needs any more.
 *
 * <p>Start at {@link dev.makegood.archive.Archiving}. What stays, and why that is enough for the
 * audit, is said by {@link dev.makegood.closing.KeptEvents}.
 */
@NullMarked
package dev.makegood.archive;

import org.jspecify.annotations.NullMarked;
